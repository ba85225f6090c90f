import { expect, test } from "vitest";
import { fromBase91, toBase91 } from "./base91.ts";

/** Every byte value, each behind every other sooner or later. */
function bytesOf(length: number): Uint8Array {
	return Uint8Array.from({ length }, (_, at) => (at * 167 + (at >> 8) * 13) & 0xff);
}

test("bytes of any number come back, with at most one zero behind them", () => {
	for (let length = 0; length < 70; length++) {
		const bytes = bytesOf(length);
		const back = fromBase91(toBase91(bytes));
		expect(back.slice(0, length)).toEqual(bytes);
		expect([...back.slice(length)]).toEqual(back.length === length ? [] : [0]);
	}
	expect(fromBase91(toBase91(bytesOf(65_536))).slice(0, 65_536)).toEqual(bytesOf(65_536));
});

test("the text stands between double quotes as it is, and no call is in it", () => {
	const text = toBase91(bytesOf(65_536));
	expect(JSON.stringify(text)).toBe(`"${text}"`);
	expect(text).toMatch(/^[ !#-')-[\]-_a-~]*$/);
	expect(new Set(text).size).toBe(91);
});

test("thirteen bits take two characters", () => {
	expect(toBase91(bytesOf(13_000))).toHaveLength(16_000);
});
