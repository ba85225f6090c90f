/**
 * The ask journal: every question on this watch and what became of it. Pure: rows in, rows out; `device/` keeps them on
 * the disk. Rule: a row is on the disk before its question is sent, and a row is never sent again under a new id except
 * by the person's own hand. The outbox, the history, the retry and the glance file are views of it.
 */
import type { Fault } from "./faults.ts";
import type { Answer } from "./protocol.ts";

/** `open`: asked, no outcome stored yet; after a restart it is asked again under the same id, which is safe. */
export type Row = { id: string; question: string; talk: string; /** ms since the epoch */ at: number } & (
	| { state: "open" }
	| { state: "answered"; answer: Answer; answeredAt: number }
	| { state: "faulted"; fault: Fault; answeredAt: number }
);

/** How many rows are kept; the oldest settled one goes first. */
export const JOURNAL_ROWS = 12;
