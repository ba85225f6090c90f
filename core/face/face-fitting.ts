/** Measures what the face shows, so that the face carries no code for it. Owns how texts and quick replies fit their rows. */
import type { Canvas } from "../screen.ts";
import { cutToFit } from "../text/cut-to-fit.ts";
import type { QuickReply } from "../wire/protocol.ts";
import { CHIP_SIZE, faceBoxes, faceScale, GAP, MESSAGE_SIZE, NOTE_HIGH, NOTE_OVERLAP } from "./face-layout.ts";
import type { Message } from "./glance.ts";

/** How large texts are on the watch, in px: on one line, and in the lines that it breaks them into. */
export type FaceRoom = {
	canvas: Canvas;
	widthOf(text: string, size: number): number;
	heightOf(text: string, size: number, width: number): number;
};

/** Of a chip's height: what its round ends take of its width. */
const ENDS = 0.5;
/** Of the row's width: what a split in whole percents may take from a chip. */
const ROUNDING = 0.01;
/** A watch rounds the height of each line up. */
const SLACK_PX = 4;
/** Of the message's width. */
const NARROWEST = 0.5;

/** As much of `text` as there is room for, and its box: as narrow as it may be, so that no word stands alone on the last line. */
export function fitMessage(
	text: string,
	{ canvas, heightOf }: FaceRoom,
): Pick<Message, "face" | "top" | "wide" | "high" | "width"> {
	const px = scalerOf(canvas);
	const { message, chips } = faceBoxes(canvas.width, canvas.round);
	const size = px(MESSAGE_SIZE);
	const face = cutToFit(text, (part) => heightOf(part, size, message.w) <= message.h + SLACK_PX);
	/** Its words on lines of their own as well, so that none is cut to be narrow. */
	const apart = `${face}\n${face.split(" ").join("\n")}`;
	const apartHigh = heightOf(apart, size, message.w);
	let wide = message.w;
	while (wide > NARROWEST * message.w && heightOf(apart, size, wide - size) === apartHigh) wide -= size;
	const high = heightOf(face, size, wide) + 2 * px(GAP);
	const spare = chips.y - message.y - high - px(NOTE_HIGH - NOTE_OVERLAP);
	return { face, top: message.y - px(GAP) + Math.max(0, spare >> 1), wide, high, width: canvas.width };
}

/** As much as stands where the face's own line does. */
export function fitOwnLine(text: string, { canvas, heightOf }: FaceRoom): string {
	const { ownLine } = faceBoxes(canvas.width, canvas.round);
	const size = scalerOf(canvas)(MESSAGE_SIZE);
	return cutToFit(text, (part) => heightOf(part, size, ownLine.w) <= ownLine.h);
}

/** The first two that stand beside each other whole; else the first that stands alone whole; else the first, cut. */
export function fitChips(
	all: readonly QuickReply[],
	{ canvas, widthOf }: FaceRoom,
): { chips: QuickReply[]; split: number } {
	const px = scalerOf(canvas);
	const { w, h } = faceBoxes(canvas.width, canvas.round).chips;
	const size = px(CHIP_SIZE);
	const ends = Math.ceil(h * ENDS);
	const room = w - px(GAP);
	const widths = all.map(({ label }) => widthOf(label, size) + ends);
	for (const [first, one] of all.entries()) {
		for (const [second, other] of all.entries()) {
			const spare = room * (1 - 2 * ROUNDING) - (widths[first] ?? 0) - (widths[second] ?? 0);
			if (second <= first || spare < 0) continue;
			const split = Math.round((((widths[first] ?? 0) + spare / 2) * 100) / room + 100 * ROUNDING);
			if (split >= 10 && split <= 90) return { chips: [one, other], split };
		}
	}
	const whole = all.find((_, index) => (widths[index] ?? 0) <= w) ?? all[0];
	if (whole === undefined) return { chips: [], split: 50 };
	const label = cutToFit(whole.label, (part) => widthOf(part, size) <= w - ends);
	return { chips: [{ ...whole, label }], split: 50 };
}

function scalerOf({ width, round }: Canvas): (length: number) => number {
	const scale = faceScale(width, round);
	return (length) => Math.round(length * scale);
}
