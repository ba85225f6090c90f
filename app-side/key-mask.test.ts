import { describe, expect, test } from "vitest";
import { createMask, maskValue } from "./key-mask.ts";

const KEY = "sk-proj-Zq7Rw2Lm9XvB4tKc8NdP1yHs";
const ODD = "sk-Zq7+Rw2/Lm9XvB4tKc8NdP1y=HsWXYZ";
const mask = createMask([KEY, ODD, "ollama", "lm-studio"]);
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a key in a text is masked", () => {
	test.each([
		["as it is", `Your key is ${KEY}.`, "Your key is [key]."],
		["more than once", `${KEY} ${KEY}`, "[key] [key]"],
		["percent-encoded", `key=${encodeURIComponent(ODD)}&x=1`, "key=[key]&x=1"],
		["as an escape of JSON", KEY.replace(/-/g, "\\u002d"), "sk\\u002dproj\\u002d[key]"],
		["with a slash escaped", ODD.replace("/", "\\/"), "sk-[key]=[key]"],
		["in Markdown", "sk-proj-**Zq7Rw2**Lm9XvB4tKc8NdP1yHs", "[key]"],
		["with unseen signs", [...KEY].join("\u200b"), "[key]"],
		["letter by letter", [...KEY].join(" "), "[key]"],
		["in part", `It begins with ${KEY.slice(0, 24)}, does it not?`, "It begins with [key], does it not?"],
		["as another key of the same server", "sk-proj-Abcdefgh", "sk-proj-Abcdefgh"],
	])("%s", (_how, text, shown) => {
		const masked = mask(text);
		for (let at = 0; at + 12 <= KEY.length; at++) expect(masked).not.toContain(KEY.slice(at, at + 12));
		if (!shown.includes("=[key]") && !shown.includes("u002d")) expect(masked).toBe(shown);
		else expect(masked).toContain("[key]");
	});

	test.each([0, 1, 2])("in base64 with %i bytes before it", (before) => {
		const text = base64(`${"x".repeat(before)}${KEY} and more`);
		const masked = mask(text);
		expect(masked).toContain("[key]");
		expect(Buffer.from(masked.replace("[key]", ""), "base64").toString("latin1")).not.toContain(KEY.slice(4, 16));
	});

	test("and the JSON around it stays whole", () => {
		const text = JSON.stringify({ a: `one\n${KEY}\n"two" \\`, b: `\n${KEY.slice(9)}` });
		expect(JSON.parse(mask(text))).toEqual({ a: 'one\n[key]\n"two" \\', b: expect.stringContaining("[key]") });
	});

	test("in every text of a value, in names too", () => {
		const value = { [KEY]: [KEY, 5, null, { deep: `x ${KEY}` }], ok: true };
		expect(maskValue(value, mask)).toEqual({ "[key]": ["[key]", 5, null, { deep: "x [key]" }], ok: true });
	});
});

describe("nothing else is", () => {
	test.each([
		"Ollama and LM Studio run on your computer.",
		"sk-proj- is how keys begin.",
		"The quick brown fox jumps over the lazy dog, 0123456789 times.",
		"",
	])("%j", (text) => {
		expect(mask(text)).toBe(text);
	});

	test("also not the words of a key that anybody could have thought of", () => {
		const dummy = createMask(["not-needed", "sk-no-key-required", "lm-studio"]);
		for (const text of ["It is not needed.", "There is no key required here.", "LM Studio"])
			expect(dummy(text)).toBe(text);
	});
});

test("costs what the length of the text costs", () => {
	for (const text of [KEY, KEY.slice(0, 11), "a", "\\", "\ud83d"]) {
		const [short = 0, long = 0] = [20_000, 200_000].map((length) => leastMs(text.repeat(length / text.length)));
		expect(long, JSON.stringify(text)).toBeLessThan(Math.max(150, 15 * short));
	}
});

/** The quickest of some, so that a busy desktop does not count. */
function leastMs(text: string): number {
	const took = Array.from({ length: 5 }, () => {
		const from = performance.now();
		mask(text);
		return performance.now() - from;
	});
	return Math.min(...took);
}

test("a value of any depth is walked", () => {
	let value: unknown = KEY;
	for (let at = 0; at < 100_000; at++) value = [value];
	expect(JSON.stringify(maskValue(value, mask))).not.toContain(KEY);
});
