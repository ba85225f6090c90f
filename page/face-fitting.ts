/** Measures for the face what the glance file says, so that the face carries no code for it. */
import { faceChips, faceLayoutOf, MESSAGE_LINES } from "../core/face-layout.ts";
import type { Fitting } from "../core/glance.ts";
import { cutToWidth, paginate } from "../core/paging.ts";
import type { QuickReply } from "../core/protocol.ts";
import type { Tools } from "./view.ts";

/** Percent. A chip keeps room for a word, however long the other's label is. */
const LEAST_SHARE = 34;
/** Of a chip's height: what its round ends take of its width. */
const ENDS = 0.5;

export function fitForFace({ layout, measure }: Tools): Fitting {
	const face = faceLayoutOf(layout.canvas);
	const ends = Math.ceil(face.chips.h * ENDS);
	const ofChip = (part: string) => measure(part, face.chipSize);
	const ofMessage = (part: string) => measure(part, face.messageSize);
	const widthOf = ({ label }: QuickReply) => ofChip(label) + ends;
	return {
		chips: (all) => {
			const [first, second] = pair(all, widthOf, face.chips.w - face.gap);
			const split = first === undefined || second === undefined ? 50 : share(widthOf(first), widthOf(second));
			const shown = [first, second].filter((chip): chip is QuickReply => chip !== undefined);
			const boxes = faceChips(face, shown.length, split);
			const cut = ({ label, text }: QuickReply, index: number): QuickReply => ({
				label: cutToWidth(label, (boxes[index] ?? face.chips).w - ends, ofChip),
				text,
			});
			return { chips: shown.map(cut), split };
		},
		lines: (text) => {
			const { w } = face.message;
			const [lines = [], ...more] = paginate(text, { lines: MESSAGE_LINES, width: () => w, measure: ofMessage });
			const last = lines.length - 1;
			if (more.length === 0) return lines.filter((line) => line !== "");
			return lines.map((line, index) => (index === last ? cutToWidth(`${line}\u2026`, w, ofMessage) : line));
		},
	};
}

/** The first two that fit beside each other with their whole labels; where none do, the first two. */
function pair(
	all: readonly QuickReply[],
	widthOf: (chip: QuickReply) => number,
	room: number,
): readonly (QuickReply | undefined)[] {
	const widths = all.map(widthOf);
	for (let first = 0; first < all.length; first++) {
		for (let second = first + 1; second < all.length; second++) {
			if ((widths[first] ?? 0) + (widths[second] ?? 0) <= room) return [all[first], all[second]];
		}
	}
	return [all[0], all[1]];
}

function share(first: number, second: number): number {
	const percent = Math.round((first * 100) / (first + second));
	return Math.max(LEAST_SHARE, Math.min(100 - LEAST_SHARE, percent));
}
