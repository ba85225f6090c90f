/**
 * The shortcut card: the last answer and its age, a tap to read it whole, a tap to ask. Owns its widgets. It reads the
 * glance file of its own app when it comes into view; a card has no Bluetooth. Rule: nothing throws out of it.
 */

import { age } from "../core/age.ts";
import type { Glance } from "../core/glance.ts";
import { cutToWidth, paginate } from "../core/paging.ts";
import { askForHeight, cardSize } from "../device/card.ts";
import { freshId, now } from "../device/clock.ts";
import { readGlance } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { openPage } from "../device/launcher.ts";
import { measure } from "../device/screen.ts";
import { create, type Piece, update, type WidgetHandle } from "../device/widgets.ts";
import { say } from "../device/words.ts";
import { type CardLayout, cardLayoutOf } from "./layout.ts";

const WHITE = 0xffffff;
const DIM = 0xb0b0b6;
const CARD = 0x1c1c1f;
const FILL = 0x333338;
const PRESSED = 0x4a4a50;

const MESSAGE_LINES = 2;

let message: WidgetHandle | null = null;
let note: WidgetHandle | null = null;

AppWidget({
	build() {
		attempt(build);
	},
	onResume() {
		attempt(look);
	},
});

function layoutOf(): CardLayout {
	const { w, radius } = cardSize();
	return cardLayoutOf(w, radius);
}

function build(): void {
	const layout = layoutOf();
	const { w } = cardSize();
	askForHeight(layout.height);
	create({ kind: "rect", x: 0, y: 0, w, h: layout.height, color: CARD, radius: layout.radius }, () => undefined);
	const { messagePiece, notePiece } = pieces(
		layout,
		attempt(() => readGlance(true)),
	);
	message = create(messagePiece, () => undefined);
	note = create(notePiece, () => undefined);
	create({ kind: "touch", x: 0, y: 0, w, h: layout.ask.y }, () => attempt(() => openPage({ kind: "read" })));
	const ask: Piece = {
		kind: "button",
		...layout.ask,
		text: say("glance.ask"),
		size: layout.keySize,
		color: WHITE,
		fill: FILL,
		pressed: PRESSED,
	};
	create(ask, () => attempt(() => openPage({ kind: "listen", id: freshId() })));
}

function look(): void {
	const { messagePiece, notePiece } = pieces(
		layoutOf(),
		attempt(() => readGlance(true)),
	);
	if (message !== null) update(message, messagePiece);
	if (note !== null) update(note, notePiece);
}

function pieces(layout: CardLayout, glance: Glance | null): { messagePiece: Piece; notePiece: Piece } {
	const { text, below } = texts(glance);
	const isAnswer = glance?.last?.state === "answered";
	return {
		messagePiece: {
			kind: "text",
			...layout.message,
			text: fitted(text, layout),
			size: layout.messageSize,
			color: isAnswer ? WHITE : DIM,
			left: true,
			wrap: true,
		},
		notePiece: { kind: "text", ...layout.note, text: below, size: layout.noteSize, color: DIM, left: true, wrap: true },
	};
}

/** A card does not scroll: what is more than its lines ends in an ellipsis. */
function fitted(text: string, { message, messageSize }: CardLayout): string {
	const ofMessage = (part: string) => measure(part, messageSize);
	const [lines = [], more] = paginate(text, { lines: MESSAGE_LINES, width: () => message.w, measure: ofMessage });
	const last = lines.length - 1;
	const whole = lines.map((line, row) =>
		row === last && more ? cutToWidth(`${line}\u2026`, message.w, ofMessage) : line,
	);
	return whole.filter((line) => line !== "").join("\n");
}

function texts(glance: Glance | null): { text: string; below: string } {
	if (glance === null) return { text: say("glance.open-once"), below: "" };
	if (!glance.ready) return { text: say("glance.no-key"), below: "" };
	const { last } = glance;
	switch (last?.state) {
		case undefined:
			return { text: say("glance.ready"), below: "" };
		case "open":
			return { text: last.question, below: say("glance.asking") };
		case "faulted":
			return { text: last.question, below: say("page.unanswered") };
		case "answered":
			return { text: last.text, below: age(now() - last.answeredAt, say) };
	}
}
