/** A finger on a surface: which widget it meets and which of its functions run. Owns the events of widgets only. */
import { boxOnScreen, hitTest } from "../screen/hit-test.ts";
import type { Scene, Widget } from "../screen/scene.ts";
import { rowAt } from "../screen/widgets/list.ts";
import { tapChoice } from "./choices.ts";
import { type AppContext, perApp } from "./context.ts";
import { tapDialog } from "./dialogs.ts";
import { EVENTS } from "./host/ui-names.ts";
import { isRef, widgetValue } from "./values.ts";

/** The widget whose callback runs now. */
export const touchedBy = perApp((): { widget: number | null } => ({ widget: null }));

/** A round screen has no corners to touch. */
export function isOnGlass({ width, height, shape }: Scene, x: number, y: number): boolean {
	if (shape === "square") return x >= 0 && y >= 0 && x < width && y < height;
	return Math.hypot(x - width / 2, y - height / 2) <= width / 2;
}

/** Taps at a point of the scene; the id of the widget that took it, or null. */
export function tap(app: AppContext, scene: Scene, x: number, y: number): number | null {
	if (isOnBar(scene, y)) return null;
	const id = hitTest(scene, x, y, takers(app));
	const widget = id === null ? undefined : app.widgets.get(id);
	if (!widget) return null;
	const point = { x, y };
	send(app, widget, EVENTS.CLICK_DOWN, point);
	send(app, widget, EVENTS.CLICK_UP, point);
	send(app, widget, EVENTS.SELECT, point);
	touchedBy(app).widget = widget.id;
	call(app, widget, "click_func", widgetValue(widget.id));
	touchedBy(app).widget = null;
	if (widget.type === "SCROLL_LIST") tapList(app, scene, widget, point);
	if (widget.type === "DIALOG") tapDialog(app, scene, widget, x);
	tapChoice(app, widget);
	return widget.id;
}

export function longPress(app: AppContext, scene: Scene, x: number, y: number): number | null {
	if (isOnBar(scene, y)) return null;
	const id = hitTest(scene, x, y, takers(app));
	const widget = id === null ? undefined : app.widgets.get(id);
	if (!widget) return null;
	send(app, widget, EVENTS.CLICK_DOWN, { x, y });
	call(app, widget, "longpress_func", widgetValue(widget.id));
	send(app, widget, EVENTS.CLICK_UP, { x, y });
	return widget.id;
}

/** The system's bar keeps the taps on it. */
function isOnBar({ bar }: Scene, y: number): boolean {
	return bar !== undefined && y < bar.height;
}

function send(app: AppContext, widget: Widget, event: number, point: { x: number; y: number }): void {
	for (const ref of app.widgets.listeners(widget.id, event)) app.invoke(ref, [point]);
}

function call(app: AppContext, widget: Widget, name: string, ...args: unknown[]): void {
	const ref = widget.props[name];
	if (isRef(ref)) app.invoke(ref, args);
}

/** DOC ui/widget/SCROLL_LIST: `item_click_func(list, index, data_key)`. */
function tapList(app: AppContext, scene: Scene, list: Widget, { x, y }: { x: number; y: number }): void {
	const { x: left, y: top } = boxOnScreen(scene, list);
	const row = rowAt(list.props, x - left, y - top);
	if (row !== null) call(app, list, "item_click_func", widgetValue(list.id), row.index, row.key);
}

/** The widgets that take a tap from those below. */
function takers(app: AppContext): ReadonlySet<number> {
	if (!app.system.habits.widgetsBlock) return app.widgets.handlers();
	return new Set(
		app.widgets
			.all()
			.filter(({ props }) => props.enable !== false)
			.map(({ id }) => id),
	);
}
