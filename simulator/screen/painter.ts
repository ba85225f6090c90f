/**
 * What every widget is drawn with: the pen, moved and clipped to where the widget counts from, and what was found out on
 * the way. Owns images and containers' clips; knows no widget.
 */
import { Image, type SKRSContext2D } from "@napi-rs/canvas";
import { intersection, moved } from "./box.ts";
import type { Box, DrawnText, Scene, Widget } from "./scene.ts";

export type Painter = {
	readonly pen: SKRSContext2D;
	readonly scene: Scene;
	/** Where the container stands on the screen. */
	readonly x: number;
	readonly y: number;
	/** What of the screen may be drawn on, in screen coordinates. */
	readonly clip: Box;
	readonly texts: DrawnText[];
	/** Paths that the package does not hold; a watch draws nothing there. */
	readonly missing: Set<string>;
	readonly images: Map<string, Image | null>;
};

/** A widget's drawing: `widget.props` are read, pixels are set, nothing else happens. */
export type Draw = (painter: Painter, widget: Widget) => void;

/** The decoded image, or null where there is none. */
export function imageAt(painter: Painter, path: string): Image | null {
	if (path === "") return null;
	const known = painter.images.get(path);
	if (known !== undefined) return known;
	const bytes = painter.scene.readImage(path);
	if (!bytes) painter.missing.add(path);
	const image = bytes ? decode(path, bytes) : null;
	painter.images.set(path, image);
	return image;
}

function decode(path: string, bytes: Uint8Array): Image {
	const image = new Image();
	image.src = bytes;
	if (!image.complete || image.width === 0) throw new Error(`not modelled: the encoding of the image ${path}`);
	return image;
}

/** Runs `draw` with everything moved to a box's corner and cut at its edges. */
export function inside(painter: Painter, box: Box, draw: (inner: Painter) => void): void {
	const { pen } = painter;
	pen.save();
	cutTo(painter, box);
	pen.translate(box.x, box.y);
	const clip = intersection(painter.clip, moved(box, painter.x, painter.y));
	draw({ ...painter, x: painter.x + box.x, y: painter.y + box.y, clip });
	pen.restore();
}

/** Runs `draw` cut at a box's edges, nothing moved. */
export function cut(painter: Painter, box: Box, draw: () => void): void {
	painter.pen.save();
	cutTo(painter, box);
	draw();
	painter.pen.restore();
}

function cutTo(painter: Painter, box: Box): void {
	painter.pen.beginPath();
	painter.pen.rect(box.x, box.y, box.w, box.h);
	painter.pen.clip();
}

/** Runs `draw` with an opacity of 0 to 255. */
export function faded(painter: Painter, alpha: number, draw: () => void): void {
	const { pen } = painter;
	const before = pen.globalAlpha;
	pen.globalAlpha = before * (Math.min(255, Math.max(0, alpha)) / 255);
	draw();
	pen.globalAlpha = before;
}
