/** What an answer's deeds and notes come to on the reading page: their words, and what may be tapped there. Reads these, and nothing else. */
import type { Action } from "../../core/actions/action.ts";
import type { AskedNote } from "../../core/actions/asked-note.ts";
import { type Deed, isPending, keyOf } from "../../core/actions/deed.ts";
import { type DeedWords, nameOf, type Telling, unstoredWords, wordsOf } from "../../core/actions/deed-words.ts";
import type { Answer } from "../../core/wire/protocol.ts";
import type { Tap } from "./model.ts";

/** `isMain`: what the person most likely came for. */
export type CardKey = { label: string; tap: Tap; isMain?: true };

type NoteRow = { row: DeedWords; isOffered: boolean };

export type CardWords = { rows: DeedWords[]; keys: CardKey[] };

const KEYS_MAX = 2;

/** `isNewest`: nothing was asked since, so that it may be taken back. */
type Answered = { id: string; answer: Answer; isNewest: boolean };

/** `unkept`: the one that the disk did not take, by its key. `isFull`: the phone has no room for more. */
export type CardNotes = { asked: readonly AskedNote[]; unkept: string | undefined; isFull: boolean };

/** Null where there is nothing to say. */
export function cardOf(
	{ id, answer: { actions = [] }, isNewest }: Answered,
	deeds: readonly Deed[],
	notes: CardNotes,
	telling: Telling,
): CardWords | null {
	const rows: DeedWords[] = [];
	const keys: CardKey[] = [];
	const add = (key: CardKey) => {
		if (keys.every(({ label }) => label !== key.label)) keys.push(key);
	};
	const { say } = telling;
	actions.forEach((action, place) => {
		const ownKey = keyOf(id, place);
		if (action.do === "note") {
			const { row, isOffered } = noteRow(action.text, ownKey, notes, telling);
			rows.push(row);
			if (isOffered) add({ label: say("ring.keep"), tap: { kind: "keep", key: ownKey }, isMain: true });
			return;
		}
		const deed = deeds.find(({ key }) => key === ownKey);
		if (deed === undefined) {
			rows.push(unstoredWords(action.do, telling));
			return;
		}
		rows.push(wordsOf(deed, deeds, telling));
		for (const key of keysOf(action, deed, isNewest, telling)) add(key);
	});
	return rows.length === 0 ? null : { rows, keys: keys.slice(0, KEYS_MAX) };
}

/** Whether it can be kept by a tap; what the watch says of it is only what it knows. */
function noteRow(text: string, ownKey: string, notes: CardNotes, telling: Telling): NoteRow {
	const { say } = telling;
	const state = notes.asked.find(({ key }) => key === ownKey)?.state;
	const title = say("ring.note");
	if (state === "kept") return { row: { title: say("ring.note-kept"), line: text, isAmber: false }, isOffered: false };
	if (state === "asked")
		return { row: { title: say("ring.note-asked"), line: text, isAmber: false }, isOffered: false };
	if (notes.unkept === ownKey) return { row: unstoredWords("note", telling), isOffered: true };
	if (state === "full" || notes.isFull)
		return { row: { title, line: say("ring.note-full"), isAmber: true }, isOffered: !notes.isFull };
	return { row: { title, line: text, isAmber: false }, isOffered: true };
}

function keysOf(action: Action, deed: Deed, isNewest: boolean, telling: Telling): CardKey[] {
	const { say } = telling;
	if (action.do === "open" && deed.state !== "failed")
		return [{ label: nameOf(deed, telling), tap: { kind: "native", app: action.app }, isMain: true }];
	if (action.do === "list" || deed.why === "several" || deed.why === "full")
		return [{ label: say("ring.title"), tap: { kind: "rings" } }];
	return isNewest && isPending(deed) ? [{ label: say("ring.undo"), tap: { kind: "undo" } }] : [];
}
