/**
 * The seam between a package's code and the simulated watch, running inside QuickJS. Owns the encoding of calls: JSON,
 * with functions as `{"$fn": id}`, bytes as `{"$bytes": text}` and widgets as `{"$widget": id}`. Rule: state is the
 * host's; here are only the package's own functions, for as long as the host holds them.
 */
import { asPackage } from "./fence.ts";

declare function __host(operation: string, text: string): string | undefined;

/** Taken from the global object, where no package shall find it. */
const host = __host;
Reflect.deleteProperty(globalThis, "__host");

type Callback = (...args: unknown[]) => unknown;

const functions: (Callback | undefined)[] = [];
const holds: number[] = [];

/** Bytes travel as text, one character of 256 + value each: the engine's C boundary ends a text at a zero character. */
const BYTE_BASE = 256;
const BYTES_A_STEP = 512;

/** Calls the host: only from functions that are fenced (see fence.ts). Throws an Error with the host's message where it refuses. */
export function call(operation: string, ...args: unknown[]): unknown {
	const answer = host(operation, JSON.stringify(args, encode));
	return answer === undefined ? undefined : decode(JSON.parse(answer));
}

/** Turns what the host sends into values: top-level bytes and widgets are made, the rest is JSON. */
function decode(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if ("$bytes" in value) return fromText(String(value.$bytes));
	if ("$widget" in value) return widgetOf(Number(value.$widget));
	return value;
}

let widgetOf: (id: number) => unknown = (id) => id;

/** Says how a widget that the host names is handed to the package. */
export function makeWidgetsWith(make: (id: number) => unknown): void {
	widgetOf = make;
}

function toText(bytes: Uint8Array): string {
	let text = "";
	for (let start = 0; start < bytes.length; start += BYTES_A_STEP) {
		const codes: number[] = [];
		for (let i = start; i < bytes.length && i < start + BYTES_A_STEP; i++) codes.push(BYTE_BASE + (bytes[i] ?? 0));
		text += String.fromCharCode(...codes);
	}
	return text;
}

function fromText(text: string): ArrayBuffer {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) - BYTE_BASE;
	return foreign ? Object.setPrototypeOf(bytes.buffer, foreign) : bytes.buffer;
}

/** Whatever realm its prototype is of. */
export function isBytes(value: unknown): value is ArrayBuffer {
	return typeof value === "object" && value !== null && "byteLength" in value;
}

/** The buffers of another realm work alike, but have another realm's prototype. */
let foreign: object | undefined;

export function makeBuffersForeign(): void {
	foreign = Object.create(null, Object.getOwnPropertyDescriptors(ArrayBuffer.prototype));
}

/** Reads the property itself, since a Buffer would turn into `{type, data}` by its own toJSON before. */
function encode(this: unknown, key: string, value: unknown): unknown {
	const raw = Reflect.get(Object(this), key);
	if (typeof raw === "function") return { $fn: hold(raw) };
	if (raw instanceof ArrayBuffer) return { $bytes: toText(new Uint8Array(raw)) };
	if (ArrayBuffer.isView(raw)) {
		return { $bytes: toText(new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength)) };
	}
	return value;
}

/** The same function keeps its id, so that the host can tell listeners apart. */
function hold(callback: Callback): number {
	const known = functions.indexOf(callback);
	if (known >= 0) {
		holds[known] = (holds[known] ?? 0) + 1;
		return known;
	}
	const free = functions.indexOf(undefined);
	const id = free >= 0 ? free : functions.length;
	functions[id] = callback;
	holds[id] = 1;
	return id;
}

/** Runs function `id` with JSON `args`; what it returns goes back as JSON. */
export function dispatch(id: string, args: string): string | undefined {
	const callback = functions[Number(id)];
	if (!callback) return undefined;
	const list: unknown = JSON.parse(args);
	const result = asPackage(callback, undefined, (Array.isArray(list) ? list : []).map(decode));
	return typeof result === "boolean" || typeof result === "number" ? JSON.stringify(result) : undefined;
}

/** Lets go of functions that the host holds no more. */
export function release(ids: string): void {
	for (const text of ids.split(",")) {
		const id = Number(text);
		const left = (holds[id] ?? 0) - 1;
		holds[id] = left;
		if (left <= 0) functions[id] = undefined;
	}
}
