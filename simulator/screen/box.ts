/** Arithmetic of boxes, in pixels. */
import type { Box } from "./scene.ts";

export function union(a: Box, b: Box): Box {
	const x = Math.min(a.x, b.x);
	const y = Math.min(a.y, b.y);
	return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** Of zero size where the two do not meet. */
export function intersection(a: Box, b: Box): Box {
	const x = Math.max(a.x, b.x);
	const y = Math.max(a.y, b.y);
	const w = Math.max(0, Math.min(a.x + a.w, b.x + b.w) - x);
	const h = Math.max(0, Math.min(a.y + a.h, b.y + b.h) - y);
	return { x, y, w, h };
}

export function moved(box: Box, x: number, y: number): Box {
	return { x: box.x + x, y: box.y + y, w: box.w, h: box.h };
}

export function contains(box: Box, x: number, y: number): boolean {
	return x >= box.x && y >= box.y && x < box.x + box.w && y < box.y + box.h;
}

/** Whether `inner` lies inside `outer`, give or take `slack`. */
export function encloses(outer: Box, inner: Box, slack = 0): boolean {
	return (
		inner.x >= outer.x - slack &&
		inner.y >= outer.y - slack &&
		inner.x + inner.w <= outer.x + outer.w + slack &&
		inner.y + inner.h <= outer.y + outer.h + slack
	);
}
