/**
 * All that a tap or a typed text on the page does: it writes keys of the settings storage, and the page is
 * drawn anew from there.
 */

import { addNote, changeNote, encodeNotes, type Notes, readNotes } from "../core/settings/notes.ts";
import { SETTING } from "../core/settings/settings.ts";
import type { QuickReply } from "../core/wire/protocol.ts";
import { createAccountActions } from "./account-actions.ts";
import { goOnWithout } from "./damage.ts";
import { createMoneyActions } from "./money-actions.ts";
import { createPrivacyActions } from "./privacy-actions.ts";
import { addChip, relabelChip, removeChip, rewordChip } from "./quick-replies.ts";
import type { Actions } from "./screen.ts";
import type { Stage } from "./stage.ts";

export function createActions(stage: Stage): Actions {
	const { storage, chips, set, enter, turn } = stage;
	/** From what is stored now: the Side Service adds to it. */
	const setNotes = (edit: (notes: Notes) => Notes | null) => {
		const notes = readNotes(storage.read(SETTING.notes));
		const edited = notes === null ? null : edit(notes);
		if (edited !== null) set(SETTING.notes, encodeNotes(edited));
	};
	const setChips = (edited: readonly QuickReply[]) => set(SETTING.chips, JSON.stringify(edited));
	return {
		turn,
		setLength: (value) => set(SETTING.length, value),
		setRole: (value) => set(SETTING.role, value),
		setSize: (value) => set(SETTING.size, value),
		setAccent: (value) => set(SETTING.accent, value),
		setWait: (value) => set(SETTING.wait, value),
		setConfirm: (on) => set(SETTING.confirm, on ? "yes" : ""),
		chooseSpeaker: (id) => set(SETTING.speaker, id),
		setSpeaker: (key, typed) => set(key, typed.trim()),
		setAloud: (on) => set(SETTING.aloud, on ? "yes" : ""),
		setLookUp: (on) => set(SETTING.lookUp, on ? "yes" : ""),
		setLater: (on) => set(SETTING.later, on ? "yes" : ""),
		showReport: () => enter({ kind: "showing-report" }),
		addChip: (question) => setChips(addChip(chips, question)),
		relabelChip: (index, label) => setChips(relabelChip(chips, index, label)),
		rewordChip: (index, question) => setChips(rewordChip(chips, index, question)),
		removeChip: (index) => setChips(removeChip(chips, index)),
		resetChips: () => storage.remove(SETTING.chips),
		addNote: (typed) => setNotes((notes) => addNote(notes, typed)),
		changeNote: (note, typed) => setNotes((notes) => changeNote(notes, note, typed)),
		tellNotes: (on) => set(SETTING.tellNotes, on ? "" : "no"),
		goOn: () => goOnWithout(storage),
		cancel: () => enter({ kind: "calm" }),
		...createAccountActions(stage),
		...createMoneyActions(stage),
		...createPrivacyActions(stage),
	};
}
