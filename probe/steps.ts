/**
 * The steps of the probe, the most dangerous doubt first, and the text of its report. Owns their numbers and names; how each
 * is settled stands in the step's own file. Pure: watch, Side Service and settings page share it.
 */
export const STEPS = [
	"exports",
	"refresh",
	"touch",
	"face",
	"files",
	"launch",
	"aod",
	"stale",
	"shake",
	"close",
	"send",
	"second",
	"speed",
	"microphone",
	"dictation",
	"wrist",
	"disk",
	"memory",
	"storage",
	"settings",
	"fetch",
	"redirects",
	"sport",
] as const;

export type StepName = (typeof STEPS)[number];

/** The surface that found it out: a step may have a row of each. */
export type Surface = "face" | "page" | "workout";

export type Row = { step: StepName; surface: Surface; says: string };

const SURFACES: readonly Surface[] = ["face", "page", "workout"];

/** Raised when a step or a word of the report changes its meaning. */
const VERSION = 1;

/** Where the settings storage keeps the watch's line, and a row. */
export const HEAD = "head";
export const rowKey = (step: string, surface: string) => `row.${step}.${surface}`;

/** A line a step. `read` gives what is stored under a key, and anything else where nothing is. */
export function reportText(read: (key: string) => unknown): string {
	const head = read(HEAD);
	const lines = STEPS.map((step, at) => {
		const found = SURFACES.map((surface) => {
			const says = read(rowKey(step, surface));
			return typeof says === "string" && says !== "" ? `[${surface}] ${says}` : "";
		}).filter((text) => text !== "");
		return `${at < 9 ? "0" : ""}${at + 1} ${step}: ${found.length > 0 ? found.join(" ") : "not run"}`;
	});
	return [`probe ${VERSION} ${typeof head === "string" ? head : "watch unknown"}`, ...lines].join("\n");
}

/** What is stored of one surface, out of a text that may be anything. */
export function decodeRows(text: string | null): Row[] {
	try {
		const found: unknown = JSON.parse(text ?? "[]");
		return Array.isArray(found) ? found.filter(isRow) : [];
	} catch (_) {
		return [];
	}
}

function isRow(value: unknown): value is Row {
	const row: Partial<Record<keyof Row, unknown>> = Object(value);
	return (
		typeof row.says === "string" &&
		STEPS.some((step) => step === row.step) &&
		SURFACES.some((surface) => surface === row.surface)
	);
}
