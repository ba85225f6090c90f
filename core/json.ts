/** JSON that may be anything. Owns the first step of every decoder; rule: it never throws. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value that a stored text is, or undefined where it is no text or no JSON. */
export function parseJson(text: unknown): unknown {
	if (typeof text !== "string" || text === "") return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A text with anything in it but blanks. */
export function isText(value: unknown): value is string {
	return typeof value === "string" && value.trim() !== "";
}

/** A whole number from 0. */
export function isCount(value: unknown): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** The same JSON with escapes for all that is not ASCII. */
export function toAscii(json: string): string {
	return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
