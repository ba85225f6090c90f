/**
 * The shortcut card: the last answer and its age, a tap to read it whole, a tap to ask. Owns its widgets. It reads the
 * glance file of its own app when it comes into view; a card has no Bluetooth. Rule: nothing throws out of it.
 */

import { decodeGlance, GLANCE_FILE, type Glance, isAsking } from "../core/face/glance.ts";
import { age } from "../core/text/age.ts";
import { cutToFit } from "../core/text/cut-to-fit.ts";
import { askForHeight, cardSize } from "../device/card.ts";
import { freshId, now } from "../device/clock.ts";
import { readCompanionFile } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { openPage } from "../device/launcher.ts";
import { heightOf } from "../device/screen.ts";
import {
	createFill,
	createKey,
	createText,
	createTouch,
	removeWidget,
	settle,
	type WidgetHandle,
} from "../device/widgets/plain-widgets.ts";
import { say, type WordKey } from "../device/words.ts";
import { cardLayoutOf } from "./layout.ts";

const WHITE = 0xffffff;
const DIM = 0xb0b0b6;
const AMBER = 0xffb454;
const CARD = 0x1c1c1f;

/** What is said in the place of a question or an answer. */
const WORDS: { readonly [state in Glance["state"]]?: WordKey } = {
	absent: "glance.open-once",
	unready: "glance.no-key",
	none: "glance.ready",
};

let widgets: WidgetHandle[] = [];
let shown = "";

AppWidget({
	/** A watch may call it twice, the second time on a screen that it has emptied (docs/evidence.md, `two-builds`). */
	build() {
		shown = "";
		widgets = [];
		attempt(look);
	},
	onResume() {
		attempt(look);
	},
});

/** What has not changed costs no call; what has is drawn anew. */
function look(): void {
	const glance = decodeGlance(readCompanionFile(GLANCE_FILE, true));
	const note = noteOf(glance);
	const key = `${glance.state} ${glance.at} ${glance.accent} ${note}`;
	if (key === shown) return;
	shown = key;
	const old = widgets;
	old.forEach(removeWidget);
	draw(glance, note);
	if (old.length > 0) settle();
}

function draw({ state, accent, ink, text }: Glance, note: string): void {
	const { w, radius } = cardSize();
	const words = WORDS[state];
	const said = words === undefined ? text : say(words);
	const short = cardLayoutOf(w, true);
	const isShort = note === "" && heightOf(said, short.messageSize, short.message.w) <= short.message.h;
	const places = isShort ? short : cardLayoutOf(w, false);
	const { message, messageSize } = places;
	askForHeight(places.height);
	const color = state === "answered" ? WHITE : state === "unready" ? AMBER : DIM;
	const fits = (part: string) => heightOf(part, messageSize, message.w) <= message.h;
	const read = () => openPage({ kind: "read" });
	const noteColor = state === "faulted" || state === "over" ? AMBER : DIM;
	widgets = [
		createFill({ x: 0, y: 0, w, h: places.height }, radius, CARD),
		createText(message, cutToFit(said, fits), messageSize, color, true),
		createText(places.note, note, places.noteSize, noteColor, true),
		createTouch({ x: 0, y: 0, w, h: places.ask.y }, read),
		createKey(places.ask, say("glance.ask"), places.keySize, ink, accent, () =>
			openPage({ kind: "listen", id: freshId() }),
		),
	];
}

function noteOf({ state, at }: Glance): string {
	if (state === "open" && isAsking(at, now())) return say("glance.asking");
	if (state === "open" || state === "faulted") return say("page.unanswered");
	if (state === "over") return say("fault.over-budget");
	return state === "answered" ? age(now() - at, say) : "";
}
