/**
 * The ledger: what became of every question that this phone was handed. Owns its rows, a key each, their
 * bounds and their decoder, in the settings storage; never a key or a provider's error, and of questions only
 * what was understood of a recording. Rules: a row says `sent`, and is read back, before the request leaves,
 * so that a question whose outcome is not known is never sent again; and an id that stands in anything that
 * cannot be read was sent.
 */
import { JOURNAL_ROWS } from "../core/ask/journal.ts";
import type { Fault } from "../core/faults.ts";
import { isFields, parseJson } from "../core/json.ts";
import { decodeReceipt, type Receipt } from "../core/money/receipt.ts";
import {
	isKept,
	LEDGER_ID_BLOCKS,
	LEDGER_ROWS,
	LEDGER_STRAYS,
	ledgerFields,
	ledgerIdsKey,
	ledgerRowKey,
	RECORD_VERSION,
	readRecord,
} from "../core/settings/keeping.ts";
import { SETTING } from "../core/settings/settings.ts";
import { checkAnswer, checkFault } from "../core/wire/bounds.ts";
import type { Answer } from "../core/wire/protocol.ts";
import { put, readAside, readSafely, setAside } from "./keeping.ts";
import type { Ports, Storage } from "./ports.ts";

/**
 * `answered` without an answer: it was dropped to keep the ledger small. `heard`: a recording was understood,
 * and the person has yet to ask it.
 */
export type LedgerState =
	| { state: "sent" }
	| { state: "answered"; answer?: Answer }
	| { state: "faulted"; fault: Fault; heard?: string }
	| { state: "heard"; text: string }
	| { state: "cancelled" };

export type LedgerRow = { id: string /** ms since the epoch */; at: number; receipt?: Receipt } & LedgerState;

/**
 * The newest rows keep their answers: a few more than the watch has rows, so that it can ask again for any
 * question that it shows.
 */
export const LEDGER_ANSWERS = JOURNAL_ROWS + 4;

/** Ids of a block; the oldest block is used anew. */
const BLOCK_IDS = 64;
const ID_MARK = '"id":"';
/** Cancelled before they came. */
const STRAYS_MAX = 40;

export type Ledger = {
	/** A row that cannot be read, or that has left, is `sent`. */
	find(id: string): LedgerRow | undefined;
	/** Adds a row, the newest; one of the same id gives way to it. False if the storage did not take it. */
	open(row: LedgerRow): boolean;
	/**
	 * Gives a row its outcome and cost. Nothing happens without a row of that id. If the storage does not take
	 * the outcome, it is known as long as the service lives.
	 */
	settle(id: string, outcome: LedgerState, receipt?: Receipt): void;
	/** Adds what the sound of its answer took to a row's receipt. */
	pay(id: string, cost: Omit<Receipt, "provider" | "model">): void;
	/**
	 * Notes a question that was not sent because the storage does not take it. A radio may say it again: then
	 * it is not sent either.
	 */
	refuse(row: LedgerRow): void;
	/** A question that is cancelled before it came: it is to find that. */
	foresee(id: string): void;
};

type LedgerPorts = Pick<Ports, "storage" | "now">;

/** `n` counts up with every question. */
type Cell = { slot: number; n: number; row: LedgerRow };

