/**
 * The fonts that stand for the watch's own: Noto Sans in the subset files of the fontsource packages. Owns which subset a
 * text needs and its registration; never measures. Rule: each subset is registered under an alias of its own, as Skia
 * keeps one typeface a family name, and a font lists only the aliases that its text needs, since a long list is slow.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { GlobalFonts } from "@napi-rs/canvas";

const resolver = createRequire(import.meta.url);

/** Asked in this order; the first package whose ranges hold a character draws it. */
const PACKAGES = ["noto-sans", "noto-sans-devanagari", "noto-sans-arabic", "noto-sans-sc", "noto-sans-kr"] as const;

const FALLBACK = "AskSans noto-sans latin";

type Subset = { alias: string; file: string; ranges: readonly (readonly [number, number])[] };

const subsetsOfPackage = new Map<string, Subset[]>();
const aliasOfCharacter = new Map<number, string | null>();
const registered = new Set<string>();

/** The CSS font of a text at a size in pixels: `400 32px "...", "..."`. Registers what it names. */
export function fontFor(text: string, size: number, weight = 400): string {
	const aliases = new Set<string>([FALLBACK]);
	register(FALLBACK);
	for (const character of text) {
		const alias = aliasFor(character.codePointAt(0) ?? 0);
		if (alias !== null) aliases.add(alias);
	}
	return `${weight} ${size}px ${[...aliases].map((alias) => `"${alias}"`).join(", ")}`;
}

function aliasFor(codePoint: number): string | null {
	const known = aliasOfCharacter.get(codePoint);
	if (known !== undefined) return known;
	const subset = findSubset(codePoint);
	if (subset) register(subset.alias);
	const alias = subset?.alias ?? null;
	aliasOfCharacter.set(codePoint, alias);
	return alias;
}

function findSubset(codePoint: number): Subset | undefined {
	for (const name of PACKAGES) {
		const found = subsetsOf(name).find((subset) =>
			subset.ranges.some(([from, to]) => codePoint >= from && codePoint <= to),
		);
		if (found) return found;
	}
	return undefined;
}

function register(alias: string): void {
	if (registered.has(alias)) return;
	const subset = PACKAGES.flatMap(subsetsOf).find((candidate) => candidate.alias === alias);
	if (!subset) throw new Error(`no font subset ${alias}`);
	GlobalFonts.register(readFileSync(subset.file), alias);
	registered.add(alias);
}

function subsetsOf(name: (typeof PACKAGES)[number]): Subset[] {
	const known = subsetsOfPackage.get(name);
	if (known) return known;
	const folder = dirname(resolver.resolve(`@fontsource-variable/${name}/package.json`));
	const table: unknown = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8"));
	if (typeof table !== "object" || table === null) throw new Error(`${name} has no table of its subsets`);
	const subsets = Object.entries(table).map(([key, ranges]) => {
		const subset = key.replace(/[[\]]/g, "");
		const file = join(folder, "files", `${name}-${subset}-wght-normal.woff2`);
		return { alias: `AskSans ${name} ${subset}`, file, ranges: rangesOf(String(ranges)) };
	});
	const ordered = subsets.sort((a, b) => rank(a.alias) - rank(b.alias));
	subsetsOfPackage.set(name, ordered);
	return ordered;
}

/** Plain Latin first: the tables of other subsets repeat parts of it. */
function rank(alias: string): number {
	return alias.endsWith(" latin") ? 0 : alias.endsWith(" latin-ext") ? 1 : 2;
}

function rangesOf(list: string): [number, number][] {
	return list.split(",").map((range) => {
		const [from = "0", to = from] = range.trim().replace(/^U\+/i, "").split("-");
		return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
	});
}
