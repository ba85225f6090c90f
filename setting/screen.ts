/** What every part of the page is drawn from, and all that it can do. Parts are pure: the same screen, the same elements. */
import type { QuickReply } from "../core/protocol.ts";
import type { ProviderId } from "../core/settings.ts";
import type { WordKey } from "../core/words/words.ts";
import type { CapPeriod, MoneyActions } from "./money-actions.ts";
import type { Preview } from "./preview.ts";
import type { PrivacyActions } from "./privacy-actions.ts";
import type { Snapshot } from "./snapshot.ts";

/** What the page is in the middle of. It lives as long as the page is open; a key in here is stored nowhere else. */
export type Moment =
	| { kind: "calm" }
	| { kind: "replacing-key" }
	| { kind: "unusable-key" }
	| { kind: "whose-key"; key: string; among: ProviderId[] }
	| { kind: "bad-url" }
	| { kind: "bad-price"; model: string }
	| { kind: "bad-cap"; period: CapPeriod }
	| { kind: "showing-data" }
	| { kind: "confirming-forget" }
	| { kind: "forgotten" };

export type Words = (key: WordKey, values?: { readonly [name: string]: string | number }) => string;

export type Actions = MoneyActions &
	PrivacyActions & {
		chooseProvider(value: string): void;
		pasteKey(pasted: string): void;
		giveKeyTo(provider: ProviderId, key: string): void;
		replaceKey(): void;
		removeKey(): void;
		setBaseUrl(typed: string): void;
		setModel(typed: string): void;
		setLength(value: string): void;
		setPreset(value: string): void;
		setSize(value: string): void;
		setAccent(value: string): void;
		setWait(minutes: string): void;
		addChip(question: string): void;
		relabelChip(index: number, label: string): void;
		rewordChip(index: number, question: string): void;
		removeChip(index: number): void;
		resetChips(): void;
		test(): void;
		/** Leaves what the page is in the middle of. */
		cancel(): void;
	};

export type Screen = {
	snapshot: Snapshot;
	/** As shown: the person's own, or the usual ones. */
	chips: readonly QuickReply[];
	moment: Moment;
	/** What the next question sends; null with the built-in assistant. */
	preview: Preview | null;
	/** All that is kept, without keys, as text. */
	data(): string;
	words: Words;
	act: Actions;
};
