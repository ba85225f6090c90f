/** Everything around the watch and the phone's page: choices, switches, services, meters, texts, log. */
import type { Choice, LogLine, View } from "../protocol.ts";
import { byId, type Channel } from "./channel.ts";

const LOG_LINES = 400;

export function createPanels(channel: Channel) {
	const device = byId("device", HTMLSelectElement);
	const language = byId("language", HTMLSelectElement);
	const choose = () => channel.send({ type: "choose", device: device.value, language: language.value });
	device.onchange = choose;
	language.onchange = choose;

	const link = byId("link-on", HTMLInputElement);
	const phone = byId("phone-on", HTMLInputElement);
	const network = byId("network-on", HTMLInputElement);
	link.onchange = () => channel.send({ type: "link", connected: link.checked });
	phone.onchange = () => channel.send({ type: "phone", open: phone.checked });
	network.onchange = () => channel.send({ type: "network", online: network.checked });

	byId("wrist-down", HTMLButtonElement).onclick = () => channel.send({ type: "wrist-down" });
	const wrist = [...byId("wrist", HTMLElement).querySelectorAll<HTMLElement>("[data-screen]")];
	for (const button of wrist) {
		button.onclick = () => channel.send({ type: "screen", screen: screenOf(button) });
	}

	return {
		show(view: View): void {
			setOptions(device, view.devices, view.device.id);
			setOptions(language, view.languages, view.language);
			for (const id of ["watch-texts", "handset"]) byId(id, HTMLElement).lang = view.language;
			setSwitch(link, view.link.connected);
			setSwitch(phone, view.phone.open);
			setSwitch(network, view.phone.online);
			for (const button of wrist) button.ariaPressed = String(screenOf(button) === view.screen);
			showSteps(view.steps);
			showSurfaces(view, channel);
			showTexts(view.texts, channel);
			showServices(view.phone, channel);
			showMeters(view);
		},
	};
}

function setSwitch(input: HTMLInputElement, on: boolean): void {
	input.checked = on;
	input.ariaChecked = String(on);
}

function screenOf(button: HTMLElement): View["screen"] {
	const { screen } = button.dataset;
	return screen === "aod" || screen === "off" ? screen : "on";
}

function setOptions(select: HTMLSelectElement, choices: readonly Choice[], chosen: string): void {
	if (select.dataset.choices !== JSON.stringify(choices)) {
		select.dataset.choices = JSON.stringify(choices);
		select.replaceChildren(...choices.map(({ id, name }) => new Option(name, id)));
	}
	if (select.value !== chosen) select.value = chosen;
}

/** Keeps as many children as there are items, each updated in place, so that focus stays where it is. */
function patchList<T>(
	list: Element,
	items: readonly T[],
	create: () => HTMLElement,
	update: (item: T, element: Element) => void,
) {
	while (list.children.length > items.length) list.lastElementChild?.remove();
	items.forEach((item, at) => {
		if (!list.children[at]) list.append(create());
		const element = list.children[at];
		if (element) update(item, element);
	});
}

function createButton(): HTMLButtonElement {
	const button = document.createElement("button");
	button.type = "button";
	return button;
}

function setText(element: Element, text: string): void {
	if (element.textContent !== text) element.textContent = text;
}

function showSteps(steps: View["steps"]): void {
	byId("try", HTMLElement).hidden = steps.length === 0;
	const next = steps.findIndex(({ done }) => !done);
	const create = () => document.createElement("li");
	patchList(byId("steps", HTMLElement), steps, create, ({ text, done }, item) => {
		setText(item, text);
		item.classList.toggle("done", done);
		item.ariaLabel = done ? `Done: ${text}` : text;
		if (steps[next]?.text === text) item.setAttribute("aria-current", "step");
		else item.removeAttribute("aria-current");
	});
}