export function createLedger(ports: LedgerPorts): Ledger {
	const { storage } = ports;
	/** What the storage did not take. */
	const held = new Map<string, LedgerRow>();
	const strays = new Set<string>();

	function hold(row: LedgerRow): void {
		held.set(row.id, row);
		const [oldest] = held.keys();
		if (held.size > LEDGER_ROWS && oldest !== undefined) held.delete(oldest);
	}

	function write(slot: number, n: number, row: LedgerRow): boolean {
		const isWritten = put(storage, ledgerRowKey(slot), encodeCell(n, row));
		if (isWritten) held.delete(row.id);
		return isWritten;
	}

	return {
		find(id) {
			const known = held.get(id) ?? cellsIn(ports).find(({ row }) => row.id === id)?.row;
			if (known !== undefined) return known;
			if (strays.has(id) || isIn(readSafely(storage, LEDGER_STRAYS), id)) return { id, at: 0, state: "cancelled" };
			return wasSent(storage, id) ? { id, at: 0, state: "sent" } : undefined;
		},
		open(row) {
			const known = cellsIn(ports);
			for (const { slot, n, row: old } of known) {
				const settled = held.get(old.id);
				if (settled !== undefined) write(slot, n, settled);
			}
			const slot = cellFor(storage, row.id, known);
			if (slot === null) return false;
			const n = known.reduce((most, cell) => Math.max(most, cell.n), 0) + 1;
			if (!write(slot, n, row)) return false;
			dropAnswers(
				storage,
				known.filter((cell) => cell.slot !== slot),
			);
			return true;
		},
		settle(id, outcome, receipt) {
			const cell = cellsIn(ports).find(({ row }) => row.id === id);
			if (cell === undefined) return;
			const row = { id, at: cell.row.at, ...outcome, ...(receipt === undefined ? {} : { receipt }) };
			if (!write(cell.slot, cell.n, row)) hold(row);
		},
		pay(id, cost) {
			const cell = cellsIn(ports).find(({ row }) => row.id === id);
			if (cell?.row.receipt === undefined) return;
			const row = { ...cell.row, receipt: withCost(cell.row.receipt, cost) };
			if (!write(cell.slot, cell.n, row)) hold(row);
		},
		refuse: hold,
		foresee(id) {
			const ids = [...readIds(readSafely(storage, LEDGER_STRAYS)).ids, id].slice(-STRAYS_MAX);
			if (!put(storage, LEDGER_STRAYS, JSON.stringify({ v: RECORD_VERSION, n: 1, ids }))) strays.add(id);
		},
	};
}

/** What cannot be read is kept aside, and left where it is as long as it cannot be. */
function cellsIn(ports: LedgerPorts): Cell[] {
	const { storage } = ports;
	takeOld(ports);
	const found: Cell[] = [];
	for (let slot = 0; slot < LEDGER_ROWS; slot++) {
		const raw = readSafely(storage, ledgerRowKey(slot));
		if (!isKept(raw)) continue;
		const cell = decodeLedgerCell(raw);
		if (cell !== null) found.push({ slot, ...cell });
		else if (setAside(ports, "ledger", raw)) put(storage, ledgerRowKey(slot), "");
	}
	return found;
}

/** A sum is known if both are, in one currency; what the built-in assistant answered cost nothing. */
function withCost(
	receipt: Receipt,
	{ requests, promptTokens, completionTokens, ms, ...more }: Omit<Receipt, "provider" | "model">,
): Receipt {
	const { costMicros, currency, ...rest } = receipt;
	const before = receipt.requests === 0 ? 0 : costMicros;
	const isKnown =
		before !== undefined && more.costMicros !== undefined && (currency ?? more.currency) === more.currency;
	return {
		...rest,
		requests: rest.requests + requests,
		promptTokens: rest.promptTokens + promptTokens,
		completionTokens: rest.completionTokens + completionTokens,
		ms: rest.ms + ms,
		...(isKnown ? { costMicros: before + (more.costMicros ?? 0), currency: more.currency ?? "" } : {}),
	};
}

/** The one text that the rows were in before each had a key of its own. */
function takeOld(ports: LedgerPorts): void {
	const { storage } = ports;
	const raw = readSafely(storage, SETTING.ledger);
	if (!isKept(raw)) return;
	const list = parseJson(raw);
	const values = Array.isArray(list) ? list : [];
	const rows = values.map(decodeRow);
	const isWhole = Array.isArray(list) && rows.every((row) => row !== undefined);
	if (!isWhole && !setAside(ports, "ledger", raw)) return;
	const isMoved = rows.slice(-LEDGER_ROWS).every((row, at) => row === undefined || takeRow(storage, row, at));
	if (isMoved) put(storage, SETTING.ledger, "");
}

function takeRow(storage: Storage, row: LedgerRow, slot: number): boolean {
	const isTaken = isKept(readSafely(storage, ledgerRowKey(slot)));
	return isTaken ? remember(storage, row.id) : put(storage, ledgerRowKey(slot), encodeCell(slot, row));
}

/** An id of which no row tells: it has left, or stands in what cannot be read. */
function wasSent(storage: Storage, id: string): boolean {
	const aside = readAside(storage, "ledger");
	const rows = Array.from({ length: LEDGER_ROWS }, (_, slot) => readSafely(storage, ledgerRowKey(slot)));
	const left = Array.from({ length: LEDGER_ID_BLOCKS }, (_, block) => readSafely(storage, ledgerIdsKey(block)));
	const unread = [readSafely(storage, SETTING.ledger), ...rows.filter((raw) => decodeLedgerCell(raw) === null)];
	if ([aside?.text, ...unread, ...left].some((text) => isIn(text, id))) return true;
	return aside !== undefined && isBlind(aside.text) && !isYounger(id, aside.at);
}

