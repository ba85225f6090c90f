/** The face's buttons, in order: the quick replies, then the one to ask. Owns their looks. */
import { type FaceTexts, faceChips } from "../core/face/face-layout.ts";
import { CHIP_MARK, type Glance } from "../core/face/glance.ts";
import type { FaceButton } from "../device/widgets/face-widgets.ts";
import { WHITE } from "./face-view.ts";

const FILL = 0x26262a;

/** Quick replies also while a key is missing: one tap then tells in full where it goes, and its question waits for it. */
export function faceButtons({ chips, split, accent, ink }: Glance, places: FaceTexts, askLabel: string): FaceButton[] {
	const texts = chips === "" ? [] : chips.split(CHIP_MARK);
	const buttons: FaceButton[] = faceChips(places, texts.length >> 1, split).map((box, index) => {
		const look = { text: texts[2 * index] ?? "", asks: texts[2 * index + 1] ?? "" };
		return Object.assign(look, box, { size: places.chipSize, color: WHITE, fill: FILL });
	});
	const ask = { text: askLabel, asks: "", size: places.keySize, color: ink, fill: accent };
	buttons.push(Object.assign(ask, places.ask));
	return buttons;
}
