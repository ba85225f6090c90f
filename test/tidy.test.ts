import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../packaging/places.ts";
import { pathsIn } from "./house.ts";

/** A file is as long as its one thing; a longer one is asked what it is made of. Tables of cases may be any length. */
const LINES_MAX = 450;
const TABLE = /\.cases\.ts$|__fixtures__/;
/** Written in two halves, so that this file does not hold what it forbids. */
const FORBIDDEN = [
	["biome", "-ignore"],
	["@ts", "-ignore"],
	["@ts", "-expect-error"],
	["@ts", "-nocheck"],
	["as unknown", " as "],
	["as ", "any"],
	["TO", "DO"],
].map(([first = "", second = ""]) => first + second);

const sources = pathsIn(ROOT)
	.filter((path) => /\.(ts|mjs|css|html)$/.test(path))
	.map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

describe("every source", () => {
	it.each(FORBIDDEN)("does without %s", (words) => {
		const pattern = new RegExp(`${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\b`);
		expect(sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
	});

	it("is a file that one can read through", () => {
		const code = sources.filter(({ path }) => /(?<!\.test)\.(ts|mjs)$/.test(path) && !TABLE.test(path));
		const long = code.filter(({ text }) => text.split("\n").length - 1 > LINES_MAX).map(({ path }) => path);
		expect(long).toEqual([]);
	});

	it("lives in a folder whose name says what is in it", () => {
		const vague = /(^|\/)(utils|helpers|common|shared|lib|manager)\//;
		expect(sources.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
	});
});
