/**
 * What every part of the page is drawn from, and all that it can do. Parts are pure: the same screen, the
 * same elements.
 */

import type { QuickReply } from "../core/wire/protocol.ts";
import type { AccountActions } from "./account-actions.ts";
import type { MoneyActions } from "./money-actions.ts";
import type { Preview } from "./preview.ts";
import type { PrivacyActions } from "./privacy-actions.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Dialog, Fold, Words } from "./stage.ts";

export type Actions = MoneyActions &
	PrivacyActions &
	AccountActions & {
		/** Opens a part that is folded away, or folds it again. */
		turn(fold: Fold): void;
		setLength(value: string): void;
		setRole(value: string): void;
		setSize(value: string): void;
		setAccent(value: string): void;
		setWait(minutes: string): void;
		setConfirm(on: boolean): void;
		setLookUp(on: boolean): void;
		setLater(on: boolean): void;
		chooseSpeaker(id: string): void;
		/** Its model or its voice, by the key of the storage. */
		setSpeaker(key: string, typed: string): void;
		setAloud(on: boolean): void;
		showReport(): void;
		addChip(question: string): void;
		relabelChip(index: number, label: string): void;
		rewordChip(index: number, question: string): void;
		removeChip(index: number): void;
		resetChips(): void;
		addNote(typed: string): void;
		/** "" takes it out. */
		changeNote(note: string, typed: string): void;
		tellNotes(on: boolean): void;
		/** Drops what could not be read. */
		goOn(): void;
		/** Leaves what the page is in the middle of. */
		cancel(): void;
	};

export type Screen = {
	snapshot: Snapshot;
	/** As shown: the person's own, or the usual ones. */
	chips: readonly QuickReply[];
	dialog: Dialog;
	isOpen(fold: Fold): boolean;
	/** What the next question sends; null with the built-in assistant. */
	preview: Preview | null;
	/** All that is kept, without keys, as text. */
	data(): string;
	words: Words;
	act: Actions;
};
