import fc from "fast-check";
import { expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";

it("writes what everyone else writes, at every length about the end of a piece", () => {
	for (const size of [0, 1, 2, 3, 4, 3071, 3072, 3073, 6144, 6145, 6146]) {
		const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 37 + 255) & 255);
		expect(toBase64(bytes), `${size} bytes`).toBe(Buffer.from(bytes).toString("base64"));
	}
});

it("writes what everyone else writes for any bytes", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
			expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
		}),
	);
});

it("reads back what it has written, and nothing else", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
			expect(fromBase64(toBase64(bytes))).toEqual(bytes);
		}),
	);
	for (const text of ["A", "AAA", "AA=A", "A===", "AA A", "AA-A", "=AAA"]) expect(fromBase64(text), text).toBeNull();
});
