/** A translation that is older than its English is named, with its language; `npm run -s words` shows what is to be read. */
import { describe, expect, test } from "vitest";
import { readBeside, readCatalogue, SOURCE } from "../../lab/words/catalogue.ts";
import { hashOf, renewed, staleOf, taskOf } from "../../lab/words/freshness.ts";
import { decodeOrigins } from "../../lab/words/notes.ts";
import { LANGUAGES } from "./words.ts";

test("no translation is older than its English (read it again, then: npm run -s words -- KEY)", () => {
	const stale = staleOf(readCatalogue()[SOURCE], decodeOrigins(readBeside("translated-from.json")));
	expect(stale.map(({ key, languages }) => `${key}: ${languages.join(", ")}`)).toEqual([]);
});

test("nothing is kept of a key that is gone", () => {
	const english = readCatalogue()[SOURCE];
	const kept = Object.keys(decodeOrigins(readBeside("translated-from.json")));
	expect(kept.filter((key) => english[key] === undefined)).toEqual([]);
});

describe("with planted words", () => {
	const OLD = { a: "Ask", b: "Stop" };
	const NEW = { a: "Ask me", b: "Stop", c: "Go" };
	const read = renewed(OLD, {}, ["a", "b"]);
	const others = LANGUAGES.filter((language) => language !== SOURCE);

	test("one whose English changed is stale in every language, one that is new too, the rest is not", () => {
		expect(staleOf(OLD, read)).toEqual([]);
		expect(staleOf(NEW, read)).toEqual([
			{ key: "a", languages: others },
			{ key: "c", languages: others },
		]);
	});

	test("languages that were not read again stay stale alone, until they are", () => {
		const some = renewed(NEW, read, ["a", "c"], ["de-DE", "pl-PL"]);
		const left = others.filter((language) => language !== "de-DE" && language !== "pl-PL");
		expect(staleOf(NEW, some)).toEqual([
			{ key: "a", languages: left },
			{ key: "c", languages: left },
		]);
		const more = renewed(NEW, some, ["a"], left);
		expect(more.a).toBe(hashOf("Ask me"));
		expect(staleOf(NEW, more).map(({ key }) => key)).toEqual(["c"]);
	});

	test("a key that is gone is kept no longer", () => {
		expect(Object.keys(renewed({ b: "Stop" }, read, []))).toEqual(["b"]);
	});

	test("texts that differ in one character, in any script, differ in their hash", () => {
		const texts = ["Ask", "ask", "Ask ", "Ask.", "Aks", "", "Ask\u00a0", "문", "問"];
		expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
		// FNV-1a of "a" and "foobar", as its authors publish them.
		expect([hashOf(""), hashOf("a"), hashOf("foobar")]).toEqual(["811c9dc5", "e40c292c", "bf9cf968"]);
	});

	test("a translator is shown where it stands, the English and what there is", () => {
		const catalogue = { ...readCatalogue(), "en-US": { a: "Ask me" }, "pl-PL": { a: "Zapytaj" } };
		expect(taskOf({ key: "a", languages: ["pl-PL"] }, catalogue, "A button.")).toBe(
			["a: A button.", "  en-US  Ask me", "  pl-PL  Zapytaj"].join("\n"),
		);
	});
});
