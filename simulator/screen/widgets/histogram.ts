/** HISTOGRAM. */
import { TEXT_STYLE } from "../constants.ts";
import { DEFAULT_TEXT_SIZE, paintText } from "../paint-text.ts";
import { type Draw, faded, inside, type Painter } from "../painter.ts";
import { boxOf, colorOf, hexOf, numberOf, numbersOf, type Props, recordOf, textsOf } from "../props.ts";
import type { Box } from "../scene.ts";
import { roundedPath } from "./shapes.ts";

export const drawHistogram: Draw = (painter, { id, props }) => {
	const box = boxOf(props);
	inside(painter, box, (inner) => {
		paintGrid(inner, recordOf(props, "xline"), true);
		paintGrid(inner, recordOf(props, "yline"), false);
		paintBars(inner, props, box);
		paintTexts(inner, id, recordOf(props, "xText"), true);
		paintTexts(inner, id, recordOf(props, "yText"), false);
	});
};

/** `xline` stands upright at steps along x, `yline` lies at steps along y. */
function paintGrid({ pen }: Painter, line: Props, upright: boolean): void {
	pen.strokeStyle = colorOf(line, "color");
	pen.lineWidth = numberOf(line, "width", 1);
	const [from, to] = [numberOf(line, "start"), numberOf(line, "end")];
	for (let index = 0; index < numberOf(line, "count"); index++) {
		const at = numberOf(line, "pading") + index * (numberOf(line, "space") + pen.lineWidth);
		pen.beginPath();
		pen.moveTo(upright ? at : from, upright ? from : at);
		pen.lineTo(upright ? at : to, upright ? to : at);
		pen.stroke();
	}
}

/** Bars hang from one base line, `item_max_height` below `item_start_y`; the first leaves half a gap. */
function paintBars(painter: Painter, props: Props, box: Box): void {
	const values = numbersOf(props, "data_array").slice(0, numberOf(props, "data_count"));
	const [least, most] = [numberOf(props, "data_min_value"), numberOf(props, "data_max_value", 100)];
	const [width, gap] = [numberOf(props, "item_width"), numberOf(props, "item_space")];
	const highest = numberOf(props, "item_max_height", box.h);
	const base = numberOf(props, "item_start_y") + highest;
	for (const [index, value] of values.entries()) {
		const share = most === least ? 0 : Math.min(1, Math.max(0, (value - least) / (most - least)));
		const height = highest * share;
		if (height <= 0) continue;
		roundedPath(
			painter,
			{ x: gap + index * (width + gap), y: base - height, w: width, h: height },
			numberOf(props, "item_radius"),
		);
		painter.pen.fillStyle = hexOf(each(props, "item_color", index, 0xffffff));
		faded(painter, each(props, "item_alpha", index, 255), () => painter.pen.fill());
	}
}

/** One value for all bars, or a list with one for each. */
function each(props: Props, name: string, index: number, otherwise: number): number {
	return Array.isArray(props[name]) ? (numbersOf(props, name)[index] ?? otherwise) : numberOf(props, name, otherwise);
}

function paintTexts(painter: Painter, widget: number, texts: Props, across: boolean): void {
	const { x, y, w, h } = boxOf(texts);
	const space = numberOf(texts, "space");
	for (const [index, text] of textsOf(texts, "data_array").slice(0, numberOf(texts, "count")).entries()) {
		paintText(painter, {
			text,
			widget,
			box: { x: across ? x + index * (w + space) : x, y: across ? y : y + index * (h + space), w, h },
			size: numberOf(texts, "text_size", DEFAULT_TEXT_SIZE),
			color: colorOf(texts, "color"),
			alignH: numberOf(texts, "align"),
			alignV: 0,
			style: TEXT_STYLE.NONE,
			charSpace: 0,
			lineSpace: 0,
		});
	}
}
