/**
 * Which model of a provider's list comes nearest to one that is gone. Owns how a model's name is read:
 * family, size class, version and what it is made for. Pure. Rule: it only orders names that the provider
 * lists, and makes none up.
 */

/** `ends`: whether the provider has announced that it takes it away. */
export type Listed = { name: string; ends: boolean };

type Mark = "preview" | "latest" | "dated";

type Shape = {
	owner: string;
	family: string;
	size: string;
	/** 1 is the smallest. A name without a word for it is in the middle. */
	sizeClass: number;
	/** Parameters, in billions. */
	billions: number | undefined;
	/** Major times 1000 plus minor. */
	version: number | undefined;
	/** The digits of a snapshot's date, to tell newer from older. */
	stamp: number;
	purposes: readonly string[];
	traits: readonly string[];
	marks: readonly Mark[];
};

const MIDDLE = 3;
const SIZES: ReadonlyMap<string, number> = new Map(
	[
		["nano", "lite", "tiny", "luna"],
		["mini", "small", "flash", "haiku", "instant", "terra", "turbo", "fast", "air", "nemo"],
		["medium", "plus", "sonnet", "sol"],
		["large", "pro", "max", "opus", "astra", "ultra"],
		["fable", "mythos", "heavy"],
	].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);
const MARKS: ReadonlyMap<string, Mark> = new Map([
	["preview", "preview"],
	["exp", "preview"],
	["experimental", "preview"],
	["beta", "preview"],
	["latest", "latest"],
]);
/** What a model is made for: one for something else is no stand-in. */
const PURPOSES: readonly string[] = [
	...["code", "coder", "codex", "math", "vl", "vision", "image", "audio", "omni", "search", "research", "computer"],
	...["guard", "safeguard", "tts", "transcribe", "realtime", "live", "translate", "livetranslate", "mt", "character"],
	...["customtools", "thinking", "reasoner", "reasoning", "cyber", "ocr", "robotics", "creative", "chat", "free"],
];
/** They say nothing of which model it is, `q4` and its like how its weights were packed. */
const EMPTY: readonly string[] = ["instruct", "it", "open", "labs", "versatile", "v", "models", "deep", "use"];
const PACKED = /^(fp|int|i?q)\d/;
const DATE = /-(20\d\d-?\d\d-?\d\d|\d\d-20\d\d|\d\d-\d\d)(?=$|[-:])/;
const NAME_LIMIT = 100;

const OTHER_FAMILY = 3;
const OTHER_OWNER = 1;
const SIZE_STEP = 1.5;
const SIZE_WORD = 0.5;
const DOUBLING = 0.75;
const UNKNOWN_SIZE = 1;
const OLDER = 1.5;
const ENDING = 6;

/** Undefined if the list is empty. `gone` itself is never named. */
export function nearestModel(gone: string, list: readonly Listed[]): string | undefined {
	const lost = shapeOf(gone);
	const ranked = list
		.filter(({ name }) => name !== gone && name !== "")
		.map(({ name, ends }) => {
			const shape = shapeOf(name);
			return { name, shape, distance: distanceOf(lost, shape) + (ends ? ENDING : 0) };
		});
	return ranked.sort(compare)[0]?.name;
}

type Ranked = { name: string; shape: Shape; distance: number };

/** Of two that are equally near: the smaller, which costs less; then the newer; then the plainer name. */
function compare(a: Ranked, b: Ranked): number {
	const isOneFamily = a.shape.family === b.shape.family;
	return (
		a.distance - b.distance ||
		a.shape.sizeClass - b.shape.sizeClass ||
		(isOneFamily ? (b.shape.version ?? 0) - (a.shape.version ?? 0) : 0) ||
		b.shape.stamp - a.shape.stamp ||
		a.name.length - b.name.length ||
		(a.name < b.name ? -1 : 1)
	);
}

function distanceOf(lost: Shape, other: Shape): number {
	const isOneFamily = lost.family === other.family;
	return (
		(isOneFamily ? ageDistance(lost, other) + traitDistance(lost, other) + ownerDistance(lost, other) : OTHER_FAMILY) +
		sizeDistance(lost, other) +
		purposeDistance(lost, other) +
		markDistance(lost, other)
	);
}

/** Some lists say whose a model is, others do not. */
function ownerDistance(lost: Shape, other: Shape): number {
	return lost.owner === "" || other.owner === "" || lost.owner === other.owner ? 0 : OTHER_OWNER;
}

