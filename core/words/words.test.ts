import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeNotes } from "../../lab/words/notes.ts";
import { readCatalogue } from "../../packaging/words.ts";
import { FAULTS } from "../faults.ts";
import en from "./en-US.json";
import { fill, LANGUAGES } from "./words.ts";

const PRODUCT = [
	"core",
	"device",
	"watchface",
	"page",
	"app-widget",
	"app-service",
	"data-widget",
	"app-side",
	"setting",
];
const KEYS = Object.keys(en);
const SOURCE: Readonly<Record<string, string>> = en;

const NOTES = decodeNotes(JSON.parse(readFileSync(join(import.meta.dirname, "notes.json"), "utf8")));

async function load(language: string): Promise<Readonly<Record<string, string>>> {
	return (await import(`./${language}.json`)).default;
}

function places(text: string): string[] {
	return [...text.matchAll(/\{(\w+)[:}]/g)].map(([, place = ""]) => place).sort();
}

test("every fault has a title and a help text, and no other fault has", () => {
	const codes = KEYS.filter((key) => key.startsWith("fault.") && !key.endsWith(".help")).map((key) => key.slice(6));
	expect(codes.sort()).toEqual(Object.keys(FAULTS).sort());
	for (const code of codes) expect(KEYS).toContain(`fault.${code}.help`);
});

test("the list of languages is what there are files for", () => {
	const files = readdirSync(new URL(".", import.meta.url)).filter((name) => /^.{2}-.{2}\.json$/.test(name));
	expect(files.map((name) => name.slice(0, -5)).sort()).toEqual([...LANGUAGES].sort());
});

test("what stands beside the catalogue for its writers reaches neither watch nor phone", () => {
	expect(Object.keys(readCatalogue(join(import.meta.dirname, "../.."))).sort()).toEqual([...LANGUAGES].sort());
	expect(PRODUCT.map(readSources).join("\n")).not.toMatch(/["'/](?:notes|translated-from)\.json/);
});

test("no text lies unused: each key, or the beginning that it is put together from, stands in the product's code", () => {
	const code = PRODUCT.map(readSources).join("\n");
	const unused = KEYS.filter((key) => !code.includes(`"${key}"`) && !isComposed(key, code));
	expect(unused).toEqual([]);
});

function readSources(folder: string): string {
	const root = join(import.meta.dirname, "../..", folder);
	const files = readdirSync(root, { recursive: true, encoding: "utf8" });
	return files
		.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
		.map((file) => readFileSync(join(root, file), "utf8"))
		.join("\n");
}

/** `fault.${code}.help` uses every key of that form; `${key}.text` every key that adds it to another. */
function isComposed(key: string, code: string): boolean {
	const templates = [...code.matchAll(/`((?:[a-z]+\.)+)\$\{[^}]+\}([.a-z]*)`/g)];
	const fits = templates.some(([, start = "", end = ""]) => {
		const middle = key.slice(start.length, key.length - end.length);
		return key === start + middle + end && middle !== "" && !middle.includes(".");
	});
	return fits || (key.endsWith(".text") && code.includes(`"${key.slice(0, -".text".length)}"`));
}

describe.each(LANGUAGES)("%s", (language) => {
	test("has every key of English and none besides", async () => {
		expect(Object.keys(await load(language)).sort()).toEqual([...KEYS].sort());
	});

	test("has text at every key, with the places of English", async () => {
		const words = await load(language);
		for (const key of KEYS) {
			expect(words[key]?.trim(), key).toBe(words[key]);
			expect(words[key], key).not.toBe("");
			expect(places(words[key] ?? ""), key).toEqual(places(SOURCE[key] ?? ""));
		}
	});

	test("keeps titles, chips and help texts short enough for the watch", async () => {
		const words = await load(language);
		for (const key of KEYS) expect((words[key] ?? "").length, key).toBeLessThanOrEqual(limitOf(key, language));
	});

	test("uses no emoji and no Markdown, which the watch cannot show", async () => {
		for (const text of Object.values(await load(language))) {
			expect(text).not.toMatch(/\p{Extended_Pictographic}|\*\*|__|`|<[a-z]/u);
		}
	});
});

/** In UTF-16 units. */
function limitOf(key: string, language: string): number {
	const most = NOTES[key]?.most ?? Number.POSITIVE_INFINITY;
	return typeof most === "number" ? most : most[language === "en-US" ? 0 : 1];
}

describe("the notes for those who translate", () => {
	test("say of every key where it stands, and of each place what it holds", () => {
		expect(Object.keys(NOTES).sort()).toEqual([...KEYS].sort());
		for (const key of KEYS) {
			expect(NOTES[key]?.at.length, key).toBeGreaterThan(12);
			expect(Object.keys(NOTES[key]?.holds ?? {}).sort(), key).toEqual([...new Set(places(SOURCE[key] ?? ""))]);
		}
	});

	test("bound each title and button, and the help of a fault, by its room on the smallest watch", () => {
		const bounded = KEYS.filter((key) => /^(fault|chip)\./.test(key));
		for (const key of bounded) expect(NOTES[key]?.most, key).toBeDefined();
	});

	test.each([
		["a place that no note explains", { "page.ask": { at: 5 } }],
		["a word that means nothing", { "page.ask": { at: "A button.", room: 3 } }],
		["half a bound", { "page.ask": { at: "A button.", most: [24] } }],
	])("are refused with %s", (_name, broken) => {
		expect(() => decodeNotes(broken)).toThrow("page.ask");
	});
});

describe("filling in", () => {
	test("puts every value in its place", () => {
		expect(fill("{count} of {total}, {count} left", { count: 3, total: "six" })).toBe("3 of six, 3 left");
	});

	test("leaves a place without a value as it is", () => {
		expect(fill("Wait {seconds} s", { minutes: 1 })).toBe("Wait {seconds} s");
	});

	test("takes a value literally", () => {
		expect(fill("{name}!", { name: "$& {name}" })).toBe("$& {name}!");
	});
});
