/** What an answer's deeds come to on the reading page: their words, and what may be tapped there. Reads the deeds, and nothing else. */
import type { Action } from "../../core/actions/action.ts";
import { type Deed, isPending, keyOf } from "../../core/actions/deed.ts";
import { type DeedWords, nameOf, type Telling, unstoredWords, wordsOf } from "../../core/actions/deed-words.ts";
import type { Answer } from "../../core/wire/protocol.ts";
import type { Tap } from "./model.ts";
import { notes } from "./notes.ts";

/** `isMain`: what the person most likely came for. */
export type CardKey = { label: string; tap: Tap; isMain?: true };

export type CardWords = { rows: DeedWords[]; keys: CardKey[] };

const KEYS_MAX = 2;

/** Null where there is nothing to say. `isNewest`: nothing was asked since, so that it may be taken back. */
export function cardOf(
	id: string,
	{ actions = [] }: Answer,
	isNewest: boolean,
	deeds: readonly Deed[],
	telling: Telling,
): CardWords | null {
	const rows: DeedWords[] = [];
	const keys: CardKey[] = [];
	const add = (key: CardKey) => {
		if (keys.every(({ label }) => label !== key.label)) keys.push(key);
	};
	const { say } = telling;
	actions.forEach((action, place) => {
		if (action.do === "note") {
			if (notes.keep === null) return;
			rows.push({ title: say("ring.note"), line: action.text, isAmber: false });
			add({ label: say("ring.keep"), tap: { kind: "keep", text: action.text } });
			return;
		}
		const deed = deeds.find(({ key }) => key === keyOf(id, place));
		if (deed === undefined) {
			rows.push(unstoredWords(action.do, telling));
			return;
		}
		rows.push(wordsOf(deed, deeds, telling));
		for (const key of keysOf(action, deed, isNewest, telling)) add(key);
	});
	return rows.length === 0 ? null : { rows, keys: keys.slice(0, KEYS_MAX) };
}

function keysOf(action: Action, deed: Deed, isNewest: boolean, telling: Telling): CardKey[] {
	const { say } = telling;
	if (action.do === "open" && deed.state !== "failed")
		return [{ label: nameOf(deed, telling), tap: { kind: "native", app: action.app }, isMain: true }];
	if (action.do === "list" || deed.why === "several" || deed.why === "full")
		return [{ label: say("ring.title"), tap: { kind: "rings" } }];
	return isNewest && isPending(deed) ? [{ label: say("ring.undo"), tap: { kind: "undo" } }] : [];
}
