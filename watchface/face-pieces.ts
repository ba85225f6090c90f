/** The face's widgets below the time, in a fixed order, from what it says. Owns their looks. */
import { type FaceLayout, faceChips } from "../core/face-layout.ts";
import type { Piece } from "../device/widgets.ts";
import type { FaceView } from "./face-view.ts";

const WHITE = 0xffffff;
const DIM = 0xa6a6ad;
const FILL = 0x26262a;
const PRESSED = 0x3d3d43;

/** Null where there is nothing to show now. The order is that of `FACE_TAPS`. */
export function facePieces(view: FaceView, layout: FaceLayout, askLabel: string): (Piece | null)[] {
	const boxes = faceChips(layout, view.chips.length, view.split);
	const chips = [0, 1].map((index): Piece | null => {
		const chip = view.chips[index];
		const box = boxes[index];
		if (chip === undefined || box === undefined) return null;
		return {
			kind: "button",
			...box,
			text: chip.label,
			size: layout.chipSize,
			color: WHITE,
			fill: FILL,
			pressed: PRESSED,
		};
	});
	const { accent, message } = view;
	return [
		{ kind: "text", ...layout.status, text: view.status, size: layout.statusSize, color: DIM },
		{
			kind: "text",
			...layout.message,
			text: message,
			size: layout.messageSize,
			color: view.isAnswer ? WHITE : DIM,
			wrap: true,
		},
		{ kind: "text", ...layout.note, text: view.note, size: layout.noteSize, color: view.isAnswer ? DIM : accent },
		...chips,
		{
			kind: "button",
			...layout.ask,
			text: askLabel,
			size: layout.keySize,
			color: inkOn(accent),
			fill: accent,
			pressed: FILL,
		},
		{ kind: "touch", ...layout.message },
	];
}

/** Where in the list each thing is that can be tapped. */
export const FACE_TAPS = { chips: [3, 4], ask: 5, message: 6 } as const;

function inkOn(color: number): number {
	const light = 0.299 * ((color >> 16) & 0xff) + 0.587 * ((color >> 8) & 0xff) + 0.114 * (color & 0xff);
	return light > 140 ? 0 : WHITE;
}
