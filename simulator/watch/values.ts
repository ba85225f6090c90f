/** Values as they cross into the engine and out of it: JSON, with functions, bytes and widgets marked. */

/** A function of the package, by its id inside the engine. */
export type FunctionRef = { $fn: number };

const BYTE_BASE = 256;

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isRef(value: unknown): value is FunctionRef {
	return isRecord(value) && typeof value.$fn === "number";
}

/** The functions in a value: itself, or those directly in its properties. */
export function refsIn(value: unknown): FunctionRef[] {
	if (isRef(value)) return [value];
	return isRecord(value) ? Object.values(value).filter(isRef) : [];
}

export function bytesValue(bytes: Uint8Array): { $bytes: string } {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(BYTE_BASE + byte);
	return { $bytes: text };
}

/** The bytes of a marked value, or undefined. */
export function bytesIn(value: unknown): Uint8Array | undefined {
	if (!isRecord(value)) return undefined;
	const text = value.$bytes;
	if (typeof text !== "string") return undefined;
	return Uint8Array.from(text, (character) => character.charCodeAt(0) - BYTE_BASE);
}

export function widgetValue(id: number): { $widget: number } {
	return { $widget: id };
}

/** A string or nothing. */
export function optionalText(value: unknown): string | undefined {
	return typeof value === "string" ? value : undefined;
}

export function numberOr(value: unknown, otherwise: number): number {
	return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

/** Params of the router: a text, or an object that becomes JSON. DOC router/launchApp. */
export function paramsText(params: unknown): string | undefined {
	if (typeof params === "string") return params;
	return isRecord(params) || Array.isArray(params) ? JSON.stringify(params) : undefined;
}
