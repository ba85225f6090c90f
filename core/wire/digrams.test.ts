import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, encodeText } from "./digrams.ts";

const ANSWER =
	"Water boils at a lower temperature high up because the air presses on it less. At 3000 m it boils near 90 degrees, so pasta takes longer.";

describe("a text in few bytes", () => {
	it("comes back exactly, whatever it says", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
				expect(decodeText(encodeText(text))).toBe(text);
			}),
		);
	});

	it("comes back from mixed scripts and control characters", () => {
		for (const text of ["", "a", "\u0002\u0001", "72 °C über alles", "今天 is fine", "👟 run", "\n\t\u001f"]) {
			expect(decodeText(encodeText(text))).toBe(text);
		}
	});

	it("takes less than two thirds of an English answer's letters", () => {
		expect(encodeText(ANSWER).length).toBeLessThan(ANSWER.length * 0.66);
	});

	it("is never longer than UTF-8 and its one byte of form", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
				expect(encodeText(text).length).toBeLessThanOrEqual(new TextEncoder().encode(text).length + 1);
			}),
		);
	});

	it("puts U+FFFD for half a character", () => {
		expect(decodeText(encodeText("a\ud83db"))).toBe("a\ufffdb");
	});

	it("is refused when the bytes are broken, never thrown at", () => {
		expect(decodeText(Uint8Array.of())).toBeNull();
		expect(decodeText(Uint8Array.of(7, 65))).toBeNull();
		expect(decodeText(Uint8Array.of(0, 0xc3))).toBeNull();
		expect(decodeText(Uint8Array.of(0, 0xe0, 0x80, 0x80))).toBeNull();
		expect(decodeText(Uint8Array.of(0, 0xed, 0xa0, 0x80))).toBeNull();
		expect(decodeText(Uint8Array.of(1, 0x02))).toBeNull();
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
				const text = decodeText(bytes);
				expect(text === null || typeof text === "string").toBe(true);
			}),
		);
	});
});
