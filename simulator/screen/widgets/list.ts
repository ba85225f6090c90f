/**
 * SCROLL_LIST, at its top: what is scrolled to is the finger's, which no property tells. `prop.UPDATE_DATA` wins over what
 * the list was made with.
 */
import { ALIGN, TEXT_STYLE } from "../constants.ts";
import { DEFAULT_TEXT_SIZE, paintText } from "../paint-text.ts";
import { type Draw, imageAt, inside, type Painter } from "../painter.ts";
import { boxOf, colorOf, numberOf, type Props, recordOf, recordsOf, textOf } from "../props.ts";
import { roundedPath } from "./shapes.ts";

export const drawScrollList: Draw = (painter, { id, props: given }) => {
	const props = { ...given, ...recordOf(given, "update_data") };
	const box = boxOf(props);
	const all = recordsOf(props, "data_array");
	inside(painter, box, (inner) => {
		let y = 0;
		for (const [index, item] of all.slice(0, numberOf(props, "data_count", all.length)).entries()) {
			const config = configOf(props, index);
			const height = numberOf(config, "item_height");
			if (y >= box.h) return;
			inside(inner, { x: 0, y, w: box.w, h: height }, (row) => paintItem(row, id, config, item, box.w));
			y += height + numberOf(props, "item_space");
		}
	});
};

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
