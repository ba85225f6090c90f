/** Measures for the face what the glance file says, so that the face carries no code for it. */
import { faceChips, faceLayoutOf, keyRoom, MESSAGE_LINES } from "../core/face-layout.ts";
import { type Fitting, GLANCE_CHIPS } from "../core/glance.ts";
import { cutToWidth, paginate } from "../core/paging.ts";
import type { Tools } from "./view.ts";

export function fitForFace({ layout, measure }: Tools): Fitting {
	const face = faceLayoutOf(layout.canvas);
	const [chip] = faceChips(face, GLANCE_CHIPS);
	const width = face.message.w;
	const ofMessage = (part: string) => measure(part, face.messageSize);
	return {
		label: (text) => cutToWidth(text, keyRoom(chip ?? face.chips), (part) => measure(part, face.keySize)),
		lines: (text) => {
			const [lines = [], ...more] = paginate(text, { lines: MESSAGE_LINES, width: () => width, measure: ofMessage });
			const last = lines.length - 1;
			if (more.length === 0) return lines.filter((line) => line !== "");
			return lines.map((line, index) => (index === last ? cutToWidth(`${line}\u2026`, width, ofMessage) : line));
		},
	};
}
