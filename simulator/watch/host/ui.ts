/** `@zos/ui`: what a package may create on its surface, and what it can ask about it. */
import type { Widget } from "../../screen/scene.ts";
import { layoutText } from "../../screen/text.ts";
import { choose } from "../choices.ts";
import { type AppContext, type Operations, perApp } from "../context.ts";
import { openDialog } from "../dialogs.ts";
import { editableOf } from "../editing.ts";
import { changeList } from "../lists.ts";
import { isRecord, isRef, numberOr, optionalText } from "../values.ts";
import { propertyName, widgetName } from "./ui-names.ts";

/** DOC secondary-widget: a card is 20 to 60 % of the screen high. */
const CARD_MARGIN_SHARE = 0.05;
const CARD_RADIUS_SHARE = 0.08;
const CARD_LEAST_SHARE = 0.2;
const CARD_MOST_SHARE = 0.6;

/** The system's bar over a page of a square watch. */
export const statusBarOf = perApp(() => ({ visible: true, title: "" }));

/** A card's height in px, of which the screen's half is the first. */
const cardOf = perApp(({ canvas }) => ({ height: Math.round(canvas.height / 2) }));

export const UI_OPERATIONS: Operations = {
	"ui.create"(app, type, options, parent) {
		const name = widgetName(type);
		if (name === undefined) {
			app.log("warn", "@zos/ui", `createWidget: no such widget here (${String(type)})`);
			return null;
		}
		const props = isRecord(options) ? options : {};
		if (props.layout !== undefined || name === "VIRTUAL_CONTAINER") app.refuse("@zos/ui flex layout");
		return app.widgets.create(name, props, typeof parent === "number" ? parent : null);
	},
	"ui.delete": (app, id) => app.widgets.delete(Number(id)),
	"ui.set"(app, id, property, value) {
		const name = propertyName(property);
		const option = widgetIn(app, value);
		const widget = app.widgets.get(Number(id));
		if (widget && name !== undefined && changeList(app, widget, name, value)) return;
		if (option) choose(app, option, name !== "unchecked");
		else if (name === "more" && isRecord(value)) app.widgets.assign(Number(id), withoutVisible(value));
		else if (name === "anim") app.log("debug", "@zos/ui", "prop.ANIM: nothing moves here");
		else if (name === "show") app.widgets.assign(Number(id), { visible: value });
		else if (name !== undefined) app.widgets.assign(Number(id), { [name]: value });
	},
	"ui.get"(app, id, property, value) {
		const widget = app.widgets.get(Number(id));
		const name = propertyName(property);
		const option = widgetIn(app, value);
		if (option) return option.props.checked === true;
		if (!widget || name === undefined) return undefined;
		if (name === "current_type" || name === "current_config") return chosenOf(app, widget, name, value);
		if (name === "more") return withoutFunctions(widget.props);
		return name === "visible" ? widget.visible : widget.props[name];
	},
	"ui.read": (app, id, name) => app.widgets.get(Number(id))?.props[String(name)],
	"ui.assign": (app, id, name, value) => app.widgets.assign(Number(id), { [String(name)]: value }),
	"ui.type": (app, id) => app.widgets.get(Number(id))?.type,
	"ui.listen"(app, id, event, ref) {
		if (isRef(ref)) app.widgets.listen(Number(id), numberOr(event, 0), ref);
	},
	"ui.unlisten"(app, id, event, ref) {
		if (isRef(ref)) app.widgets.unlisten(Number(id), numberOr(event, 0), ref);
	},
	"ui.canvas"(app, id, method, args) {
		const [param] = Array.isArray(args) ? args : [];
		if (method === "clear") app.widgets.assign(Number(id), { draws: [], lines: [] });
		else app.widgets.append(Number(id), "draws", { call: String(method), param });
	},
	"ui.addLine": (app, id, param) => app.widgets.append(Number(id), "lines", param),
	"ui.dialog": (app, options) => openDialog(app, options, isRecord(options) && options.show === true),
	"ui.modal": (app, options) => openDialog(app, options, !isRecord(options) || options.show !== false),
	"@zos/ui.getTextLayout"(app, text, options) {
		app.counters.layouts++;
		const { text_size, text_width, wrapped } = isRecord(options) ? options : {};
		const { width, height, rows, truncated } = layoutText(String(text), {
			textSize: numberOr(text_size, app.canvas.width / 20),
			width: numberOr(text_width, 0),
			wrapped: wrapped === undefined || wrapped === 1 || wrapped === true,
		});
		return { width, height, rows, result: truncated ? 1 : 0, text: String(text) };
	},
	"@zos/ui.getImageInfo"(app, path) {
		const bytes = app.package.deviceFiles.get(`assets/${String(path)}`);
		return pngSize(bytes) ?? { width: 0, height: 0 };
	},
	"@zos/ui.setStatusBarVisible"(app, visible) {
		statusBarOf(app).visible = visible !== false;
		app.system.changed(app.appId);
	},
	"@zos/ui.updateStatusBarTitle"(app, title) {
		statusBarOf(app).title = optionalText(title) ?? "";
		app.system.changed(app.appId);
	},
	"@zos/ui.redraw": (app) => app.system.changed(app.appId),
	"@zos/ui.getAppWidgetSize": (app) => cardSize(app),
	"@zos/ui.setAppWidgetSize"(app, option) {
		const wanted = numberOr(isRecord(option) ? option.h : undefined, cardOf(app).height);
		const { height } = app.system.device;
		cardOf(app).height = Math.min(Math.max(wanted, height * CARD_LEAST_SHARE), height * CARD_MOST_SHARE);
		app.system.changed(app.appId);
	},
	"@zos/ui.getRtlLayout": () => false,
	"@zos/ui.relayoutRtl": () => undefined,
};

