/**
 * RADIO_GROUP, CHECKBOX_GROUP and SLIDE_SWITCH: what is on and what is off. Owns `checked` on the STATE_BUTTONs and
 * switches; a radio group has one that is on. DOC ui/widget/RADIO_GROUP, CHECKBOX_GROUP, SLIDE_SWITCH.
 */
import type { Widget } from "../screen/scene.ts";
import type { AppContext } from "./context.ts";
import { isRef, widgetValue } from "./values.ts";

/** Switches an option of a group, as the package does with `prop.INIT`, `prop.CHECKED` and `prop.UNCHECKED`. */
export function choose(app: AppContext, option: Widget, checked: boolean): void {
	for (const other of isRadio(app, option) && checked ? optionsBeside(app, option) : []) {
		if (other.props.checked === true) app.widgets.assign(other.id, { checked: false });
	}
	app.widgets.assign(option.id, { checked });
}

/** The finger's tap on one of these widgets; the package's function is told. */
export function tapChoice(app: AppContext, widget: Widget): void {
	if (widget.type === "SLIDE_SWITCH") {
		const checked = widget.props.checked !== true;
		app.widgets.assign(widget.id, { checked });
		tell(app, widget, "checked_change_func", checked);
	}
	if (widget.type !== "STATE_BUTTON" || widget.parent === null) return;
	const checked = isRadio(app, widget) || widget.props.checked !== true;
	choose(app, widget, checked);
	const group = app.widgets.get(widget.parent);
	const index = optionsBeside(app, widget).findIndex(({ id }) => id === widget.id);
	if (group) tell(app, group, "check_func", index, checked);
}

function isRadio(app: AppContext, { parent }: Widget): boolean {
	return parent !== null && app.widgets.get(parent)?.type === "RADIO_GROUP";
}

function optionsBeside(app: AppContext, { parent }: Widget): Widget[] {
	return app.widgets.all().filter((one) => one.type === "STATE_BUTTON" && one.parent === parent);
}

function tell(app: AppContext, widget: Widget, name: string, ...args: unknown[]): void {
	const ref = widget.props[name];
	if (isRef(ref)) app.invoke(ref, [widgetValue(widget.id), ...args]);
}
