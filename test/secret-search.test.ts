import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSecret } from "./secret-search.ts";

const SECRET = "sk-Zq7+Rw2/Lm9XvB4tKc8NdP1y=HsWXYZ";

const find = (content: string | Uint8Array) => findSecret(SECRET, new Map([["here", content]]));

describe("a planted secret is found", () => {
	test.each([
		["as it is", `key=${SECRET};`],
		["a window of eight", `...${SECRET.slice(9, 17)}...`],
		["its last eight", SECRET.slice(-8)],
		["percent-encoded", `?key=${encodeURIComponent(SECRET)}`],
		["percent-encoded in lower case", "rw2%2flm9xv".replace("rw2", "Rw2").replace("lm9x", "Lm9X")],
		["hexadecimal", Buffer.from(SECRET).toString("hex").toUpperCase()],
	])("%s", (_, content) => {
		expect(find(content)).toHaveLength(1);
	});

	test("in bytes, also as UTF-16", () => {
		expect(find(Buffer.from(`\u0000${SECRET}`))).toEqual(["here: as it is"]);
		expect(find(Buffer.from(SECRET, "utf16le"))).toEqual(["here: UTF-16"]);
	});

	test("in base64, whatever is before, behind and left of it", () => {
		const window = fc.integer({ min: 0, max: SECRET.length - 8 });
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 9 }), window, fc.uint8Array({ maxLength: 9 }), (before, at, behind) => {
				const bytes = Buffer.concat([before, Buffer.from(SECRET.slice(at, at + 8)), behind]);
				expect(find(bytes.toString("base64"))).toHaveLength(1);
				expect(find(bytes.toString("base64url"))).toHaveLength(1);
			}),
		);
	});
});

test("its last four characters, and seven of it, are nothing", () => {
	expect(find(`Your key ends in ${SECRET.slice(-4)}.`)).toEqual([]);
	expect(find(SECRET.slice(3, 10))).toEqual([]);
	expect(find("")).toEqual([]);
});

test("what is too short to be told from other text is no secret", () => {
	expect(() => findSecret("1234567", new Map())).toThrow("less than 8");
});
