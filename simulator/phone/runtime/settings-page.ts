/**
 * The globals of a settings page, installed inside its context: AppSettingsPage and its elements (DOC
 * reference/app-settings-api). Owns the tree that `build` returns and what an act of the person sets off; never how it
 * looks.
 */
import type { SettingsElement, SettingsNode } from "../settings-node.ts";
import { createGuard, installBasics } from "./basics.ts";
import type { Host, PageHooks } from "./host.ts";
import { createStorage } from "./storage.ts";

type Props = Record<string, unknown>;
type Made = { element: SettingsElement; props: Props; children: unknown[] };
type Page = { build?(props: Props): unknown };
type Tree = { revision: number; drawn: Map<string, Made> };

/** As many redraws may be on their way to the person. */
const TREES_KEPT = 8;

const ELEMENTS: readonly SettingsElement[] = [
	"Auth",
	"Button",
	"Image",
	"Link",
	"Section",
	"Select",
	"Slider",
	"Text",
	"TextImageRow",
	"TextInput",
	"Toast",
	"Toggle",
	"View",
];

/** The callbacks through which a person acts, by element. */
const CALLBACKS: Partial<Record<SettingsElement, readonly string[]>> = {
	Auth: ["onAccessToken", "onReturn"],
	Button: ["onClick"],
	Select: ["onChange"],
	Slider: ["onChange"],
	TextInput: ["onChange"],
	Toast: ["onClose"],
	Toggle: ["onChange"],
	View: ["onClick"],
};

export function install(host: Host): PageHooks {
	const guard = createGuard(host);
	const storage = createStorage(host.storage, guard);
	const made = new WeakSet<object>();
	let page: Page | null = null;
	/** The trees of late, newest last: a person acts on the one that is seen, which may be about to change. */
	let trees: Tree[] = [];
	let revision = 0;
	installBasics(host, guard);
	for (const element of ELEMENTS) {
		const create = (props: unknown, children?: unknown): Made => {
			const node: Made = { element, props: toProps(props), children: [children] };
			made.add(node);
			return node;
		};
		Object.assign(globalThis, { [element]: create });
	}
	Object.assign(globalThis, {
		AppSettingsPage(options: Page) {
			page = options;
		},
	});

	function isMade(value: unknown): value is Made {
		return typeof value === "object" && value !== null && made.has(value);
	}

	function toNode(node: Made, id: string, drawn: Tree["drawn"]): SettingsNode {
		drawn.set(id, node);
		const acts = (CALLBACKS[node.element] ?? []).some((name) => typeof node.props[name] === "function");
		const value = shownValue(node, (key) => host.storage.get(key));
		return {
			id,
			element: node.element,
			props: node.props,
			acts: acts || typeof node.props.settingsKey === "string",
			...(value === undefined ? {} : { value }),
			children: flatten(node.children).map((child, at) =>
				isMade(child) ? toNode(child, `${id}.${at}`, drawn) : String(child),
			),
		};
	}

	return {
		render() {
			const shown = page;
			if (shown === null) return null;
			let tree: string | null = null;
			guard("build", () => {
				const root = shown.build?.({ settingsStorage: storage.api });
				const drawn: Tree["drawn"] = new Map();
				revision += 1;
				trees = [...trees.slice(1 - TREES_KEPT), { revision, drawn }];
				if (isMade(root)) tree = JSON.stringify({ ...toNode(root, "0", drawn), revision });
			});
			return tree;
		},
		act(id, value, seen) {
			const tree = trees.find((one) => one.revision === seen) ?? trees[trees.length - 1];
			const node = tree?.drawn.get(id);
			if (!node) return;
			const given: unknown = value === "" ? undefined : JSON.parse(value);
			const key = node.props.settingsKey;
			if (typeof key === "string") host.storage.set(key, String(given));
			for (const name of CALLBACKS[node.element] ?? []) {
				const callback = node.props[name];
				if (typeof callback === "function") guard(`${node.element}.${name}`, () => callback.call(node.props, given));
			}
		},
	};
}

function toProps(props: unknown): Props {
	return typeof props === "object" && props !== null ? { ...props } : {};
}

/** Children are nodes, texts and nested arrays of them; what is empty or false shows nothing. */
function flatten(given: unknown): unknown[] {
	if (Array.isArray(given)) return given.flatMap(flatten);
	return given === undefined || given === null || typeof given === "boolean" || given === "" ? [] : [given];
}

/** The `value` given, else what is stored under the element's `settingsKey`. */
function shownValue(node: Made, stored: (key: string) => string | undefined): SettingsNode["value"] {
	const key = node.props.settingsKey;
	const value = node.props.value ?? (typeof key === "string" ? stored(key) : undefined);
	switch (node.element) {
		case "TextInput":
			return value === undefined || value === null ? "" : String(value);
		case "Toggle":
			return value === true || value === "true";
		case "Slider":
			return Number(value ?? node.props.min ?? 0);
		case "Select":
			return Array.isArray(value) ? value.map(String) : String(value ?? "");
		default:
			return undefined;
	}
}
