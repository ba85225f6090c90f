/**
 * The widgets that one surface has created. Owns their properties, listeners and order; never draws. Rule: ids are never
 * used again, so a handle to a deleted widget does nothing.
 */
import type { Widget } from "../screen/scene.ts";
import { type FunctionRef, isRef, refsIn } from "./values.ts";

const REACTING: ReadonlySet<string> = new Set(["SLIDE_SWITCH", "STATE_BUTTON", "DIALOG"]);

type Listener = { event: number; ref: FunctionRef };
type Kept = Widget & { listeners: Listener[] };

/** What a tree counts; part of an app's counters. */
type Counts = { widgetsCreated: number; propertiesSet: number };

export class WidgetTree {
	#widgets = new Map<number, Kept>();
	#nextId = 1;
	readonly #laid = new Set<number>();
	readonly #counts: Counts;
	readonly #changed: () => void;
	readonly #release: (refs: FunctionRef[]) => void;

	/** `changed` follows every change that can be seen; `release` lets go of functions that no widget holds any more. */
	constructor(counts: Counts, changed: () => void, release: (refs: FunctionRef[]) => void) {
		this.#counts = counts;
		this.#changed = changed;
		this.#release = release;
	}

	/** In the order of creation. */
	all(): readonly Widget[] {
		return [...this.#widgets.values()];
	}

	get(id: number): Widget | undefined {
		return this.#widgets.get(id);
	}

	create(type: string, props: Record<string, unknown>, parent: number | null): number {
		const id = this.#nextId++;
		const { visible, ...kept } = props;
		this.#widgets.set(id, { id, type, props: kept, parent, visible: visible !== false, listeners: [] });
		this.#counts.widgetsCreated++;
		this.#changed();
		return id;
	}

	/** Merges `values` into the widget's properties; `visible` moves to the widget itself. */
	assign(id: number, values: Record<string, unknown>): void {
		const widget = this.#widgets.get(id);
		if (!widget) return;
		for (const [name, value] of Object.entries(values)) {
			this.#counts.propertiesSet++;
			if (name === "visible") widget.visible = value === true || value === 1;
			else {
				this.#release(refsIn(widget.props[name]));
				widget.props[name] = value;
			}
		}
		this.#changed();
	}

	/** Appends to a list property: what a canvas or a polyline has drawn. */
	append(id: number, name: string, value: unknown): void {
		const widget = this.#widgets.get(id);
		if (!widget) return;
		const list = widget.props[name];
		widget.props[name] = [...(Array.isArray(list) ? list : []), value];
		this.#changed();
	}

	/** With all that was created in it. */
	delete(id: number): void {
		const widget = this.#widgets.get(id);
		if (!widget) return;
		for (const child of [...this.#widgets.values()]) if (child.parent === id) this.delete(child.id);
		this.#drop(widget);
		this.#changed();
	}

	/** Deleted, but still on the screen and in the way until `bury`; `stays`: even then. */
	lay(id: number, stays: boolean): void {
		const widget = this.#widgets.get(id);
		if (!widget) return;
		this.#release([...refsIn(widget.props), ...widget.listeners.map(({ ref }) => ref)]);
		widget.listeners = [];
		widget.props = Object.fromEntries(Object.entries(widget.props).filter(([, value]) => !isRef(value)));
		if (!stays) this.#laid.add(id);
	}

	/** Takes what was laid off the screen. */
	bury(): void {
		for (const id of this.#laid) this.delete(id);
		this.#laid.clear();
	}

	/** All at once, which is seen once. */
	clear(): void {
		if (this.#widgets.size === 0) return;
		for (const widget of [...this.#widgets.values()]) this.#drop(widget);
		this.#changed();
	}

	#drop(widget: Kept): void {
		this.#widgets.delete(widget.id);
		this.#release([...refsIn(widget.props), ...widget.listeners.map(({ ref }) => ref)]);
	}

	listen(id: number, event: number, ref: FunctionRef): void {
		this.#widgets.get(id)?.listeners.push({ event, ref });
	}

	unlisten(id: number, event: number, ref: FunctionRef): void {
		const widget = this.#widgets.get(id);
		const found = widget?.listeners.find((one) => one.event === event && one.ref.$fn === ref.$fn);
		// The call itself took one more hold on the function.
		this.#release(found ? [ref, found.ref] : [ref]);
		if (widget && found) widget.listeners = widget.listeners.filter((one) => one !== found);
	}

	listeners(id: number, event: number): FunctionRef[] {
		const widget = this.#widgets.get(id);
		return (widget?.listeners ?? []).filter((one) => one.event === event).map(({ ref }) => ref);
	}

	/** Ids of the widgets that react to a finger: by listeners, by a function among their properties, or by themselves. */
	handlers(): ReadonlySet<number> {
		const reacting = [...this.#widgets.values()].filter(
			({ type, props, listeners, visible }) =>
				visible && props.enable !== false && (listeners.length > 0 || refsIn(props).length > 0 || REACTING.has(type)),
		);
		return new Set(reacting.map(({ id }) => id));
	}
}
