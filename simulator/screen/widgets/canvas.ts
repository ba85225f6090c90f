/** CANVAS: replays the calls that a package made on it. */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { TEXT_STYLE } from "../constants.ts";
import { DEFAULT_TEXT_SIZE, paintText } from "../paint-text.ts";
import { type Draw, faded, imageAt, inside, type Painter } from "../painter.ts";
import { boxOf, colorOf, numberOf, type Props, recordOf, recordsOf, textOf } from "../props.ts";
import type { Box } from "../scene.ts";
import { lineHeightOf, widthOf } from "../text-width.ts";
import { radians } from "./shapes.ts";

/** What `setPaint` sets; `color` in a call overrides it. */
type Paint = { color: number; line: number };

export const drawCanvas: Draw = (painter, { id, props }) => {
	const box = boxOf(props);
	inside(painter, box, (inner) => {
		const paint: Paint = { color: 0xffffff, line: 1 };
		const below = snapshot(inner, box);
		for (const entry of recordsOf(props, "draws")) {
			const call = textOf(entry, "call");
			if (call === "clear") clear(inner, recordOf(entry, "param"), below);
			else replay(inner, id, call, recordOf(entry, "param"), paint);
		}
	});
};

function replay(painter: Painter, widget: number, call: string, param: Props, paint: Paint): void {
	const { pen } = painter;
	if (call === "setPaint") {
		paint.color = numberOf(param, "color", paint.color);
		paint.line = numberOf(param, "line_width", paint.line);
		return;
	}
	const color = colorOf(param, "color", paint.color);
	pen.fillStyle = color;
	pen.strokeStyle = color;
	pen.lineWidth = paint.line;
	pen.lineCap = "butt";
	const [, verb = "", shape = ""] = /^(draw|stroke)(.+)$/.exec(call) ?? ["", call, ""];
	if (shape === "Text") paintWords(painter, widget, param, color);
	else if (shape === "Image") paintPicture(painter, param);
	else if (shape === "Pixel") pen.fillRect(numberOf(param, "x"), numberOf(param, "y"), 1, 1);
	else if (tracePath(painter, shape, param, verb === "draw")) finish(painter, verb === "stroke" || shape === "Line");
	else throw new Error(`not modelled: CANVAS.${call}`);
}

function finish({ pen }: Painter, stroked: boolean): void {
	if (stroked) pen.stroke();
	else pen.fill();
}

function tracePath({ pen }: Painter, shape: string, param: Props, filled: boolean): boolean {
	const at = (name: string) => numberOf(param, name);
	pen.beginPath();
	switch (shape) {
		case "Line":
			pen.moveTo(at("x1"), at("y1"));
			pen.lineTo(at("x2"), at("y2"));
			return true;
		case "Rect":
			pen.rect(at("x1"), at("y1"), at("x2") - at("x1"), at("y2") - at("y1"));
			return true;
		case "Circle":
			pen.arc(at("center_x"), at("center_y"), at("radius"), 0, Math.PI * 2);
			return true;
		case "Ellipse":
			pen.ellipse(at("center_x"), at("center_y"), at("radius_x"), at("radius_y"), 0, 0, Math.PI * 2);
			return true;
		case "Arc": {
			if (filled) pen.moveTo(at("center_x"), at("center_y"));
			const [from, to] = [radians(at("start_angle")), radians(at("end_angle"))];
			pen.ellipse(at("center_x"), at("center_y"), at("radius_x"), at("radius_y"), 0, from, to);
			return true;
		}
		case "Poly":
			for (const point of recordsOf(param, "data_array")) pen.lineTo(numberOf(point, "x"), numberOf(point, "y"));
			if (filled) pen.closePath();
			return true;
		default:
			return false;
	}
}

/** What stood on the screen before the canvas, which clearing brings back. */
function snapshot({ pen, x, y }: Painter, { w, h }: Box): Canvas {
	const below = createCanvas(Math.max(1, Math.ceil(w)), Math.max(1, Math.ceil(h)));
	below.getContext("2d").putImageData(pen.getImageData(x, y, below.width, below.height), 0, 0);
	return below;
}

function clear({ pen }: Painter, param: Props, below: Canvas): void {
	const { x, y, w, h } = boxOf(param);
	pen.drawImage(below, x, y, w, h, x, y, w, h);
}

function paintPicture(painter: Painter, param: Props): void {
	const image = imageAt(painter, textOf(param, "image"));
	if (!image) return;
	const { x, y, w, h } = boxOf(param);
	faded(painter, numberOf(param, "alpha", 255), () =>
		painter.pen.drawImage(image, x, y, w || image.width, h || image.height),
	);
}

function paintWords(painter: Painter, widget: number, param: Props, color: string): void {
	const text = textOf(param, "text");
	const size = numberOf(param, "text_size", DEFAULT_TEXT_SIZE);
	const box = { ...boxOf(param), w: Math.ceil(widthOf(text, size)) + 1, h: lineHeightOf(size) };
	const style = TEXT_STYLE.NONE;
	paintText(painter, { text, widget, box, size, color, alignH: 0, alignV: 0, style, charSpace: 0, lineSpace: 0 });
}
