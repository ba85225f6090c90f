/** PICK_DATE, replaced by TIME_PICKER from API level 3.6: columns of numbers, what is chosen in the middle row. */
import { ALIGN, TEXT_STYLE } from "../constants.ts";
import { paintText } from "../paint-text.ts";
import type { Draw } from "../painter.ts";
import { numberOf, optionalNumber, type Props } from "../props.ts";
import { lineHeightOf } from "../text-width.ts";

const DEFAULT_WIDTH = 300;
const DEFAULT_SIZE = 36;
const ROWS = [-1, 0, 1];
/** A row is that much higher than its text, as in the documentation's picture. */
const ROW_GAP = 1.45;

type Column = { chosen: number; least: number; most: number };

export const drawPickDate: Draw = (painter, { id, props }) => {
	const asked = numberOf(props, "w");
	const width = asked < painter.scene.width / 2 ? DEFAULT_WIDTH : asked;
	const x = numberOf(props, "x");
	const left = x <= 0 ? (painter.scene.width - width) / 2 : x;
	const size = numberOf(props, "font_size", DEFAULT_SIZE);
	const rowHeight = lineHeightOf(size) * ROW_GAP;
	const columns = columnsOf(props);
	for (const [index, column] of columns.entries()) {
		for (const [row, step] of ROWS.entries()) {
			const value = column.chosen + step;
			if (value < column.least || value > column.most) continue;
			const w = width / columns.length;
			paintText(painter, {
				text: String(value).padStart(2, "0"),
				widget: id,
				box: { x: left + index * w, y: numberOf(props, "y") + row * rowHeight, w, h: rowHeight },
				size,
				color: "#ffffff",
				alignH: ALIGN.CENTER_H,
				alignV: ALIGN.CENTER_V,
				style: TEXT_STYLE.NONE,
				charSpace: 0,
				lineSpace: 0,
			});
		}
	}
};

/** Only what was given a start: year, month, day, hour, minute. */
function columnsOf(props: Props): Column[] {
	const all: { name: string; least: number; most: number }[] = [
		{ name: "initYear", least: numberOf(props, "startYear", 1970), most: numberOf(props, "endYear", 2100) },
		{ name: "initMonth", least: 1, most: 12 },
		{ name: "initDay", least: 1, most: 31 },
		{ name: "initHour", least: 0, most: 23 },
		{ name: "initMin", least: 0, most: 59 },
	];
	return all.flatMap(({ name, least, most }) => {
		const chosen = optionalNumber(props, name);
		return chosen === undefined ? [] : [{ chosen, least, most }];
	});
}
