/** Steps `refresh` and `touch`: what becomes of widgets that change, and who gets a tap. */
import * as ui from "@zos/ui";
import { ask, askForTap, blueBox, button, type Handle, isRound, refresh, remove, stage, text } from "../screen.ts";
import { threw, yesNo } from "../words.ts";
import type { Step } from "./step.ts";

const { event, prop } = ui;

/** After the question stands, as a page does it later on. */
const LATER_MS = 300;

/** Shows a widget, changes it, and asks what is to be seen. */
async function changed(words: string, make: () => Handle, change: (handle: Handle) => void): Promise<string> {
	let said = "";
	const show = () => {
		const handle = make();
		setTimeout(() => {
			try {
				change(handle);
			} catch (error) {
				said = threw(error);
			}
		}, LATER_MS);
	};
	const seen = await ask(words, { make: show });
	return said === "" ? yesNo(seen) : said;
}

export const refreshing: Step = async () => {
	const place = stage();
	const old = () => text(place, "OLD");
	const property = await changed("Do you see the word NEW?", old, (it) => it.setProperty(prop.TEXT, "NEW"));
	const more = await changed("Do you see the word MORE?", old, (it) =>
		it.setProperty(prop.MORE, { ...place, text: "MORE" }),
	);
	const label = await changed(
		"Do you see the word LABEL?",
		() => button(place, "OLD", () => undefined),
		(it) => it.setProperty(prop.MORE, { ...place, text: "LABEL" }),
	);
	const stays = await changed("Do you see the word GONE?", () => text(place, "GONE"), remove);
	const stillStays = await changed(
		"Do you see the word BURIED?",
		() => text(place, "BURIED"),
		(it) => {
			remove(it);
			refresh();
		},
	);
	const long = "a line that is far too long for the box that it stands in";
	const make = () => void text(place, long, { text_style: ui.text_style.NONE });
	const scrolls = yesNo(await ask("Does the long line move?", { make }));
	return `text=${property} more=${more} label=${label} deleted_stays=${stays} after_redraw=${stillStays} none_scrolls=${scrolls}`;
};

/** A word that is tapped, or what `make` threw. */
async function tapped(what: string, make: (hit: () => void) => void): Promise<string> {
	let said = "";
	const hit = await askForTap(`Tap ${what}. If nothing happens, tap NO.`, (hits) => {
		try {
			make(hits);
		} catch (error) {
			said = threw(error);
		}
	});
	return said === "" ? yesNo(hit) : said;
}

export const touching: Step = async () => {
	const place = stage();
	const onText = await tapped("HERE", (hit) => text(place, "HERE").addEventListener(event.CLICK_UP, hit));
	const onBox = await tapped("the blue box", (hit) => blueBox(place).addEventListener(event.CLICK_UP, hit));
	const under = await tapped("UNDER", (hit) => {
		button(place, "UNDER", hit);
		blueBox(place, 0);
	});
	return `text=${onText} rect=${onBox} under_clear_rect=${under} under_bar=${await underBar()}`;
};

/** Square watches draw a bar of 64 px over a page. */
async function underBar(): Promise<string> {
	if (isRound()) return "round";
	ui.setStatusBarVisible?.(false);
	return tapped("TOP", (hit) => button({ ...stage(), y: 2, h: 58 }, "TOP", hit));
}
