/**
 * The ledger: what became of every question that this phone was handed. Owns its rows, their bounds and their decoder, in
 * the settings storage; never a key or a provider's error, and of questions only what was understood of a recording. Rule:
 * a row says `sent` before the request leaves, so that a question whose outcome is not known is never sent again.
 */
import type { Fault } from "../core/faults.ts";
import { isFields, parseJson } from "../core/json.ts";
import { type Answer, decodeAnswer, decodeFault } from "../core/protocol.ts";
import { decodeReceipt, type Receipt } from "../core/receipt.ts";
import { SETTING } from "../core/settings.ts";
import type { Storage } from "./ports.ts";

/**
 * `answered` without an answer: it was dropped to keep the ledger small. `heard`: a recording was understood, and the person
 * has yet to ask it.
 */
export type LedgerState =
	| { state: "sent" }
	| { state: "answered"; answer?: Answer }
	| { state: "faulted"; fault: Fault; heard?: string }
	| { state: "heard"; text: string }
	| { state: "cancelled" };

export type LedgerRow = { id: string /** ms since the epoch */; at: number; receipt?: Receipt } & LedgerState;

export const LEDGER_ROWS = 40;
/** Rows, the newest, that keep their answers: more than the watch's journal has rows. */
export const LEDGER_ANSWERS = 16;

export type Ledger = {
	find(id: string): LedgerRow | undefined;
	/** Adds a row, the newest; one of the same id gives way to it. */
	open(row: LedgerRow): void;
	/** Gives a row its outcome and cost; without a row of that id nothing happens. */
	settle(id: string, outcome: LedgerState, receipt?: Receipt): void;
};

export function createLedger(storage: Storage): Ledger {
	const read = () => decodeLedger(storage.get(SETTING.ledger));
	const write = (rows: readonly LedgerRow[]) => storage.set(SETTING.ledger, JSON.stringify(bound(rows)));
	return {
		find: (id) => read().find((row) => row.id === id),
		open: (row) => write([...read().filter(({ id }) => id !== row.id), row]),
		settle(id, outcome, receipt) {
			const rows = read();
			if (rows.every((row) => row.id !== id)) return;
			const cost = receipt === undefined ? {} : { receipt };
			write(rows.map((row) => (row.id === id ? { id, at: row.at, ...outcome, ...cost } : row)));
		},
	};
}

/** The rows of a stored ledger, oldest first; rows that cannot be read are left out. Takes the string as it is stored. */
export function decodeLedger(stored: unknown): LedgerRow[] {
	const rows: LedgerRow[] = [];
	const list = parseJson(stored);
	for (const value of Array.isArray(list) ? list : []) {
		const row = decodeRow(value);
		if (row !== undefined) rows.push(row);
	}
	return rows;
}

function decodeRow(value: unknown): LedgerRow | undefined {
	if (!isFields(value) || typeof value.id !== "string" || typeof value.at !== "number") return undefined;
	const state = decodeState(value);
	if (state === undefined) return undefined;
	const receipt = decodeReceipt(value.receipt);
	return { id: value.id, at: value.at, ...state, ...(receipt === undefined ? {} : { receipt }) };
}

function decodeState(value: Record<string, unknown>): LedgerState | undefined {
	switch (value.state) {
		case "sent":
		case "cancelled":
			return { state: value.state };
		case "answered": {
			const answer = decodeAnswer(value.answer);
			return answer === null ? { state: "answered" } : { state: "answered", answer };
		}
		case "faulted": {
			const fault = decodeFault(value.fault);
			if (fault === null) return undefined;
			return typeof value.heard === "string"
				? { state: "faulted", fault, heard: value.heard }
				: { state: "faulted", fault };
		}
		case "heard":
			return typeof value.text === "string" ? { state: "heard", text: value.text } : undefined;
		default:
			return undefined;
	}
}

function bound(rows: readonly LedgerRow[]): LedgerRow[] {
	const kept = rows.slice(-LEDGER_ROWS);
	const firstWhole = kept.length - LEDGER_ANSWERS;
	return kept.map((row, index) => (index < firstWhole ? withoutAnswer(row) : row));
}

function withoutAnswer(row: LedgerRow): LedgerRow {
	if (row.state !== "answered") return row;
	const { id, at, receipt } = row;
	return receipt === undefined ? { id, at, state: "answered" } : { id, at, receipt, state: "answered" };
}