function showSurfaces(view: View, channel: Channel): void {
	patchList(byId("surfaces", HTMLElement), view.surfaces, createButton, ({ id, name, about }, button) => {
		setText(button, name);
		if (id === view.surface) button.setAttribute("aria-current", "true");
		else button.removeAttribute("aria-current");
		if (!(button instanceof HTMLElement)) return;
		button.title = about;
		button.onclick = () => channel.send({ type: "open", surface: id });
	});
	setText(byId("about", HTMLElement), view.surfaces.find(({ id }) => id === view.surface)?.about ?? "");
}

/** Each text of the watch is a button that taps where the text is, for those who use no mouse. */
function showTexts(texts: View["texts"], channel: Channel): void {
	const create = () => {
		const item = document.createElement("li");
		item.append(createButton());
		return item;
	};
	patchList(byId("watch-texts", HTMLElement), texts, create, ({ text, x, y }, item) => {
		const button = item.firstElementChild;
		if (!(button instanceof HTMLElement)) return;
		setText(button, text);
		button.dir = "auto";
		button.onclick = () => channel.send({ type: "tap", x, y });
	});
}

function showServices(phone: View["phone"], channel: Channel): void {
	const create = () => {
		const row = document.createElement("p");
		row.append(document.createElement("span"), createButton(), document.createElement("small"));
		return row;
	};
	patchList(byId("services", HTMLElement), phone.services, create, ({ id, name, running }, row) => {
		const [state, button, about] = row.children;
		if (!state || !about || !(button instanceof HTMLButtonElement)) return;
		setText(state, `${name}: Side Service ${running ? "running" : "asleep"}`);
		setText(button, "Kill");
		setText(about, "As a phone does that is short of memory. The next message from the watch starts it again.");
		button.ariaLabel = `Kill the Side Service of ${name}`;
		button.disabled = !running;
		button.onclick = () => channel.send({ type: "kill", service: id });
	});
}

function showMeters({ link, heap, phone }: View): void {
	const meters: [string, string][] = [
		["Phone", phone.profile],
		["Watch to phone", `${link.bytesUp} B, ${link.framesUp} frames`],
		["Phone to watch", `${link.bytesDown} B, ${link.framesDown} frames`],
		...(link.lost > 0 ? [["Lost", `${link.lost} frames`] satisfies [string, string]] : []),
		...heap.map(({ name, kilobytes, peakKilobytes }): [string, string] => [
			`Heap, ${name}`,
			`${kilobytes.toFixed(1)} KB, peak ${peakKilobytes.toFixed(1)}`,
		]),
	];
	const create = () => {
		const pair = document.createElement("div");
		pair.append(document.createElement("dt"), document.createElement("dd"));
		return pair;
	};
	patchList(byId("meters", HTMLElement), meters, create, (meter, pair) => {
		meter.forEach((text, at) => {
			const cell = pair.children[at];
			if (cell) setText(cell, text);
		});
	});
}

export function createLog() {
	const list = byId("log", HTMLElement);
	const source = byId("log-source", HTMLSelectElement);
	source.onchange = () => {
		list.dataset.source = source.value;
		for (const item of list.children) if (item instanceof HTMLElement) item.hidden = isHidden(item);
	};
	const isHidden = (item: HTMLElement) => source.value !== "" && item.dataset.source !== source.value;

	function createItem(line: LogLine): HTMLElement {
		const item = document.createElement("li");
		item.dataset.source = line.source;
		item.dataset.level = line.level;
		for (const [name, text] of [
			["time", line.time],
			["b", line.source],
			["span", line.text],
		] as const) {
			const part = document.createElement(name);
			part.textContent = text;
			item.append(part);
		}
		item.hidden = isHidden(item);
		return item;
	}

	return {
		add(lines: readonly LogLine[], fresh: boolean): void {
			const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
			if (fresh) list.replaceChildren();
			list.append(...lines.map(createItem));
			while (list.children.length > LOG_LINES) list.firstElementChild?.remove();
			if (atEnd) list.scrollTop = list.scrollHeight;
		},
	};
}
