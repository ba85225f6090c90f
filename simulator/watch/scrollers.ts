/** Lists and containers that move by themselves under a finger or the crown. Owns how far they go, never the page. */
import { boxOnPage, hitTest, parentOf } from "../screen/hit-test.ts";
import { numberOf } from "../screen/props.ts";
import type { Scene, Widget } from "../screen/scene.ts";
import { childrenOf, containerBox } from "../screen/tree.ts";
import { listHeight } from "../screen/widgets/list.ts";
import type { AppContext } from "./context.ts";

type Way = "up" | "down" | "left" | "right";

/** How far one swipe or turn moves a part, of what it shows of itself. */
const STEP_SHARE = 0.75;

/** Moves the topmost part in the middle of the screen that can go that way. False where there is none. */
export function scrollPart(app: AppContext, scene: Scene, way: Way): boolean {
	const all = scene.widgets.filter(({ type }) => type === "SCROLL_LIST" || type === "VIEW_CONTAINER");
	const met = hitTest(scene, scene.width / 2, scene.height / 2, new Set(all.map(({ id }) => id)));
	let part = scene.widgets.find(({ id }) => id === met);
	while (part !== undefined) {
		if (move(app, scene, part, way)) return true;
		part = parentOf(scene, part);
	}
	return false;
}

/** Up and left show what is below and to the right. */
function move(app: AppContext, scene: Scene, part: Widget, way: Way): boolean {
	const name = way === "up" || way === "down" ? "pos_y" : "pos_x";
	const { hidden, shown } = extentOf(scene, part, name);
	const before = numberOf(part.props, name);
	const wanted = before + (way === "up" || way === "left" ? -1 : 1) * STEP_SHARE * shown;
	const after = Math.min(0, Math.max(wanted, -hidden));
	if (after === before) return false;
	app.widgets.assign(part.id, { [name]: after });
	return true;
}

/** px of a part that do not fit into it along a way, and those that do. */
function extentOf(scene: Scene, part: Widget, name: "pos_x" | "pos_y"): { hidden: number; shown: number } {
	const { props, type } = part;
	if (type === "SCROLL_LIST") {
		const shown = numberOf(props, "h");
		return { shown, hidden: name === "pos_y" ? Math.max(0, listHeight(props) - shown) : 0 };
	}
	const { w, h } = containerBox(scene, part);
	const shown = name === "pos_y" ? h : w;
	// DOC ui/widget/VIEW_CONTAINER: scroll_enable 0 (their example has false); a package then moves it by pos_x and pos_y.
	const isFixed = type !== "VIEW_CONTAINER" || props.scroll_enable === 0 || props.scroll_enable === false;
	if (isFixed) return { shown, hidden: 0 };
	const ends = childrenOf(scene, part.id).map((child) => {
		const box = boxOnPage(scene, child);
		return name === "pos_y" ? box.y + box.h : box.x + box.w;
	});
	return { shown, hidden: Math.max(0, ...ends.map((end) => end - shown)) };
}
