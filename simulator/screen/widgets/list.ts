/**
 * SCROLL_LIST: its rows, where they stand and how they look. `pos_y` is how far a finger has moved them, 0 at the top and
 * negative below, as that of a VIEW_CONTAINER.
 */
import { contains } from "../box.ts";
import { ALIGN, TEXT_STYLE } from "../constants.ts";
import { DEFAULT_TEXT_SIZE, paintText } from "../paint-text.ts";
import { type Draw, imageAt, inside, type Painter } from "../painter.ts";
import { boxOf, colorOf, numberOf, type Props, recordsOf, textOf } from "../props.ts";
import { roundedPath } from "./shapes.ts";

/** `y` counts from the top of the first row. */
type Row = { index: number; item: Props; config: Props; y: number; height: number };

export const drawScrollList: Draw = (painter, { id, props }) => {
	const box = boxOf(props);
	inside(painter, box, (inner) => {
		for (const { item, config, y, height } of rowsOf(props)) {
			const top = y + numberOf(props, "pos_y");
			if (top >= box.h || top + height <= 0) continue;
			inside(inner, { x: 0, y: top, w: box.w, h: height }, (row) => paintItem(row, id, config, item, box.w));
		}
	});
};

function rowsOf(props: Props): Row[] {
	const all = recordsOf(props, "data_array");
	let y = 0;
	return all.slice(0, numberOf(props, "data_count", all.length)).map((item, index) => {
		const config = configOf(props, index);
		const height = numberOf(config, "item_height");
		const row = { index, item, config, y, height };
		y += height + numberOf(props, "item_space");
		return row;
	});
}

/** px from the top of the first row to the bottom of the last. */
export function listHeight(props: Props): number {
	const last = rowsOf(props).at(-1);
	return last === undefined ? 0 : last.y + last.height;
}

/** The row under a point that counts from the list's corner; `key` is of the part that reacts there (DOC ui/widget/SCROLL_LIST, `action`). */
export function rowAt(props: Props, x: number, y: number): { index: number; key: string | undefined } | null {
	const down = y - numberOf(props, "pos_y");
	const row = rowsOf(props).find((one) => down >= one.y && down < one.y + one.height);
	if (row === undefined) return null;
	const views = [...recordsOf(row.config, "image_view"), ...recordsOf(row.config, "text_view")];
	const part = views.find((view) => view.action === true && contains(boxOf(view), x, down - row.y));
	return { index: row.index, key: part === undefined ? undefined : textOf(part, "key") };
}

/** The kind that `data_type_config` gives an index, else the first. */
function configOf(props: Props, index: number): Props {
	const range = recordsOf(props, "data_type_config").find(
		(candidate) => index >= numberOf(candidate, "start") && index <= numberOf(candidate, "end"),
	);
	const configs = recordsOf(props, "item_config");
	return configs.find((config) => range !== undefined && config.type_id === range.type_id) ?? configs[0] ?? {};
}

function paintItem(painter: Painter, widget: number, config: Props, item: Props, width: number): void {
	const box = { x: 0, y: 0, w: width, h: numberOf(config, "item_height") };
	roundedPath(painter, box, numberOf(config, "item_bg_radius"));
	painter.pen.fillStyle = colorOf(config, "item_bg_color", 0);
	painter.pen.fill();
	for (const view of recordsOf(config, "image_view")) {
		const image = imageAt(painter, textOf(item, textOf(view, "key")));
		const place = boxOf(view);
		if (image) inside(painter, place, (inner) => inner.pen.drawImage(image, 0, 0));
	}
	for (const view of recordsOf(config, "text_view")) {
		paintText(painter, {
			text: textOf(item, textOf(view, "key")),
			widget,
			box: boxOf(view),
			size: numberOf(view, "text_size", DEFAULT_TEXT_SIZE),
			color: colorOf(view, "color"),
			alignH: numberOf(view, "align_h", ALIGN.CENTER_H),
			alignV: numberOf(view, "align_v", ALIGN.CENTER_V),
			style: TEXT_STYLE.NONE,
			charSpace: 0,
			lineSpace: 0,
		});
	}
}
