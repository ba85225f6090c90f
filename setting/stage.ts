/**
 * What every part of the page stands on: the state that the page is in, and the means by which an action
 * changes the storage or that state. Owns the shapes only; the actions and the parts import this file, and it
 * imports none of them.
 */
import type { ProviderId, Settings } from "../core/settings/settings.ts";
import type { QuickReply } from "../core/wire/protocol.ts";
import type { WordKey } from "../core/words/words.ts";
import type { Duty } from "./account.ts";
import type { Unusable } from "./key.ts";
import type { Storage } from "./storage.ts";

/**
 * What the page is in the middle of. It lives as long as the page is open; a key in here is stored nowhere
 * else.
 */
export type Dialog =
	| { kind: "calm" }
	| { kind: "replacing-key"; duty: Duty }
	| { kind: "unusable-key"; duty: Duty; why: Unusable }
	/** `owner` is whose it looks like, "" if that is not known. */
	| { kind: "whose-key"; duty: Duty; key: string; among: ProviderId[]; owner: string }
	/** A key for the second or for the transcriber that is another provider's. */
	| { kind: "others-key"; duty: Duty; among: ProviderId[]; owner: string }
	| { kind: "bad-url"; duty: Duty; why: BadUrl }
	| { kind: "bad-price"; model: string }
	| { kind: "bad-cap"; period: CapPeriod }
	| { kind: "showing-report" }
	| { kind: "showing-data" }
	| { kind: "confirming-forget" }
	| { kind: "forgotten" };

/** Why an address is not taken. */
export type BadUrl = "none" | "credentials";

/** The parts that are folded away until a tap opens them. */
export type Fold =
	| "server"
	| "second"
	| "voice"
	| "aloud"
	| "answers"
	| "chips"
	| "notes"
	| "privacy"
	| "money"
	| "receipts"
	| "data";

export type Words = (key: WordKey, values?: { readonly [name: string]: string | number }) => string;

export type CapPeriod = "day" | "month";

export type Stage = {
	storage: Storage;
	settings: Settings;
	/** As shown: the person's own, or the usual ones. */
	chips: readonly QuickReply[];
	/** Makes a new nonce at each call. */
	nonce(): string;
	/** ms since the epoch */
	now(): number;
	/** Writes a key, or removes it for "". */
	set(key: string, value: string): void;
	/** Changes what the page is in the middle of, and has it drawn. */
	enter(dialog: Dialog): void;
	/** Opens or folds a part, and has the page drawn. */
	turn(fold: Fold): void;
};
