/**
 * What the face says and where: a pure function of the glance file, the person's day and the moment, to a list of pieces.
 * Owns which of the states a person sees and their colours; the places are `core/face/face-layout.ts`'s. Each function is
 * called once, so that the build can put it where it is called: a face keeps each in its heap.
 */
import {
	CHIP_SIZE,
	DATE_SIZE,
	type FaceBoxes,
	faceBoxes,
	faceScale,
	GAP,
	KEY_SIZE,
	MESSAGE_SIZE,
	NO_CHIPS_DOWN,
	NOTE_HIGH,
	NOTE_OVERLAP,
	NOTE_SIZE,
} from "../core/face/face-layout.ts";
import { CHIP_MARK, type FaceGlance } from "../core/face/glance.ts";
import { AMBER, DIM, FILL, SOFT, WHITE } from "../core/ink.ts";
import type { Box } from "../core/screen.ts";
import { age } from "../core/text/age.ts";
import type { FacePiece } from "../device/widgets/face-widgets.ts";
import type { sayAny } from "../device/words.ts";

export type FaceView = {
	pieces: readonly FacePiece[];
	/** When the answer came that is fresh and here to be seen; 0 where none is. */
	freshAt: number;
};

/** What the watch says of itself: the date, and a line. */
export type OwnWords = { date: string; ownLine: string };

/** Of any key: some come from the file. */
type SayAny = typeof sayAny;

export function faceView(
	glance: FaceGlance,
	{ date, ownLine }: OwnWords,
	width: number,
	isRound: boolean,
	now: number,
	say: SayAny,
): FaceView {
	const boxes = faceBoxes(width, isRound);
	const scale = faceScale(width, isRound);
	const px = (length: number) => (length * scale + 0.5) | 0;
	const { at, face, chips, first, show } = glance;
	const [note, later, fresh, freshColor, top, wide, high, fitWidth, accent] = show;
	const gone = now - at;
	const old = age(gone, say);
	/** A clock that was set leaves an answer, and no question that is asked for ever. */
	const isFresh = gone < fresh && (note === "" || gone > -fresh);
	const word = isFresh ? note : later;
	let box = boxes.ownLine;
	let text = ownLine;
	let color = SOFT;
	let below = "";
	let belowColor = accent;
	let freshAt = 0;
	if (first !== "") {
		text = say(first);
		color = first === "glance.open-once" ? DIM : AMBER;
		// With no quick replies below it.
		if (chips === "") box.y += px(NO_CHIPS_DOWN);
	} else if (isFresh || word !== "") {
		text = face;
		color = word === "" ? WHITE : DIM;
		below = word === "" ? old : say(word);
		belowColor = isFresh ? freshColor : AMBER;
		if (word === "" && old !== "") freshAt = at;
		if (fitWidth === width) box = { x: (width - wide) >> 1, y: top, w: wide, h: high };
	} else if (at === 0 || old === "") below = say("glance.ready");
	else {
		below = say("glance.last", { age: old });
		belowColor = DIM;
	}
	const { x, y, w, h } = boxes.message;
	const noteBox = { x, y: box.y + box.h - px(NOTE_OVERLAP), w, h: px(NOTE_HIGH) };
	const keys = keysOf(glance, boxes, width, px, say("glance.ask"));
	const pieces: readonly FacePiece[] = [
		[boxes.date, date, px(DATE_SIZE), SOFT],
		[box, text, px(MESSAGE_SIZE), color],
		[noteBox, below, px(NOTE_SIZE), belowColor],
		[{ x, y, w, h: h + px(NOTE_HIGH) }, "", 0, 0, 0, null],
		...keys,
	];
	return { pieces, freshAt };
}

/** Quick replies also while a key is missing: one tap then tells in full where it goes, and its question waits for it. */
function keysOf(
	{ chips, show }: FaceGlance,
	boxes: FaceBoxes,
	width: number,
	px: (length: number) => number,
	askLabel: string,
): FacePiece[] {
	const [, , , , , , , fitWidth, accent, , split] = show;
	const { x, y, w, h } = boxes.chips;
	const [first = "", firstText = "", second = "", secondText = ""] = fitWidth === width ? chips.split(CHIP_MARK) : [];
	const gap = px(GAP);
	const half = second === "" ? w : (((w - gap) * split) / 100) | 0;
	const left: Box = { x, y, w: half, h };
	const right: Box = { x: x + half + gap, y, w: w - gap - half, h };
	return [
		[boxes.ask, askLabel, px(KEY_SIZE), accent, FILL, ""],
		[left, first, px(CHIP_SIZE), WHITE, FILL, firstText],
		[right, second, px(CHIP_SIZE), WHITE, FILL, secondText],
	];
}

/** Day and date; nothing where the watch does not know them. */
export function dateLine(day: number, dayOfMonth: number, say: SayAny): string {
	return day === 0 ? "" : say("day.date", { day: say(`day.${day}`), date: dayOfMonth });
}
