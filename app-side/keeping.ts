/**
 * How the Side Service writes to a store that it does not trust. Owns writing, reading back and setting
 * aside; never what is written. Rule: nothing here throws, and what did not come back as it was written
 * counts as not written.
 */
import { asideKey, isKept, RECORD_VERSION, type RecordName, readRecord } from "../core/settings/keeping.ts";
import type { Ports, Storage } from "./ports.ts";

/** What is kept aside of one record, in UTF-16 units: the end of it. */
const ASIDE_LIMIT = 20_000;

/** `at`: when it was last added to, in ms since the epoch. */
type Aside = { text: string; at: number };

/** Whether `value` is in the storage now. */
export function put(storage: Storage, key: string, value: string): boolean {
	try {
		storage.set(key, value);
		const read = storage.get(key);
		return value === "" ? !isKept(read) : read === value;
	} catch {
		return false;
	}
}

/** Undefined also if the storage throws. */
export function readSafely(storage: Storage, key: string): unknown {
	try {
		return storage.get(key);
	} catch {
		return undefined;
	}
}

/** Keeps what could not be read. False if the storage does not take it: then it must stay where it is. */
export function setAside({ storage, now }: Pick<Ports, "storage" | "now">, name: RecordName, raw: unknown): boolean {
	const before = readAside(storage, name)?.text ?? "";
	// A line each.
	const text = `${before}\n${String(raw).replace(/\n/g, " ")}`.slice(-ASIDE_LIMIT);
	return put(storage, asideKey(name), JSON.stringify({ v: RECORD_VERSION, at: now(), text }));
}

/** Undefined if nothing is kept aside. */
export function readAside(storage: Storage, name: RecordName): Aside | undefined {
	const raw = readSafely(storage, asideKey(name));
	if (!isKept(raw)) return undefined;
	const { text, at } = readRecord(raw) ?? {};
	return {
		text: typeof text === "string" ? text : String(raw).replace(/\\"/g, '"'),
		at: typeof at === "number" ? at : Number.POSITIVE_INFINITY,
	};
}
