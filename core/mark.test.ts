import { expect, it } from "vitest";
import { markIn } from "./mark.ts";
import type { Box } from "./screen.ts";

const SIDE = 60;
const BOX = { x: 100, y: 40, w: SIDE, h: SIDE };
const MARKS = [markIn(BOX), markIn(BOX, 0.08)];

function middleOf({ x, y, w, h }: Box): [number, number] {
	return [x + w / 2, y + h / 2];
}

it.each(MARKS)("stays in its box", ({ ring, point }) => {
	for (const { x, y, w, h } of [ring, point]) {
		expect(Math.min(x - 100, y - 40)).toBeGreaterThanOrEqual(0);
		expect(Math.max(x + w - 100, y + h - 40)).toBeLessThanOrEqual(SIDE);
	}
});

it.each(MARKS)(
	"leaves room between the point and the ring's round ends, and has the point on the ring's own circle",
	({ ring, point }) => {
		const [cx, cy] = middleOf(ring);
		const [px, py] = middleOf(point);
		const radius = (ring.w - ring.width) / 2;
		expect(Math.hypot(px - cx, py - cy)).toBeCloseTo(radius);
		for (const degrees of [ring.from, ring.to]) {
			const angle = (degrees * Math.PI) / 180;
			const away = Math.hypot(cx + radius * Math.cos(angle) - px, cy + radius * Math.sin(angle) - py);
			expect(away - ring.width / 2 - point.w / 2).toBeGreaterThan(ring.width / 3);
		}
	},
);
