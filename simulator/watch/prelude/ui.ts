/** `createWidget` and the widget objects of `@zos/ui`. Owns the handles; what a widget is and shows is the host's. */
import { call, makeWidgetsWith } from "./bridge.ts";
import { fenced, fenceMethods } from "./fence.ts";

/** Properties that a widget of API level 4.0 has as getters and setters. DOC ui/gettersetter. */
const DIRECT = [
	"x y w h text text_size color align_h align_v text_style line_space char_space font text_i18n",
	"src angle center_x center_y pos_x pos_y alpha auto_scale radius line_width start_angle end_angle level",
	"normal_color press_color normal_src press_src enable visible",
].flatMap((row) => row.split(" "));

const CANVAS_METHODS = [
	"setPaint clear drawLine drawRect drawCircle drawEllipse drawArc drawPoly drawText drawImage drawPixel",
	"strokeRect strokeCircle strokeEllipse strokeArc strokePoly transform addPath closePath",
].flatMap((row) => row.split(" "));

class Widget {
	readonly id: number;
	constructor(id: number) {
		this.id = id;
	}
	setProperty(property: unknown, value: unknown): void {
		call("ui.set", this.id, property, value);
	}
	getProperty(property: unknown, value?: unknown): unknown {
		return call("ui.get", this.id, property, value);
	}
	addEventListener(event: unknown, callback: unknown): void {
		call("ui.listen", this.id, event, callback);
	}
	removeEventListener(event: unknown, callback: unknown): void {
		call("ui.unlisten", this.id, event, callback);
	}
	setEnable(enabled: unknown): void {
		call("ui.assign", this.id, "enable", enabled);
	}
	setAlpha(alpha: unknown): void {
		call("ui.assign", this.id, "alpha", alpha);
	}
	/** Of a polyline. */
	addLine(line: unknown): void {
		call("ui.addLine", this.id, line);
	}
	/** How a widget crosses to the host. */
	toJSON(): unknown {
		return { $widget: this.id };
	}
	getId(): number {
		return this.id;
	}
	getType(): unknown {
		return call("ui.type", this.id);
	}
	/** A group makes its children itself. */
	createWidget(type: unknown, options: unknown): Widget | null {
		return made(call("ui.create", type, options, this.id));
	}
	/** Of a dialog. */
	show(shown: unknown): void {
		call("ui.assign", this.id, "visible", shown === true);
	}
}

function made(id: unknown): Widget | null {
	return typeof id === "number" ? new Widget(id) : null;
}

/** What the host does not override: the functions of `@zos/ui` that take or give widgets. `direct`: getters and setters. */
export function uiModule(direct: boolean): Record<string, unknown> {
	makeWidgetsWith((id) => new Widget(id));
	fenceMethods(Widget.prototype);
	for (const name of direct ? DIRECT : []) {
		Object.defineProperty(Widget.prototype, name, {
			get: fenced(function get(this: Widget) {
				return call("ui.read", this.id, name);
			}),
			set: fenced(function set(this: Widget, value: unknown) {
				call("ui.assign", this.id, name, value);
			}),
		});
	}
	for (const method of CANVAS_METHODS) {
		Object.defineProperty(Widget.prototype, method, {
			value: fenced(function draw(this: Widget, ...args: unknown[]) {
				call("ui.canvas", this.id, method, args);
			}),
		});
	}
	return {
		createWidget: (type: unknown, options: unknown) => made(call("ui.create", type, options, null)),
		deleteWidget: (widget: Widget | null) => (widget ? call("ui.delete", widget.id) : undefined),
		createDialog: (options: unknown) => made(call("ui.dialog", options)),
	};
}

/** The one function of `@zos/interaction` that gives a widget. */
export function interactionModule(): Record<string, unknown> {
	return { createModal: (options: unknown) => made(call("ui.modal", options)) };
}
