/** The face's buttons, in order: the quick replies, then the one to ask. Owns their looks. */
import { type FaceLayout, faceChips } from "../core/face-layout.ts";
import type { Glance } from "../core/glance.ts";
import type { FaceButton } from "../device/face-widgets.ts";
import { USUAL_ACCENT, WHITE } from "./face-view.ts";

const FILL = 0x26262a;
const BLACK = 0;
/** Of 255: on a lighter accent the letters are black. */
const LIGHT = 140;

/** Quick replies also while a key is missing: one tap then tells in full where it goes, and its question waits for it. */
export function faceButtons(glance: Glance | null, layout: FaceLayout, askLabel: string): FaceButton[] {
	const buttons: FaceButton[] = [];
	if (glance !== null) {
		const boxes = faceChips(layout, glance.chips.length, glance.split);
		glance.chips.forEach(({ label: text }, index) => {
			const box = boxes[index] ?? layout.chips;
			buttons.push(Object.assign({ text, size: layout.chipSize, color: WHITE, fill: FILL }, box));
		});
	}
	const fill = glance?.accent ?? USUAL_ACCENT;
	const light = 0.299 * ((fill >> 16) & 0xff) + 0.587 * ((fill >> 8) & 0xff) + 0.114 * (fill & 0xff);
	const color = light > LIGHT ? BLACK : WHITE;
	buttons.push(Object.assign({ text: askLabel, size: layout.keySize, color, fill }, layout.ask));
	return buttons;
}
