/**
 * The shortcut card: the last answer and its age, a tap to read it whole, a tap to ask. Owns its widgets. It reads the
 * glance file of its own app when it comes into view; a card has no Bluetooth. Rule: nothing throws out of it.
 */

import { GLANCE_FILE, isAsking, readLike } from "../core/face/glance.ts";
import { AMBER, CARD, DEFAULT_ACCENT, DIM, WHITE } from "../core/ink.ts";
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
import { say, sayAny } from "../device/words.ts";
import { cardLayoutOf } from "./layout.ts";

/** What is read of the glance file; as it stands here, where there is none. */
const NOTHING = { v: 2, state: "", at: 0, text: "", first: "", accent: DEFAULT_ACCENT, ink: 0 };

type Seen = typeof NOTHING;

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
	const glance = readLike(readCompanionFile(GLANCE_FILE, true), NOTHING);
	const note = noteOf(glance);
	const key = `${glance.state} ${glance.first} ${glance.at} ${glance.accent} ${note}`;
	if (key === shown) return;
	shown = key;
	const old = widgets;
	old.forEach(removeWidget);
	draw(glance, note);
	if (old.length > 0) settle();
}

function draw({ state, first, accent, ink, text }: Seen, note: string): void {
	const { w, radius } = cardSize();
	const said =
		first !== "" ? sayAny(first) : text !== "" ? text : say(state === "" ? "glance.open-once" : "glance.ready");
	const short = cardLayoutOf(w, true);
	const isShort = note === "" && heightOf(said, short.messageSize, short.message.w) <= short.message.h;
	const places = isShort ? short : cardLayoutOf(w, false);
	const { message, messageSize } = places;
	askForHeight(places.height);
	const color = first !== "" ? AMBER : state === "answered" ? WHITE : DIM;
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

function noteOf({ state, first, at }: Seen): string {
	if (first !== "") return "";
	if (state === "open" && isAsking(at, now())) return say("glance.asking");
	if (state === "open" || state === "faulted") return say("page.unanswered");
	if (state === "over") return say("fault.over-budget");
	return state === "answered" ? age(now() - at, say) : "";
}
