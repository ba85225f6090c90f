/** Opens, turns and leaves the editor of the face in front. Owns the order of these; what was chosen is `editing.ts`'s. */
import type { AppProcess } from "./app-process.ts";
import { type Editable, type Editing, editableOf, nextOption, widgetToEdit } from "./editing.ts";

/** Edits the face in front. `show` makes a face anew, for the editor and after it. */
export class FaceEditor {
	readonly #editing: Editing;
	readonly #shell: { readonly front: AppProcess | null };
	readonly #show: (appId: number) => void;

	constructor(editing: Editing, shell: { readonly front: AppProcess | null }, show: (appId: number) => void) {
		this.#editing = editing;
		this.#shell = shell;
		this.#show = show;
	}

	get isOpen(): boolean {
		return this.#editing.active;
	}

	/** False where nothing is in front that can be edited. */
	open(): boolean {
		return this.#turn(true);
	}

	/** Back to the face; false where it is not open. */
	close(): boolean {
		return this.#editing.active && this.#turn(false);
	}

	/** What of the face can be edited. */
	parts(): Editable[] {
		const face = this.#shell.front;
		if (face?.kind !== "face") return [];
		const chosen = this.#editing.chosen(face.appId);
		return face.widgets
			.all()
			.map((one) => editableOf(one, chosen))
			.filter((one) => one !== null);
	}

	/** `id` of a part, and of what it is to show. */
	choose(id: number, option: number): void {
		const face = this.#shell.front;
		if (face?.kind !== "face" || !this.#editing.active) return;
		this.#editing.choose(face.appId, id, option);
		this.#turn(true);
	}

	/** The part under the finger, else the background or the hands, shows the next that it can; the widget's id, or null. */
	touch(face: AppProcess, x: number, y: number): number | null {
		const widget = widgetToEdit(face.widgets.all(), x, y);
		const editable = widget && editableOf(widget, this.#editing.chosen(face.appId));
		if (!widget || !editable) return null;
		this.#editing.selected = editable.kind === "part" ? widget.id : null;
		this.choose(editable.id, nextOption(editable));
		return widget.id;
	}

	#turn(active: boolean): boolean {
		const face = this.#shell.front;
		if (face?.kind !== "face" || !face.package.manifest.modules.editable) return false;
		this.#editing.active = active;
		this.#show(face.appId);
		return true;
	}
}
