/** The watch's day: a control for each thing that the server says can be changed. Knows none of them by name. */
import type { Condition } from "../protocol.ts";
import { byId, type Channel } from "./channel.ts";

type Control = { element: HTMLElement; update(condition: Condition): void };

export function createConditions(channel: Channel) {
	const box = byId("conditions", HTMLElement);
	const controls = new Map<string, Control>();

	function controlFor(condition: Condition): Control {
		const known = controls.get(condition.id);
		if (known !== undefined) return known;
		const made = createControl(condition, (value) => channel.send({ type: "condition", id: condition.id, value }));
		controls.set(condition.id, made);
		box.append(made.element);
		return made;
	}

	return {
		show(conditions: readonly Condition[]): void {
			for (const condition of conditions) controlFor(condition).update(condition);
		},
	};
}

type Send = (value: string | number | boolean | null) => void;

function createControl(condition: Condition, send: Send): Control {
	const element = document.createElement("label");
	const field = condition.kind === "choice" ? createSelect(send) : createInput(condition, send);
	element.append(...(condition.kind === "switch" ? [field, ` ${condition.label}`] : [`${condition.label} `, field]));
	return {
		element,
		update(now) {
			// What is half typed stays.
			if (field === document.activeElement && now.kind !== "switch") return;
			if (field instanceof HTMLInputElement && now.kind === "switch") {
				field.checked = now.value;
				field.ariaChecked = String(now.value);
			} else if (field instanceof HTMLSelectElement && now.kind === "choice") {
				if (field.options.length !== now.choices.length)
					field.replaceChildren(...now.choices.map(({ id, name }) => new Option(name, id)));
				field.value = now.value;
			} else field.value = String(now.value ?? "");
		},
	};
}

function createSelect(send: Send): HTMLSelectElement {
	const select = document.createElement("select");
	select.onchange = () => send(select.value);
	return select;
}

function createInput(condition: Condition, send: Send): HTMLInputElement {
	const input = document.createElement("input");
	if (condition.kind === "switch") {
		input.type = "checkbox";
		input.setAttribute("role", "switch");
		input.onchange = () => send(input.checked);
	} else if (condition.kind === "number") {
		input.type = "number";
		input.min = String(condition.min);
		input.max = String(condition.max);
		input.placeholder = "none";
		input.onchange = () => send(input.value === "" ? null : Number(input.value));
	} else {
		input.type = "time";
		input.onchange = () => send(input.value);
	}
	return input;
}
