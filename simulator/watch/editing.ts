/**
 * A face that a person edits: holding it opens the editor, a tap on a part gives it the next thing to show, a tap elsewhere the
 * next background or hands, the crown goes back to the face (DOC guides/tools/watchface/guides/editable-component; a real watch
 * swipes and lists, which is not modelled). Owns what was chosen, which outlives the face, its app and the watch's battery.
 */
import type { Widget } from "../screen/scene.ts";
import type { WatchStorage } from "./storage.ts";
import { isRecord, numberOr } from "./values.ts";

/** The watch's own, beside those of the apps. */
const SYSTEM = 0;

type EditOption = { id: number; title: string };
/** A part of a face that can be edited, and what it shows. */
export type Editable = { id: number; kind: "background" | "part" | "pointer"; chosen: number; options: EditOption[] };

const KINDS: Readonly<Record<string, Editable["kind"]>> = {
	WATCHFACE_EDIT_BG: "background",
	WATCHFACE_EDIT_GROUP: "part",
	WATCHFACE_EDIT_POINTER: "pointer",
};

export class Editing {
	active = false;
	/** The widget of the part that was touched last. */
	selected: number | null = null;
	readonly #storage: WatchStorage;

	constructor(storage: WatchStorage) {
		this.#storage = storage;
	}

	/** By `edit_id`, of the face `appId`. */
	chosen(appId: number): Readonly<Record<string, number>> {
		const bytes = this.#storage.read(SYSTEM, pathOf(appId));
		const value: unknown = bytes === undefined ? {} : JSON.parse(new TextDecoder().decode(bytes));
		return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([id, one]) => [id, numberOr(one, 0)])) : {};
	}

	choose(appId: number, editId: number, option: number): void {
		const all = { ...this.chosen(appId), [editId]: option };
		this.#storage.write(SYSTEM, pathOf(appId), new TextEncoder().encode(JSON.stringify(all)));
	}
}

function pathOf(appId: number): string {
	return `edited-${appId}.json`;
}

/** Null for a widget that nobody edits. `chosen`: by `edit_id`. */
export function editableOf({ type, props }: Widget, chosen: Readonly<Record<string, number>>): Editable | null {
	const kind = KINDS[type];
	if (kind === undefined) return null;
	const id = numberOr(props.edit_id, 0);
	const list = kind === "part" ? props.optional_types : kind === "background" ? props.bg_config : props.config;
	const options = (Array.isArray(list) ? list : []).filter(isRecord).map((one) => ({
		id: numberOr(kind === "part" ? one.type : one.id, 0),
		title: typeof one.title_en === "string" ? one.title_en : "",
	}));
	const usual = numberOr(kind === "part" ? props.default_type : props.default_id, options[0]?.id ?? 0);
	return { id, kind, chosen: chosen[id] ?? usual, options };
}

/** The part that is at `x`, `y`; else the background or the hands. */
export function widgetToEdit(widgets: readonly Widget[], x: number, y: number): Widget | undefined {
	const isThere = ({ props }: Widget) => {
		const [left, top] = [x - numberOr(props.x, 0), y - numberOr(props.y, 0)];
		return left >= 0 && top >= 0 && left < numberOr(props.w, 0) && top < numberOr(props.h, 0);
	};
	const part = widgets.find((one) => KINDS[one.type] === "part" && isThere(one));
	return part ?? widgets.find(({ type }) => KINDS[type] !== undefined && KINDS[type] !== "part");
}

/** What comes after the option that is chosen, around. */
export function nextOption({ chosen, options }: Editable): number {
	const at = options.findIndex(({ id }) => id === chosen);
	return options[(at + 1) % options.length]?.id ?? chosen;
}
