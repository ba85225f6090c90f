/**
 * Draws a scene. Owns the order of widgets, containers and the shape of the screen; each widget's looks are its own
 * file's. Rule: a widget that is not modelled throws `not modelled: NAME`; nothing stands in for it.
 */
import { createCanvas } from "@napi-rs/canvas";
import { type Draw, inside, type Painter } from "./painter.ts";
import { numberOf } from "./props.ts";
import type { DrawnText, Scene, Widget } from "./scene.ts";
import { childrenOf, containerBox, isContainer, isShown } from "./tree.ts";
import { drawerOf } from "./widgets.ts";

export type Drawn = {
	width: number;
	height: number;
	/** RGBA, row by row; transparent outside the screen's shape. */
	pixels(): Uint8ClampedArray;
	png(): Buffer;
	texts: DrawnText[];
	/** Image paths that widgets name and the package does not hold. */
	missing: string[];
};

/** Draws what the watch would show. Throws `not modelled: NAME` for a visible widget that has no drawing here. */
export function drawScene(scene: Scene): Drawn {
	const canvas = createCanvas(scene.width, scene.height);
	const pen = canvas.getContext("2d");
	pen.fillStyle = "#000000";
	pen.fillRect(0, 0, scene.width, scene.height);
	const clip = { x: 0, y: 0, w: scene.width, h: scene.height };
	const painter: Painter = { pen, scene, x: 0, y: 0, clip, texts: [], missing: new Set(), images: new Map() };
	drawScrolled(painter);
	drawBar(painter);
	maskScreen(painter);
	return {
		width: scene.width,
		height: scene.height,
		pixels: () => pen.getImageData(0, 0, scene.width, scene.height).data,
		png: () => canvas.toBuffer("image/png"),
		texts: painter.texts.filter(({ box }) => box.y + box.h / 2 >= (scene.bar?.height ?? 0)),
		missing: [...painter.missing],
	};
}

function drawScrolled(painter: Painter): void {
	const { x, y } = painter.scene.scroll ?? { x: 0, y: 0 };
	painter.pen.save();
	painter.pen.translate(-x, -y);
	drawChildren({ ...painter, x: -x, y: -y }, null);
	painter.pen.restore();
}

function drawChildren(painter: Painter, parent: number | null): void {
	for (const widget of childrenOf(painter.scene, parent)) {
		if (isShown(painter.scene, widget)) drawWidget(painter, widget);
	}
}

function drawWidget(painter: Painter, widget: Widget): void {
	if (isContainer(widget)) {
		drawContainer(painter, widget);
		return;
	}
	const draw: Draw = drawerOf(widget.type);
	draw(painter, widget);
}

/** `pos_x` and `pos_y` move the children; scrolled down is a negative `pos_y` (INF, as `scrollTo` counts). */
function drawContainer(painter: Painter, widget: Widget): void {
	const box = containerBox(painter.scene, widget);
	const x = numberOf(widget.props, "pos_x");
	const y = numberOf(widget.props, "pos_y");
	inside(painter, box, (inner) => {
		inner.pen.translate(x, y);
		drawChildren({ ...inner, x: inner.x + x, y: inner.y + y }, widget.id);
	});
}

/** Of the bar's height. */
const BAR_TEXT_SHARE = 0.4;
const BAR_MARGIN_SHARE = 0.15;

/** Covers what the page has drawn there. */
function drawBar({ pen, scene }: Painter): void {
	const { bar, width, live } = scene;
	if (bar === undefined) return;
	pen.fillStyle = "#000000";
	pen.fillRect(0, 0, width, bar.height);
	pen.fillStyle = "#ffffff";
	pen.font = `${bar.height * BAR_TEXT_SHARE}px sans-serif`;
	pen.textBaseline = "middle";
	pen.textAlign = "left";
	pen.fillText(bar.title, width * BAR_MARGIN_SHARE, bar.height / 2, width / 2);
	pen.textAlign = "right";
	const local = new Date(live.now + live.utcOffsetMinutes * 60_000);
	pen.fillText(local.toISOString().slice(11, 16), width * (1 - BAR_MARGIN_SHARE), bar.height / 2);
}

/** The screen's glass: what lies outside its circle or its rounded corners is not there. */
function maskScreen({ pen, scene }: Painter): void {
	pen.globalCompositeOperation = "destination-in";
	pen.beginPath();
	if (scene.shape === "round") {
		pen.ellipse(scene.width / 2, scene.height / 2, scene.width / 2, scene.height / 2, 0, 0, Math.PI * 2);
	} else {
		pen.roundRect(0, 0, scene.width, scene.height, scene.cornerRadius ?? 0);
	}
	pen.fillStyle = "#000000";
	pen.fill();
	pen.globalCompositeOperation = "source-over";
}
