/**
 * The widgets that our screens are made of, as plain descriptions. Owns their translation to the watch's own; decides
 * nothing about where they are or what they say. Rule: a description that has not changed costs no call.
 */
import { align, createWidget, deleteWidget, prop, redraw, text_style, type WidgetHandle, widget } from "@zos/ui";
import { attempt } from "../guard.ts";

export type Piece =
	| { kind: "rect"; x: number; y: number; w: number; h: number; color: number; radius: number }
	| { kind: "arc"; x: number; y: number; w: number; h: number; color: number; width: number; from: number; to: number }
	| {
			kind: "button";
			x: number;
			y: number;
			w: number;
			h: number;
			text: string;
			size: number;
			color: number;
			fill: number;
			pressed: number;
	  }
	| {
			kind: "text";
			x: number;
			y: number;
			w: number;
			h: number;
			text: string;
			size: number;
			color: number;
			left?: boolean;
			right?: boolean;
			/** Broken by the watch where it is too long for a line, which our own pages never leave to it. */
			wrap?: boolean;
	  }
	/** Feels a touch and shows nothing. */
	| { kind: "touch"; x: number; y: number; w: number; h: number }
	/** The same, and feels a long press as well. */
	| { kind: "hold"; x: number; y: number; w: number; h: number };

type Kind = Piece["kind"];

/** `show_level` of a face's widgets; pages have none. */
export type Level = { show_level?: number };

export type { WidgetHandle };

/** `touched` gets true for a long press, which only a `hold` feels. */
export function create(piece: Piece, touched: (long: boolean) => void, level?: Level): WidgetHandle {
	const options = level === undefined ? optionsOf(piece) : Object.assign(optionsOf(piece), level);
	if (typeOf(piece.kind) === widget.BUTTON) {
		const click = { click_func: () => touched(false), longpress_func: () => touched(piece.kind === "hold") };
		Object.assign(options, click);
	}
	return createWidget(typeOf(piece.kind), options);
}

/** `normal_color` and `press_color` cannot be set later (DOC ui/widget/BUTTON.mdx): another colour is another button. */
export function update(handle: WidgetHandle, piece: Piece): void {
	handle.setProperty(prop.MORE, optionsOf(piece));
}

/** Some watches throw while a page is being built. */
export function hide(handle: WidgetHandle): void {
	attempt(() => handle.setProperty(prop.VISIBLE, false));
}

export const remove = deleteWidget;

/** After `remove` a watch may show the widget until it is told to draw (DOC ui/redraw.mdx). */
export function settle(): void {
	attempt(() => redraw?.());
}

function typeOf(kind: Kind): number {
	switch (kind) {
		case "rect":
			return widget.FILL_RECT;
		case "arc":
			return widget.ARC;
		case "text":
			return widget.TEXT;
		case "button":
		case "touch":
		case "hold":
			return widget.BUTTON;
	}
}

/** Of a text's size: what its tallest letters take, dots below Arabic ones and Hindi's signs above included. */
const INK_HEIGHT = 1.7;

function optionsOf(piece: Piece): object {
	const { x, y, w, h } = piece;
	switch (piece.kind) {
		case "rect":
			return { x, y, w, h, color: piece.color, radius: piece.radius };
		case "arc":
			return { x, y, w, h, color: piece.color, line_width: piece.width, start_angle: piece.from, end_angle: piece.to };
		case "button":
			return {
				x,
				y,
				w,
				h,
				text: piece.text,
				text_size: piece.size,
				color: piece.color,
				radius: Math.floor(h / 2),
				normal_color: piece.fill,
				press_color: piece.pressed,
			};
		case "text": {
			/** A watch draws nothing outside a text's box: a line's is higher than the line, which stays where it is. */
			const spare = piece.wrap ? 0 : Math.max(0, Math.ceil((piece.size * INK_HEIGHT - h) / 2));
			return {
				x,
				y: y - spare,
				w,
				h: h + 2 * spare,
				text: piece.text,
				text_size: piece.size,
				color: piece.color,
				align_h: piece.left ? align.LEFT : piece.right ? align.RIGHT : align.CENTER_H,
				align_v: align.CENTER_V,
				// One of style NONE scrolls where it is too wide (DOC ui/widget/TEXT.mdx).
				text_style: piece.wrap ? text_style.WRAP : text_style.ELLIPSIS,
			};
		}
		/** A TEXT feels nothing on some watches, a BUTTON without a look of its own is grey: so it has a clear image (DOC ui/widget/BUTTON.mdx). */
		case "touch":
		case "hold":
			return { x, y, w, h, normal_src: "clear.png", press_src: "clear.png" };
	}
}
