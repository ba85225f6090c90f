/** Live sport values, which the watch draws and renews by itself (DOC ui/widget/SPORT_DATA.mdx). */
import { createWidget, edit_widget_group_type, sport_data, widget } from "@zos/ui";

export type SportValue = "HR" | "PACE" | "DISTANCE_TOTAL" | "DURATION_NET";

type Place = { x: number; y: number; w: number; h: number };

/** `id` must be one of its own for each. Value above, its name below. */
export function createSportValue(
	id: number,
	value: SportValue,
	place: Place,
	size: number,
	labelSize: number,
	color: number,
): void {
	const type: number = widget.SPORT_DATA;
	const valueHeight = Math.ceil(size * 1.25);
	createWidget(type, {
		edit_id: id,
		category: edit_widget_group_type.SPORTS,
		default_type: sport_data[value],
		...place,
		text_size: size,
		text_color: 0xffffff,
		text_x: 0,
		text_y: 0,
		text_w: place.w,
		text_h: valueHeight,
		sub_text_visible: true,
		sub_text_size: labelSize,
		sub_text_color: color,
		sub_text_x: 0,
		sub_text_y: valueHeight,
		sub_text_w: place.w,
		sub_text_h: place.h - valueHeight,
		rect_visible: false,
	});
}
