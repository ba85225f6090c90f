/** The settings elements that a person fills in or presses, each as the plain HTML control that it is. */
import type { SettingsElement, SettingsNode } from "../../phone/settings-node.ts";
import { setStyle } from "./settings-style.ts";

type Value = string | boolean | number | string[];

export type Control = { element: HTMLElement; update(node: SettingsNode): void };

/** `act` tells what the person did; nothing for a press. */
type Create = (node: SettingsNode, act: (value?: Value) => void) => Control;

export const CONTROLS: Partial<Record<SettingsElement, Create>> = {
	Auth: createAuth,
	Button: createButton,
	Image: createImage,
	Select: createSelect,
	Slider: createSlider,
	TextImageRow: createRow,
	TextInput: createTextInput,
	Toggle: createToggle,
};

export function textOf(value: unknown): string {
	return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function labelOf({ props }: SettingsNode): string {
	return textOf(props.label) || textOf(props.title) || textOf(props.message);
}

function createButton(_: SettingsNode, act: () => void): Control {
	const element = document.createElement("button");
	element.type = "button";
	element.onclick = () => act();
	return {
		element,
		update(node) {
			element.textContent = labelOf(node);
			element.dataset.color = textOf(node.props.color) || "default";
		},
	};
}

/** Signing in at a provider opens a browser on a phone; nothing here stands in for it. */
function createAuth(): Control {
	const element = document.createElement("button");
	element.type = "button";
	element.disabled = true;
	element.title = "not modelled: Auth";
	return {
		element,
		update(node) {
			element.textContent = labelOf(node);
		},
	};
}

function createImage(): Control {
	const element = document.createElement("img");
	return {
		element,
		update({ props }) {
			if (element.getAttribute("src") !== textOf(props.src)) element.src = textOf(props.src);
			element.alt = textOf(props.alt);
			if (props.width !== undefined) element.style.width = withUnit(props.width);
			if (props.height !== undefined) element.style.height = withUnit(props.height);
		},
	};
}

function withUnit(length: unknown): string {
	return typeof length === "number" ? `${length}px` : textOf(length);
}

function createRow(): Control {
	const element = document.createElement("div");
	const label = document.createElement("span");
	const below = document.createElement("small");
	element.append(label, below);
	return {
		element,
		update({ props }) {
			label.textContent = textOf(props.label);
			below.textContent = textOf(props.sublabel);
		},
	};
}

/** A label around its control, so that the label is the control's name. */
function labelled(control: HTMLElement): { element: HTMLElement; name(node: SettingsNode): void } {
	const element = document.createElement("label");
	const caption = document.createElement("span");
	element.append(caption, control);
	return {
		element,
		name(node) {
			caption.textContent = labelOf(node);
			caption.hidden = labelOf(node) === "";
			setStyle(caption, node.props.labelStyle);
			setStyle(control, node.props.subStyle);
			if (labelOf(node) === "") control.setAttribute("aria-label", textOf(node.props.placeholder) || node.element);
			else control.removeAttribute("aria-label");
		},
	};
}

/** The phone tells the app when the person is done, not at each letter (INF). */
function createTextInput(node: SettingsNode, act: (value: string) => void): Control {
	const input = document.createElement(node.props.multiline === true ? "textarea" : "input");
	const { element, name } = labelled(input);
	let typing = false;
	input.autocomplete = "off";
	input.spellcheck = false;
	input.oninput = () => {
		typing = true;
	};
	input.onchange = () => {
		typing = false;
		act(input.value);
	};
	return {
		element,
		update(now) {
			name(now);
			input.placeholder = textOf(now.props.placeholder);
			input.disabled = now.props.disabled === true;
			if (input instanceof HTMLTextAreaElement && now.props.rows !== undefined) input.rows = Number(now.props.rows);
			if (!typing && input.value !== textOf(now.value)) input.value = textOf(now.value);
		},
	};
}

function createToggle(_: SettingsNode, act: (value: boolean) => void): Control {
	const input = document.createElement("input");
	const { element, name } = labelled(input);
	input.type = "checkbox";
	input.setAttribute("role", "switch");
	input.onchange = () => act(input.checked);
	return {
		element,
		update(node) {
			name(node);
			input.checked = node.value === true;
		},
	};
}

function createSlider(_: SettingsNode, act: (value: number) => void): Control {
	const input = document.createElement("input");
	const { element, name } = labelled(input);
	input.type = "range";
	input.onchange = () => act(Number(input.value));
	return {
		element,
		update(node) {
			name(node);
			input.min = textOf(node.props.min) || "0";
			input.max = textOf(node.props.max) || "100";
			input.step = textOf(node.props.step) || "1";
			input.value = String(node.value ?? 0);
		},
	};
}

function createSelect(_: SettingsNode, act: (value: string | string[]) => void): Control {
	const select = document.createElement("select");
	const { element, name } = labelled(select);
	select.onchange = () => {
		const chosen = [...select.selectedOptions].map((option) => option.value);
		act(select.multiple ? chosen : (chosen[0] ?? ""));
	};
	return {
		element,
		update(node) {
			name(node);
			select.multiple = node.props.multiple === true;
			const options = optionsOf(node.props.options);
			const chosen = Array.isArray(node.value) ? node.value : [String(node.value ?? "")];
			select.replaceChildren(...options.map(([value, text]) => new Option(text, value, false, chosen.includes(value))));
			if (!select.multiple && !options.some(([value]) => chosen.includes(value))) select.selectedIndex = -1;
		},
	};
}

function optionsOf(options: unknown): [value: string, text: string][] {
	if (!Array.isArray(options)) return [];
	return options.map((option: unknown) => {
		const { name, value } = typeof option === "object" && option !== null ? (option as Record<string, unknown>) : {};
		return [textOf(value), textOf(name)];
	});
}
