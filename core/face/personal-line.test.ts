import { expect, it } from "vitest";
import { type LineKey, personalLine } from "./personal-line.ts";

type Known = { battery?: number; steps?: number; target?: number; heart?: number; high?: number };

function at(hour: number, { battery, steps, target, heart, high }: Known = {}): { key: LineKey; n: number } {
	const [key, n] = personalLine([hour, battery, steps, target, heart, high]);
	return { key, n };
}

it("speaks of the hour where the sensors say nothing", () => {
	expect([3, 8, 13, 20, 23].map((hour) => at(hour).key)).toEqual([
		"line.night",
		"line.morning",
		"line.day",
		"line.evening",
		"line.night",
	]);
});

it("speaks of what matters most first", () => {
	const self = { battery: 9, heart: 140, steps: 9000, target: 8000, high: 21 };
	expect(at(13, self)).toEqual({ key: "line.battery", n: 9 });
	expect(at(13, { ...self, battery: 50 })).toEqual({ key: "line.heart", n: 140 });
	expect(at(13, { ...self, battery: 50, heart: 70 })).toEqual({ key: "line.goal", n: 9000 });
	expect(at(8, { ...self, battery: 50, heart: 70 })).toEqual({ key: "line.weather", n: 21 });
});

it("counts what is left of the day's goal", () => {
	expect(at(13, { steps: 6240, target: 8000 })).toEqual({ key: "line.near", n: 1760 });
	expect(at(13, { steps: 3000, target: 8000 })).toEqual({ key: "line.steps", n: 3000 });
	expect(at(19, { steps: 3000, target: 8000 })).toEqual({ key: "line.evening", n: 0 });
	expect(at(13, { steps: 3000, target: 0 })).toEqual({ key: "line.steps", n: 3000 });
});

it("tells no single step, and none at all as a number", () => {
	const counting = ["line.goal", "line.near", "line.steps"];
	for (const target of [1, 2, 3, 100, 8000]) {
		for (const steps of [0, 1, 2, 3, 99, 100, 1000, 7998, 7999, 8000]) {
			const { key, n } = at(13, { steps, target });
			if (counting.includes(key)) expect(n).toBeGreaterThanOrEqual(2);
		}
	}
	expect(at(13, { steps: 7999, target: 8000 })).toEqual({ key: "line.steps", n: 7999 });
});
