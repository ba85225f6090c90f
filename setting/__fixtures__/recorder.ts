/**
 * For tests: stands where the Zepp app's components do and keeps what was drawn, so that a test reads the page and taps
 * it as a person would. Owns no behaviour of the page.
 */
type Drawn = { component: string; props: Record<string, unknown>; children: Drawn[]; text: string };

export type Recorder = {
	/** Every text that a person sees, in order. */
	texts(): string[];
	/** What a text field shows, by its label. */
	shownIn(label: string): string;
	has(label: string): boolean;
	/** The text right under the field of that label, "" where another field or a button is. */
	after(label: string): string;
	tap(button: string): void;
	/** Opens the part of that title, which is folded away, or folds it again. */
	unfold(title: string): void;
	type(label: string, text: string): void;
	choose(label: string, optionName: string): void;
	turn(label: string, on: boolean): void;
	isOn(label: string): boolean;
	/** The side that the page begins on, where it says one. */
	direction(): unknown;
	/** The widths of the chart's bars, from top to bottom. */
	bars(): string[];
	/** The colour of every bar, sample and frame, with that of the ground on which it is drawn, both `#rrggbb`. */
	shapes(): { color: string; ground: string }[];
	chosen(label: string): string;
};

const COMPONENTS = ["View", "Section", "Text", "Button", "TextInput", "Select", "Toggle"] as const;

/** Puts the components where the page looks for them. */
export function installComponents(): void {
	for (const component of COMPONENTS) {
		Reflect.set(globalThis, component, (props: Record<string, unknown>, children?: unknown) =>
			draw(component, props, children),
		);
	}
}

/** Reads what `build` draws at the moment of each call: the storage may have changed in between. */
export function record(build: () => unknown): Recorder {
	const all = () => flatten(build());
	const find = (label: string, component?: string): Drawn => {
		const found = all().find(
			({ props, ...drawn }) => props.label === label && (!component || drawn.component === component),
		);
		if (found === undefined) throw new Error(`nothing is labelled ${label}`);
		return found;
	};
	const call = (drawn: Drawn, handler: string, ...values: unknown[]) => {
		const run = drawn.props[handler];
		if (typeof run !== "function") throw new Error(`${drawn.component} has no ${handler}`);
		run(...values);
	};
	return {
		texts: () =>
			all().flatMap(({ props, text }) =>
				[props.title, props.label, props.value, props.placeholder, text].filter(isText),
			),
		direction: () => {
			const style = all()[0]?.props.style;
			return typeof style === "object" && style !== null ? Reflect.get(style, "direction") : undefined;
		},
		shownIn: (label) => String(find(label, "TextInput").props.value),
		has: (label) => all().some(({ props }) => props.label === label),
		after: (label) => {
			const leaves = all().filter(({ component }) => component !== "View");
			return leaves[leaves.findIndex(({ props }) => props.label === label) + 1]?.text ?? "";
		},
		tap: (button) => call(find(button, "Button"), "onClick"),
		unfold: (title) => call(find(title, "Button"), "onClick"),
		type: (label, text) => call(find(label, "TextInput"), "onChange", text),
		choose: (label, optionName) => {
			const select = find(label, "Select");
			call(select, "onChange", optionsOf(select).find(({ name }) => name === optionName)?.value);
		},
		turn: (label, on) => call(find(label, "Toggle"), "onChange", on),
		bars: () => all().flatMap(({ props }) => barOf(props.style)),
		shapes: () => shapesIn(build(), ""),
		isOn: (label) => find(label, "Toggle").props.value === true,
		chosen: (label) => {
			const select = find(label, "Select");
			return optionsOf(select).find(({ value }) => value === select.props.value)?.name ?? "";
		},
	};
}

/** A bar is a coloured box with a width of its own. */
function barOf(style: unknown): string[] {
	if (typeof style !== "object" || style === null) return [];
	const width: unknown = Reflect.get(style, "width");
	return Reflect.has(style, "height") && typeof width === "string" && width.endsWith("%") ? [width] : [];
}

/** A box with a height of its own is there for its colour. */
function shapesIn(drawn: unknown, ground: string): { color: string; ground: string }[] {
	if (!isDrawn(drawn)) return [];
	const { height, background, border } = stylesOf(drawn);
	const frame = /#[0-9a-f]{6}/.exec(border ?? "")?.[0];
	const colors = [frame, height === undefined ? undefined : background].filter((color) => color !== undefined);
	const inside = drawn.children.flatMap((child) => shapesIn(child, background ?? ground));
	return [...colors.map((color) => ({ color, ground })), ...inside];
}

function stylesOf({ props: { style } }: Drawn): { readonly [property: string]: string | undefined } {
	if (typeof style !== "object" || style === null) return {};
	return Object.fromEntries(Object.entries(style).map(([property, value]) => [property, String(value)]));
}

function draw(component: string, props: Record<string, unknown>, children: unknown): Drawn {
	const list = Array.isArray(children) ? children : [children];
	return { component, props, children: list.filter(isDrawn), text: list.filter(isText).join("") };
}

function flatten(root: unknown): Drawn[] {
	return isDrawn(root) ? [root, ...root.children.flatMap(flatten)] : [];
}

function optionsOf(select: Drawn): { name: string; value: string }[] {
	const { options } = select.props;
	return Array.isArray(options) ? options : [];
}

function isDrawn(value: unknown): value is Drawn {
	return typeof value === "object" && value !== null && "component" in value;
}

function isText(value: unknown): value is string {
	return typeof value === "string" && value !== "";
}