function sizeDistance(lost: Shape, other: Shape): number {
	if (lost.billions !== undefined && other.billions !== undefined) {
		return DOUBLING * Math.abs(Math.log2(other.billions / lost.billions));
	}
	if (lost.billions !== other.billions) return UNKNOWN_SIZE;
	const steps = Math.abs(lost.sizeClass - other.sizeClass);
	if (steps > 0) return steps * SIZE_STEP;
	if (lost.size === "" || lost.size === other.size) return 0;
	return other.size === "" ? SIZE_WORD / 2 : SIZE_WORD;
}

function ageDistance(lost: Shape, other: Shape): number {
	if (lost.version === undefined) return 0;
	if (other.version === undefined) return other.marks.includes("latest") ? 0 : 0.3;
	return other.version < lost.version ? OLDER : 0;
}

function traitDistance(lost: Shape, other: Shape): number {
	return countOutside(other.traits, lost.traits) + 0.5 * countOutside(lost.traits, other.traits);
}

/** From one that costs nothing to one that does is far; the other way is not. */
function purposeDistance(lost: Shape, other: Shape): number {
	const added = other.purposes.filter((purpose) => !lost.purposes.includes(purpose));
	const missing = lost.purposes.filter((purpose) => !other.purposes.includes(purpose));
	const sum = (list: readonly string[], free: number, each: number) =>
		list.reduce((total, purpose) => total + (purpose === "free" ? free : each), 0);
	return sum(added, 0.5, 2.5) + sum(missing, 4, 1);
}

function markDistance(lost: Shape, { marks }: Shape): number {
	const preview = marks.includes("preview") && !lost.marks.includes("preview") ? 0.6 : 0;
	const latest = marks.includes("latest") && lost.version !== undefined ? 0.1 : 0;
	return preview + latest + (marks.includes("dated") ? 0.2 : 0);
}

function countOutside(list: readonly string[], other: readonly string[]): number {
	return list.filter((item) => !other.includes(item)).length;
}

function shapeOf(name: string): Shape {
	const short = name.slice(0, NAME_LIMIT).toLowerCase();
	const slash = short.lastIndexOf("/");
	const base = short.slice(slash + 1);
	const date = DATE.exec(base)?.[1] ?? "";
	const parts = base.replace(DATE, "").split(/[-_:@\s]+/);
	const read = readParts(parts.filter((part) => part !== "" && !PACKED.test(part)));
	const words = read.words.filter((word) => !EMPTY.includes(word));
	const sizes = words.filter((word) => SIZES.has(word));
	const plain = words.filter((word) => !SIZES.has(word) && !MARKS.has(word));
	const [family = "", ...traits] = plain.filter((word) => !PURPOSES.includes(word));
	const stamp = Number(date.replace(/-/g, "")) || read.stamp;
	return {
		owner: short.slice(0, Math.max(slash, 0)),
		family,
		size: sizes.join("-"),
		sizeClass: sizes.length === 0 ? MIDDLE : Math.min(...sizes.map((word) => SIZES.get(word) ?? MIDDLE)),
		billions: read.billions,
		version: read.version,
		stamp,
		purposes: plain.filter((word) => PURPOSES.includes(word)),
		traits,
		marks: [...words.flatMap((word) => MARKS.get(word) ?? []), ...(stamp > 0 ? (["dated"] as const) : [])],
	};
}

type Read = { words: string[]; version?: number; billions?: number; stamp: number };

/** `4-5` is one version, as Anthropic writes it; four digits, or three that begin with 0, are a snapshot. */
function readParts(parts: readonly string[]): Read {
	const read: Read = { words: [], stamp: 0 };
	let major: number | undefined;
	for (const part of parts) {
		const billions = billionsIn(part);
		const number = /^([a-z]*?)(\d+)(?:\.(\d+))?[a-z]?$/.exec(part);
		const wasMajor = major;
		major = undefined;
		if (billions !== undefined) read.billions = read.billions ?? billions;
		else if (/^(\d{4,}|0\d\d)$/.test(part)) read.stamp = Number(part);
		else if (/^\d+[kme]$/.test(part) || /^a\d+b$/.test(part)) continue;
		else if (wasMajor !== undefined && /^\d$/.test(part)) read.version = wasMajor * 1000 + Number(part);
		else if (number === null) read.words.push(part);
		else {
			const [, word = "", whole = "", minor] = number;
			if (word !== "") read.words.push(word);
			if (read.version !== undefined) continue;
			read.version = Number(whole) * 1000 + Number(minor ?? 0);
			if (minor === undefined) major = Number(whole);
		}
	}
	return read;
}

/** `70b`, `8x7b` or Gemma's `e4b`. */
function billionsIn(part: string): number | undefined {
	const found = /^e?(?:(\d{1,3})x)?(\d{1,4}(?:\.\d{1,3})?)b$/.exec(part);
	return found === null ? undefined : Number(found[1] ?? 1) * Number(found[2]) || undefined;
}
