/** SPORT_DATA. */
import { moved } from "../box.ts";
import { ALIGN, TEXT_STYLE } from "../constants.ts";
import { paintText } from "../paint-text.ts";
import type { Draw, Painter } from "../painter.ts";
import { boxOf, colorOf, isTrue, numberOf, type Props } from "../props.ts";
import type { Box } from "../scene.ts";
import { sportDataName } from "../sport-data.ts";

const DEFAULT_SIZE = 36;
const DEFAULT_COLOR = 0x0000ff;
/** What the watch shows for a value that it has not got yet (INF). */
const NO_VALUE = "--";

/**
 * Shows the value of its data item, and with `sub_text_visible` the item's name. The widget's box cuts neither: official
 * samples give texts that are wider than it and stand beside it (COM zeppos-samples, running-pace-master).
 */
export const drawSportData: Draw = (painter, { id, props }) => {
	const box = boxOf(props);
	const datum = painter.scene.live.sport[sportDataName(props.default_type) ?? ""];
	if (isTrue(props, "rect_visible")) paintFrame(painter, props, box);
	paintPart(painter, id, props, { prefix: "text", text: datum?.value ?? NO_VALUE, box });
	if (!isTrue(props, "sub_text_visible")) return;
	paintPart(painter, id, props, { prefix: "sub_text", text: datum?.label ?? "", box });
};

function paintFrame({ pen }: Painter, props: Props, { x, y, w, h }: Box): void {
	pen.strokeStyle = colorOf(props, "line_color", DEFAULT_COLOR);
	pen.lineWidth = 1;
	pen.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
}

type Part = { prefix: "text" | "sub_text"; text: string; box: Box };

function paintPart(painter: Painter, widget: number, props: Props, { prefix, text, box }: Part): void {
	const place = {
		x: numberOf(props, `${prefix}_x`),
		y: numberOf(props, `${prefix}_y`),
		w: numberOf(props, `${prefix}_w`, box.w),
		h: numberOf(props, `${prefix}_h`, box.h),
	};
	paintText(painter, {
		text,
		widget,
		box: moved(place, box.x, box.y),
		size: numberOf(props, `${prefix}_size`, DEFAULT_SIZE),
		color: colorOf(props, `${prefix}_color`, DEFAULT_COLOR),
		alignH: ALIGN.CENTER_H,
		alignV: ALIGN.CENTER_V,
		style: TEXT_STYLE.NONE,
		charSpace: 0,
		lineSpace: 0,
	});
}
