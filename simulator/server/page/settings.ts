/**
 * The settings page of an app, drawn as the Zepp app would. Owns the elements' looks and what is being typed; never what
 * an act does. Rule: a redraw changes elements in place, so that neither focus nor a half-typed text is lost.
 */
import type { SettingsNode } from "../../phone/settings-node.ts";
import { byId, type Channel } from "./channel.ts";
import { CONTROLS, type Control, labelOf, textOf } from "./settings-controls.ts";
import { setStyle } from "./settings-style.ts";

type Act = (node: SettingsNode, value?: string | boolean | number | string[]) => void;

export function createSettings(channel: Channel) {
	const title = byId("settings-title", HTMLElement);
	const root = byId("settings", HTMLElement);
	let seen: { revision?: number } = {};
	const act: Act = (node, value) =>
		channel.send({ type: "act", node: node.id, ...seen, ...(value === undefined ? {} : { value }) });
	return {
		show(name: string, tree: SettingsNode | null): void {
			title.textContent = name;
			seen = tree?.revision === undefined ? {} : { revision: tree.revision };
			patchChildren(root, tree === null ? ["This app shows no settings now."] : [tree], act);
		},
	};
}

/** What was drawn for which node, by DOM element. */
const drawn = new WeakMap<Element, { node: SettingsNode; control: Control | null }>();

/** What is drawn already stays where it is, also when something before it comes or goes: it may be in use. */
function patchChildren(parent: Element, children: readonly (SettingsNode | string)[], act: Act): void {
	const spare: ChildNode[] = [...parent.childNodes];
	const kept = children.map((child) => {
		const at = spare.findIndex((old) => keyOfDrawn(old) === keyOf(child));
		return at < 0 ? undefined : spare.splice(at, 1)[0];
	});
	for (const old of spare) old.remove();
	children.forEach((child, at) => {
		const old = kept[at];
		const made = typeof child === "string" ? patchText(old, child) : patchNode(old, child, act);
		if (old && old !== made) old.replaceWith(made);
		else if (parent.childNodes[at] !== made) parent.insertBefore(made, parent.childNodes[at] ?? null);
	});
}

function keyOfDrawn(old: ChildNode): string | undefined {
	if (old instanceof Text) return keyOf("");
	const known = old instanceof Element ? drawn.get(old) : undefined;
	return known && keyOf(known.node);
}

/** Tells siblings apart by what a person would call them; a container is called by what it begins with. */
function keyOf(child: SettingsNode | string): string {
	if (typeof child === "string") return "";
	const [first] = child.children;
	const name = labelOf(child) || (typeof first === "string" ? first : first ? keyOf(first) : "");
	return `${child.element} ${name}`;
}

function patchText(old: ChildNode | undefined, text: string): ChildNode {
	if (!(old instanceof Text)) return document.createTextNode(text);
	if (old.data !== text) old.data = text;
	return old;
}

function patchNode(old: ChildNode | undefined, node: SettingsNode, act: Act): ChildNode {
	const known = old instanceof HTMLElement ? drawn.get(old) : undefined;
	const same = known && known.node.element === node.element && known.node.props.multiline === node.props.multiline;
	const element = same && old instanceof HTMLElement ? old : createElement(node, act);
	const entry = drawn.get(element);
	if (!entry) return element;
	entry.node = node;
	setStyle(element, node.props.style);
	element.hidden = node.element === "Toast" && node.props.visible !== true;
	if (entry.control) entry.control.update(node);
	else patchPlain(element, node, act);
	return element;
}

function createElement(node: SettingsNode, act: Act): HTMLElement {
	const create = CONTROLS[node.element];
	const current = () => drawn.get(element)?.node ?? node;
	const control = create ? create(node, (value) => act(current(), value)) : null;
	const element = control?.element ?? document.createElement(tagOf(node));
	element.dataset.element = node.element;
	drawn.set(element, { node, control });
	if (!control && node.acts) makePressable(element, () => act(current()));
	return element;
}

function tagOf(node: SettingsNode): string {
	switch (node.element) {
		case "Section":
			return "section";
		case "Text":
			return node.props.paragraph === true ? "p" : "span";
		case "Link":
			return "a";
		default:
			return "div";
	}
}

/** Elements without a control of their own: containers, texts and links. */
function patchPlain(element: HTMLElement, node: SettingsNode, act: Act): void {
	element.style.textAlign ||= textOf(node.props.align);
	if (node.props.bold === true) element.style.fontWeight ||= "600";
	if (node.props.italic === true) element.style.fontStyle ||= "italic";
	if (element instanceof HTMLAnchorElement) setLink(element, textOf(node.props.source));
	if (node.element === "Toast") element.setAttribute("role", "status");
	patchChildren(element, [...headings(node), ...node.children], act);
}

/** A Section's title and description, and a Toast's message, are texts before the children. */
function headings(node: SettingsNode): SettingsNode[] {
	const text = (part: string, props: Record<string, unknown>, words: string): SettingsNode => ({
		id: `${node.id}.${part}`,
		element: "Text",
		props: { paragraph: true, ...props },
		acts: false,
		children: [words],
	});
	const found: SettingsNode[] = [];
	if (node.element === "Toast" && labelOf(node) !== "") found.push(text("message", {}, labelOf(node)));
	if (node.element !== "Section") return found;
	if (textOf(node.props.title)) found.push(text("title", { bold: true }, textOf(node.props.title)));
	if (textOf(node.props.description)) found.push(text("description", {}, textOf(node.props.description)));
	return found;
}

function setLink(element: HTMLAnchorElement, source: string): void {
	if (!/^https?:/.test(source)) return;
	element.href = source;
	element.target = "_blank";
	element.rel = "noreferrer";
}

/** Any View can be pressed; a person without a mouse can too. */
function makePressable(element: HTMLElement, press: () => void): void {
	element.tabIndex = 0;
	element.setAttribute("role", "button");
	element.addEventListener("click", press);
	element.addEventListener("keydown", (event) => {
		if (event.target !== element || (event.key !== "Enter" && event.key !== " ")) return;
		event.preventDefault();
		press();
	});
}
