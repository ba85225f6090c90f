/** What stands beside the catalogue for those who translate it: `core/words/notes.json` and `translated-from.json`. */
import type { Origins } from "./freshness.ts";

/**
 * `at`: where the text stands and what it is about. `holds`: what each of its `{places}` holds. `most`: how many UTF-16 units
 * it may have, or how many English may have and how many the others; without it a test of the screens measures it.
 */
export type Note = { at: string; most?: number | [english: number, others: number]; holds?: Record<string, string> };

/** Throws where the file is not of that shape: it is our own. */
export function decodeNotes(value: unknown): Readonly<Record<string, Note>> {
	return Object.fromEntries(
		Object.entries(recordOf(value, "notes")).map(([key, note]) => [key, decodeNote(key, note)]),
	);
}

function decodeNote(key: string, value: unknown): Note {
	const { at, most, holds, ...more } = recordOf(value, key);
	if (Object.keys(more).length > 0) throw new Error(`${key}: ${Object.keys(more).join(", ")} means nothing`);
	return {
		at: textOf(at, key),
		...(most === undefined ? {} : { most: mostOf(most, key) }),
		...(holds === undefined ? {} : { holds: textsOf(holds, key) }),
	};
}

function mostOf(value: unknown, key: string): number | [number, number] {
	if (typeof value === "number") return value;
	const [english, others, ...more] = Array.isArray(value) ? value : [];
	if (typeof english !== "number" || typeof others !== "number" || more.length > 0) throw new Error(`${key}: most?`);
	return [english, others];
}

export function decodeOrigins(value: unknown): Origins {
	return Object.fromEntries(
		Object.entries(recordOf(value, "origins")).map(([key, origin]) => [
			key,
			typeof origin === "string" ? origin : textsOf(origin, key),
		]),
	);
}

function textsOf(value: unknown, key: string): Record<string, string> {
	return Object.fromEntries(Object.entries(recordOf(value, key)).map(([name, text]) => [name, textOf(text, key)]));
}

function textOf(value: unknown, key: string): string {
	if (typeof value !== "string" || value === "") throw new Error(`${key}: a text is missing`);
	return value;
}

function recordOf(value: unknown, key: string): Record<string, unknown> {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${key}: not an object`);
	return { ...value };
}
