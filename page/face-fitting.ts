/** Measures for the face what the glance file says, so that the face carries no code for it. */
import { type FaceTexts, faceChips, faceLayoutOf, MESSAGE_LINES } from "../core/face/face-layout.ts";
import type { Fitting } from "../core/face/glance-writing.ts";
import { cutsWord, cutToWidth, LINE_UNITS, measuredOnce, paginate } from "../core/text/paging.ts";
import type { QuickReply } from "../core/wire/protocol.ts";
import type { Tools } from "./views/view.ts";

/** Of a chip's height: what its round ends take of its width. */
const ENDS = 0.5;
/** Of the row's width: what a split in whole percents may take from a chip. */
const ROUNDING = 0.01;

/** Lines of these scripts are a third higher: of India, Thailand and Laos. */
const HIGH_SCRIPTS = /[\u0900-\u0eff]/;

const BALANCE_STEP = 0.06;
const NARROWEST = 0.5;

export function fitForFace({ layout, measure }: Tools): Fitting {
	const { texts } = faceLayoutOf(layout.canvas);
	return {
		chips: (all) => fitChips(all, texts, measure),
		lines: (text) => fitLines(text, texts, measure),
	};
}

type Measure = Tools["measure"];

/** The first two that stand beside each other whole; else the first that stands alone whole; else the first, cut. */
function fitChips(all: readonly QuickReply[], face: FaceTexts, measure: Measure): ReturnType<Fitting["chips"]> {
	const ends = Math.ceil(face.chips.h * ENDS);
	const ofChip = (part: string) => measure(part, face.chipSize);
	const room = face.chips.w - face.gap;
	const widths = all.map(({ label }) => ofChip(label) + ends);
	for (const [first, one] of all.entries()) {
		for (const [second, other] of all.entries()) {
			const spare = room * (1 - 2 * ROUNDING) - (widths[first] ?? 0) - (widths[second] ?? 0);
			if (second <= first || spare < 0) continue;
			const split = Math.round((((widths[first] ?? 0) + spare / 2) * 100) / room + 100 * ROUNDING);
			if (split >= 10 && split <= 90) return { chips: [one, other], split };
		}
	}
	const [wide = face.chips] = faceChips(face, 1, 50);
	const whole = all.find((_, index) => (widths[index] ?? 0) <= wide.w) ?? all[0];
	if (whole === undefined) return { chips: [], split: 50 };
	return { chips: [{ ...whole, label: cutToWidth(whole.label, wide.w - ends, ofChip) }], split: 50 };
}

/** Lines about as long as each other, so that no word stands alone on the last. */
function fitLines(text: string, face: FaceTexts, measure: Measure): string[] {
	const ofMessage = measuredOnce((part) => measure(part, face.messageSize));
	const most = HIGH_SCRIPTS.test(text) ? MESSAGE_LINES - 1 : MESSAGE_LINES;
	const within = (share: number) => {
		const width = face.message.w * share;
		const pages = paginate(text.slice(0, most * LINE_UNITS), { lines: most, width: () => width, measure: ofMessage });
		return pages.map((lines) => lines.filter((line) => line !== ""));
	};
	const [lines = [], ...more] = within(1);
	const last = lines.length - 1;
	if (more.length > 0) {
		const rest = [lines[last], ...more.flat()].join(" ");
		return [...lines.slice(0, last), cutToWidth(rest, face.message.w, ofMessage)];
	}
	let balanced = lines;
	for (let share = 1 - BALANCE_STEP; share >= NARROWEST; share -= BALANCE_STEP) {
		const [narrower = [], ...rest] = within(share);
		if (rest.length > 0 || narrower.length !== lines.length || cutsWord(text, narrower)) break;
		balanced = narrower;
	}
	return balanced;
}
