/** What every part of the page is drawn from, and all that it can do. Parts are pure: the same screen, the same elements. */

import type { ProviderId } from "../core/settings/settings.ts";
import type { QuickReply } from "../core/wire/protocol.ts";
import type { WordKey } from "../core/words/words.ts";
import type { Unusable } from "./key.ts";
import type { CapPeriod, MoneyActions } from "./money-actions.ts";
import type { Role } from "./party.ts";
import type { PartyActions } from "./party-actions.ts";
import type { Preview } from "./preview.ts";
import type { PrivacyActions } from "./privacy-actions.ts";
import type { Snapshot } from "./snapshot.ts";

/** What the page is in the middle of. It lives as long as the page is open; a key in here is stored nowhere else. */
export type Moment =
	| { kind: "calm" }
	| { kind: "replacing-key"; role: Role }
	| { kind: "unusable-key"; role: Role; why: Unusable }
	/** `owner` is whose it looks like, "" where that is not known. */
	| { kind: "whose-key"; role: Role; key: string; among: ProviderId[]; owner: string }
	/** A key for the second or for the ears that is another provider's. */
	| { kind: "others-key"; role: Role; among: ProviderId[]; owner: string }
	| { kind: "bad-url"; role: Role; why: BadUrl }
	| { kind: "bad-price"; model: string }
	| { kind: "bad-cap"; period: CapPeriod }
	| { kind: "showing-report" }
	| { kind: "showing-data" }
	| { kind: "confirming-forget" }
	| { kind: "forgotten" };

/** Why an address is not taken. */
export type BadUrl = "none" | "credentials";

/** The parts that are folded away until a tap opens them. */
export type Fold = "server" | "second" | "voice" | "answers" | "chips" | "privacy" | "money" | "receipts" | "data";

export type Words = (key: WordKey, values?: { readonly [name: string]: string | number }) => string;

export type Actions = MoneyActions &
	PrivacyActions &
	PartyActions & {
		/** Opens a part that is folded away, or folds it again. */
		turn(fold: Fold): void;
		setLength(value: string): void;
		setPreset(value: string): void;
		setSize(value: string): void;
		setAccent(value: string): void;
		setWait(minutes: string): void;
		setConfirm(on: boolean): void;
		showReport(): void;
		addChip(question: string): void;
		relabelChip(index: number, label: string): void;
		rewordChip(index: number, question: string): void;
		removeChip(index: number): void;
		resetChips(): void;
		/** Drops what could not be read. */
		goOn(): void;
		/** Leaves what the page is in the middle of. */
		cancel(): void;
	};

export type Screen = {
	snapshot: Snapshot;
	/** As shown: the person's own, or the usual ones. */
	chips: readonly QuickReply[];
	moment: Moment;
	isOpen(fold: Fold): boolean;
	/** What the next question sends; null with the built-in assistant. */
	preview: Preview | null;
	/** All that is kept, without keys, as text. */
	data(): string;
	words: Words;
	act: Actions;
};
