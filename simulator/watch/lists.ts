/** The rows of a SCROLL_LIST, as a package changes them one by one or all (DOC ui/widget/SCROLL_LIST). */
import type { Widget } from "../screen/scene.ts";
import { listHeight } from "../screen/widgets/list.ts";
import type { AppContext } from "./context.ts";
import { isRecord, numberOr } from "./values.ts";

const CHANGES = ["update_data", "update_item", "delete_item", "move_item"];

/** False where `name` is no such change. */
export function changeList(app: AppContext, list: Widget, name: string, value: unknown): boolean {
	if (list.type !== "SCROLL_LIST" || !CHANGES.includes(name)) return false;
	const given = isRecord(value) ? value : {};
	const rows = Array.isArray(list.props.data_array) ? [...list.props.data_array] : [];
	const index = numberOr(given.index, -1);
	if (name === "update_data") {
		const { on_page, ...data } = given;
		// Without `on_page` the list begins at its top again.
		app.widgets.assign(list.id, on_page === 1 ? data : { ...data, pos_y: 0 });
	} else if (name === "update_item" && index in rows) {
		rows[index] = given.item_data;
		app.widgets.assign(list.id, { data_array: rows });
	} else if (name === "delete_item" && index in rows) {
		rows.splice(index, 1);
		const left = { ...list.props, data_array: rows, data_count: rows.length };
		const lowest = Math.min(0, numberOr(list.props.h, 0) - listHeight(left));
		app.widgets.assign(list.id, {
			data_array: rows,
			data_count: rows.length,
			pos_y: Math.max(lowest, numberOr(list.props.pos_y, 0)),
		});
	} else if (name === "move_item") app.log("debug", "@zos/ui", "prop.MOVE_ITEM: no row moves sideways here");
	return true;
}
