/**
 * Draws one text in a box and tells what was drawn. Every widget that shows text goes through here, so that no text on
 * the screen stays unreported.
 */
import { encloses, intersection, moved, union } from "./box.ts";
import { ALIGN, TEXT_STYLE } from "./constants.ts";
import { cut, type Painter } from "./painter.ts";
import type { Box } from "./scene.ts";
import { ellipsize, layoutText } from "./text.ts";
import { ASCENT_EM, inkOf, lineHeightOf, setFont, widthOf } from "./text-width.ts";

/** The size of a text that names none: what the documentation's picture of BUTTON shows at 480 wide. */
export const DEFAULT_TEXT_SIZE = 18;

/** Measured ink is rounded to whole pixels; less than this outside a box is no cut. */
const SLACK_PX = 1;

/**
 * A "J" that begins a line reaches left of where it stands, by at most this share of its size in our font. That it is
 * drawn is INF: else every watch would cut it in a text that is aligned left.
 */
const LEFT_BEARING_EM = 0.15;

export type TextRun = {
	text: string;
	widget: number;
	/** In the painter's coordinates. */
	box: Box;
	size: number;
	/** `#rrggbb` */
	color: string;
	/** A value of ALIGN each; anything else is left and top. */
	alignH: number;
	alignV: number;
	/** A value of TEXT_STYLE. */
	style: number;
	charSpace: number;
	lineSpace: number;
};

type Line = { text: string; x: number; y: number; ink: Box };

/** A text that lies outside its container or the screen is not on the screen, and so is neither drawn nor reported. */
export function paintText(painter: Painter, run: TextRun): void {
	if (run.text.trim() === "" || run.box.w <= 0 || run.box.h <= 0) return;
	const lines = placeLines(run);
	const inks = lines.map((line) => line.ink).filter((ink) => ink.w > 0);
	if (inks.length === 0) return;
	const ink = inks.reduce(union);
	if (!isVisible({ box: intersection(moved(ink, painter.x, painter.y), painter.clip) })) return;
	const background = meanColor(painter, ink);
	const room = withBearing(run);
	cut(painter, room, () => {
		painter.pen.fillStyle = run.color;
		for (const line of lines) {
			setFont(painter.pen, line.text, run.size, run.charSpace);
			painter.pen.fillText(line.text, line.x, line.y);
		}
	});
	const visible = intersection(moved(room, painter.x, painter.y), painter.clip);
	const shown = lines.filter((line) => line.ink.w > 0).map((line) => onScreen(painter, line));
	painter.texts.push({
		text: run.text,
		widget: run.widget,
		box: intersection(moved(ink, painter.x, painter.y), visible),
		size: run.size,
		color: run.color,
		background,
		lines: shown.map((line) => ({ text: line.text, box: intersection(line.box, visible) })).filter(isVisible),
		clipped: !encloses(visible, moved(ink, painter.x, painter.y), SLACK_PX),
	});
}

function withBearing({ box, size }: TextRun): Box {
	const bearing = Math.ceil(size * LEFT_BEARING_EM);
	return { ...box, x: box.x - bearing, w: box.w + bearing };
}

function onScreen(painter: Painter, line: Line): { text: string; box: Box } {
	return { text: line.text, box: moved(line.ink, painter.x, painter.y) };
}

function isVisible(line: { box: Box }): boolean {
	return line.box.w > 0 && line.box.h > 0;
}

function placeLines(run: TextRun): Line[] {
	const texts = breakLines(run);
	const rowHeight = lineHeightOf(run.size);
	const total = texts.length * (rowHeight + run.lineSpace) - run.lineSpace;
	const top = run.box.y + verticalOffset(run, total, texts.length);
	return texts.map((text, row) => {
		const x = run.box.x + horizontalOffset(run, widthOf(text, run.size, run.charSpace));
		const y = Math.round(top + row * (rowHeight + run.lineSpace) + run.size * ASCENT_EM);
		const ink = inkOf(text, run.size, run.charSpace);
		return {
			text,
			x,
			y,
			ink: { x: x - ink.left, y: y - ink.ascent, w: ink.left + ink.right, h: ink.ascent + ink.descent },
		};
	});
}

function breakLines(run: TextRun): string[] {
	const { text, size: textSize, charSpace, lineSpace, style } = run;
	if (style === TEXT_STYLE.ELLIPSIS) return [ellipsize(text, textSize, run.box.w, charSpace)];
	const wrapped = style === TEXT_STYLE.WRAP || style === TEXT_STYLE.CHAR_WRAP;
	// A line end is one in every style: zeppos-samples, application/3.0/3.0-feature, as the vendor's pictures show it.
	if (!wrapped) return text.split(/\r\n|[\r\n]/);
	const byCharacter = style === TEXT_STYLE.CHAR_WRAP;
	return layoutText(text, { textSize, width: run.box.w, wrapped, charSpace, lineSpace, byCharacter }).lines;
}

/** Lines that are higher than the box together begin at its top, so that the first can be read; a lone one stays centred. */
function verticalOffset(run: TextRun, total: number, rows: number): number {
	const room = run.box.h - total;
	if (room < 0 && rows > 1) return 0;
	if (run.alignV === ALIGN.CENTER_V) return room / 2;
	return run.alignV === ALIGN.BOTTOM ? room : 0;
}

/** A line wider than the box is one that the watch scrolls: it stands at its start. */
function horizontalOffset(run: TextRun, width: number): number {
	const room = run.box.w - width;
	if (room < 0) return 0;
	if (run.alignH === ALIGN.CENTER_H) return Math.floor(room / 2);
	return run.alignH === ALIGN.RIGHT ? room : 0;
}

function meanColor(painter: Painter, ink: Box): string {
	const area = intersection(moved(ink, painter.x, painter.y), painter.clip);
	const x = Math.floor(area.x);
	const y = Math.floor(area.y);
	const width = Math.ceil(area.x + area.w) - x;
	const height = Math.ceil(area.y + area.h) - y;
	if (width <= 0 || height <= 0) return "#000000";
	const { data } = painter.pen.getImageData(x, y, width, height);
	const sums = [0, 0, 0];
	for (let offset = 0; offset < data.length; offset += 4) {
		for (let channel = 0; channel < 3; channel++) sums[channel] = (sums[channel] ?? 0) + (data[offset + channel] ?? 0);
	}
	const pixels = data.length / 4;
	return `#${sums
		.map((sum) =>
			Math.round(sum / pixels)
				.toString(16)
				.padStart(2, "0"),
		)
		.join("")}`;
}
