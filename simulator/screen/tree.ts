/** How widgets stand in each other: which are shown, in what order, in what box. The renderer and the hit test share it. */
import { SHOW_LEVEL } from "./constants.ts";
import { numberOf, optionalNumber } from "./props.ts";
import type { Box, Scene, Widget } from "./scene.ts";

/** A RADIO_GROUP's and a CHECKBOX_GROUP's options count from its corner, but may stand outside its box. */
const GROUPS = new Set(["GROUP", "VIEW_CONTAINER", "RADIO_GROUP", "CHECKBOX_GROUP"]);

export function isContainer(widget: Widget): boolean {
	return GROUPS.has(widget.type);
}

/** The widgets in a container, or the page's own (null), lowest first: by `z_index`, then as they were created. */
export function childrenOf(scene: Scene, parent: number | null): Widget[] {
	const children = scene.widgets.filter((widget) => widget.parent === parent);
	return children.sort((a, b) => numberOf(a.props, "z_index") - numberOf(b.props, "z_index"));
}

/** Without a `show_level` a widget is shown always. */
export function isShown(scene: Scene, widget: Widget): boolean {
	if (!widget.visible) return false;
	const level = optionalNumber(widget.props, "show_level");
	if (level === undefined) return true;
	const now = scene.editing?.active ? SHOW_LEVEL.ONLY_EDIT : scene.aod ? SHOW_LEVEL.ONLY_AOD : SHOW_LEVEL.ONLY_NORMAL;
	return (level & now) !== 0;
}

/** Where a container's children are cut. Its sides default to the screen's (DOC ui/widget/VIEW_CONTAINER.mdx). */
export function containerBox(scene: Scene, widget: Widget): Box {
	const x = numberOf(widget.props, "x");
	const y = numberOf(widget.props, "y");
	if (widget.type.endsWith("_GROUP")) return { x, y, w: scene.width, h: scene.height };
	const page = numberOf(widget.props, "page");
	const step = scene.pages?.step ?? { x: 0, y: 0 };
	const size = { w: numberOf(widget.props, "w", scene.width), h: numberOf(widget.props, "h", scene.height) };
	return { x: x + page * step.x, y: y + page * step.y, ...size };
}
