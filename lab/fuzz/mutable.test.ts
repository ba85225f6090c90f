import { transformSync } from "esbuild";
import { expect, it } from "vitest";
import { mutable } from "./mutable.ts";

const SOURCE = `
export function fits(text: string, most: number): boolean {
	if (text === "") return false;
	return text.length <= most && text !== "no";
}
export const few = (list: readonly number[]) => {
	let sum = 0;
	for (const one of list) if (one < 3) sum += one;
	return sum;
};
`;

/** What the source does with one change of it switched on; -1 is none. */
function withChange(on: number) {
	const { code } = mutable("a.ts", SOURCE, 0);
	const script = transformSync(code, { loader: "ts", format: "cjs" }).code;
	const module = { exports: {} as { fits(text: string, most: number): unknown; few(list: number[]): unknown } };
	let turns = 0;
	new Function("module", "mutant", script)(module, { is: (number: number) => number === on, turn: () => turns++ });
	const { fits, few } = module.exports;
	return { did: [fits("", 2), fits("ab", 2), fits("abc", 2), fits("no", 2), few([1, 2, 3])], turns };
}

it("does as the source did with no change switched on, and counts the turns of its loops", () => {
	expect(withChange(-1)).toEqual({ did: [false, true, false, false, 3], turns: 3 });
});

it("has each change of a condition, a bound and a return, by its line and function", () => {
	const { changes } = mutable("a.ts", SOURCE, 0);
	const did = changes.map(({ line, what, within }, on) => [line, what, within, withChange(on).did]);
	expect(did).toEqual([
		[2, "returns early", 0, [undefined, undefined, undefined, undefined, 3]],
		[3, "negated", 0, [true, false, false, false, 3]],
		[4, "< for <=", 0, [false, false, false, false, 3]],
		[4, "without its right side", 0, [false, true, false, true, 3]],
		[4, "without its left side", 0, [false, true, true, false, 3]],
		[6, "returns early", 5, [false, true, false, false, undefined]],
		[8, "<= for <", 5, [false, true, false, false, 6]],
		[8, "another bound", 5, [false, true, false, false, 6]],
		[8, "negated", 5, [false, true, false, false, 3]],
	]);
});
