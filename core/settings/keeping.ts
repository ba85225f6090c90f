/**
 * How what is kept on the phone is told from what is damaged or of another version. Owns the versions of the
 * records that the Side Service keeps, their keys, and what is set aside of them: the settings page tells the
 * person of it, and removes it when the person goes on without it. Rule: a record that cannot be read is
 * never taken for none.
 */
import { isFields, parseJson } from "../json.ts";

/**
 * Of each record; one that says another number is not read. Records of before there were versions say none.
 */
export const RECORD_VERSION = 1;

export const RECORDS = ["ledger", "memory", "spending", "notes"] as const;

export type RecordName = (typeof RECORDS)[number];

/**
 * The ledger's keys: one for each question, and those for the ids of questions that have left and of those
 * that were cancelled before they came.
 */
export const LEDGER_ROWS = 40;
export const LEDGER_ID_BLOCKS = 8;
export const LEDGER_STRAYS = "ledger.strays";

export function ledgerRowKey(slot: number): string {
	return `ledger.${slot}`;
}

export function ledgerIdsKey(block: number): string {
	return `ledger.ids.${block}`;
}

/** Not empty while something of the record could not be read and the person has yet to go on without it. */
export function asideKey(name: RecordName): string {
	return `${name}.aside`;
}

/** Every key that records are kept under, besides their names. */
export function recordKeys(): string[] {
	const rows = Array.from({ length: LEDGER_ROWS }, (_, slot) => ledgerRowKey(slot));
	const ids = Array.from({ length: LEDGER_ID_BLOCKS }, (_, block) => ledgerIdsKey(block));
	return [...rows, ...ids, LEDGER_STRAYS, ...RECORDS.map(asideKey)];
}

/**
 * The fields of a stored record of our version. Null if it is none, or not a whole one. `stored` is the
 * string as it is stored.
 */
export function readRecord(stored: unknown): Record<string, unknown> | null {
	const value = parseJson(stored);
	return isFields(value) && value.v === RECORD_VERSION ? value : null;
}

/** What was never set reads as undefined, null or ''. */
export function isKept(stored: unknown): boolean {
	return stored !== undefined && stored !== null && stored !== "";
}

/** The rows of the ledger as they are stored, oldest first: those that can be read. */
export function ledgerFields(get: (key: string) => unknown): Record<string, unknown>[] {
	const old = parseJson(get("ledger"));
	const kept = Array.from({ length: LEDGER_ROWS }, (_, slot) => readRecord(get(ledgerRowKey(slot)))).filter(isFields);
	return [...(Array.isArray(old) ? old.filter(isFields) : []), ...kept.sort((a, b) => Number(a.n) - Number(b.n))];
}