/** DOC watchface/api/hmUI/widget/edit_watchface. `withSeconds`: of hands, the one of the seconds too. */
function chosenOf(app: AppContext, widget: Widget, name: string, withSeconds: unknown): unknown {
	const editable = editableOf(widget, app.system.editing.chosen(app.appId));
	if (editable === null) return undefined;
	if (name === "current_type") return editable.chosen;
	const configs = Array.isArray(widget.props.config) ? widget.props.config.filter(isRecord) : [];
	const config = configs.find(({ id }) => id === editable.chosen) ?? {};
	const hands = ["hour", "minute", ...(withSeconds === true ? ["second"] : [])];
	return Object.fromEntries(
		hands.flatMap((hand) =>
			Object.entries(isRecord(config[hand]) ? config[hand] : {}).map(([key, one]) => [`${hand}_${key}`, one]),
		),
	);
}

/** The widget that a package passed as a value, or undefined. */
function widgetIn(app: AppContext, value: unknown): Widget | undefined {
	const id = isRecord(value) ? value.$widget : undefined;
	return typeof id === "number" ? app.widgets.get(id) : undefined;
}

/** DOC secondary-widget: width, margin and corners are the system's; the numbers are ours (INF). */
export function cardSize(app: AppContext): { w: number; h: number; margin: number; radius: number } {
	const { canvas } = app;
	const margin = Math.round(canvas.width * CARD_MARGIN_SHARE);
	return {
		w: canvas.width - 2 * margin,
		h: cardOf(app).height,
		margin,
		radius: Math.round(canvas.width * CARD_RADIUS_SHARE),
	};
}

/** DOC ui/setProperty: MORE does not take VISIBLE. */
function withoutVisible({ visible: _visible, ...values }: Record<string, unknown>): Record<string, unknown> {
	return values;
}

function withoutFunctions(props: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(props).filter(([, value]) => !isRef(value)));
}

const PNG_WIDTH_OFFSET = 16;
const PNG_HEIGHT_OFFSET = 20;

function pngSize(bytes: Uint8Array | undefined): { width: number; height: number } | undefined {
	if (!bytes || bytes.length < PNG_HEIGHT_OFFSET + 4) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return { width: view.getUint32(PNG_WIDTH_OFFSET), height: view.getUint32(PNG_HEIGHT_OFFSET) };
}