/** Ids whose rows have left. */
function remember(storage: Storage, id: string): boolean {
	const blocks = Array.from({ length: LEDGER_ID_BLOCKS }, (_, block) =>
		readIds(readSafely(storage, ledgerIdsKey(block))),
	);
	const newest = blocks.reduce((best, { n }, block) => (n > (blocks[best]?.n ?? 0) ? block : best), 0);
	const { n, ids } = blocks[newest] ?? { n: 0, ids: [] };
	const isFull = ids.length >= BLOCK_IDS;
	const block = isFull ? (newest + 1) % LEDGER_ID_BLOCKS : newest;
	const value = { v: RECORD_VERSION, n: isFull || n === 0 ? n + 1 : n, ids: isFull ? [id] : [...ids, id] };
	return put(storage, ledgerIdsKey(block), JSON.stringify(value));
}

/**
 * The cell for a new row: its own, a free one, or that of the oldest row that has ended, whose id is kept.
 */
function cellFor(storage: Storage, id: string, known: readonly Cell[]): number | null {
	const own = known.find(({ row }) => row.id === id);
	if (own !== undefined) return own.slot;
	for (let slot = 0; slot < LEDGER_ROWS; slot++) if (!isKept(readSafely(storage, ledgerRowKey(slot)))) return slot;
	const oldestFirst = [...known].sort((a, b) => a.n - b.n);
	const [leaving] = [...oldestFirst.filter(({ row }) => row.state !== "sent"), ...oldestFirst];
	return leaving !== undefined && remember(storage, leaving.row.id) ? leaving.slot : null;
}

function dropAnswers(storage: Storage, known: readonly Cell[]): void {
	const old = [...known].sort((a, b) => b.n - a.n).slice(LEDGER_ANSWERS - 1);
	for (const { slot, n, row } of old) {
		if ("answer" in row) put(storage, ledgerRowKey(slot), encodeCell(n, withoutAnswer(row)));
	}
}

/** The rows that can be read, oldest first. */
export function readLedger(get: (key: string) => unknown): LedgerRow[] {
	return ledgerFields(get).flatMap((value) => decodeRow(value) ?? []);
}

/** A row as it is stored; null if it is none, or of another version. */
function decodeLedgerCell(stored: unknown): { n: number; row: LedgerRow } | null {
	const value = readRecord(stored);
	const row = value === null ? undefined : decodeRow(value);
	return row === undefined || typeof value?.n !== "number" ? null : { n: value.n, row };
}

function encodeCell(n: number, row: LedgerRow): string {
	return JSON.stringify({ v: RECORD_VERSION, n, ...row });
}

function readIds(stored: unknown): { n: number; ids: string[] } {
	const { n, ids } = readRecord(stored) ?? {};
	if (typeof n !== "number" || !Array.isArray(ids)) return { n: 0, ids: [] };
	return { n, ids: ids.filter((id) => typeof id === "string") };
}

/** Whether an id stands in a text as JSON writes it, the last one perhaps cut. */
function isIn(text: unknown, id: string): boolean {
	if (typeof text !== "string") return false;
	if (text.includes(JSON.stringify(id))) return true;
	return text.split("\n").some((line) => {
		const at = line.lastIndexOf(ID_MARK);
		return at >= 0 && !line.includes('"', at + ID_MARK.length) && id.startsWith(line.slice(at + ID_MARK.length));
	});
}

/** No id can be seen in it: so any may have been there. */
function isBlind(text: string): boolean {
	return text.split("\n").some((one) => one !== "" && !one.includes(ID_MARK));
}

/** Whether an id says by its time (core/ask/launch.ts) that it was made after `at`. */
function isYounger(id: string, at: number): boolean {
	const [, time = ""] = /^([0-9a-z]{8,9})-/.exec(id) ?? [];
	return Number.parseInt(time, 36) > at;
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
			const answer = checkAnswer(value.answer);
			return answer === null ? { state: "answered" } : { state: "answered", answer };
		}
		case "faulted": {
			const fault = checkFault(value.fault);
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

function withoutAnswer({ id, at, receipt }: LedgerRow): LedgerRow {
	return receipt === undefined ? { id, at, state: "answered" } : { id, at, receipt, state: "answered" };
}
