import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	addTo,
	affordableTokens,
	costOf,
	DAYS_KEPT,
	decodePrices,
	decodeSpending,
	encodePrices,
	encodeSpending,
	LEAST_ANSWER_TOKENS,
	leftOn,
	type Price,
	readAmount,
	readBudget,
	readPrice,
	type Spending,
	showPrice,
	spentOn,
} from "./budget.ts";
import { showMoney } from "./money.ts";

const NO_CAPS = { prices: new Map<string, Price>(), currency: "USD", capDay: null, capMonth: null };
const NOTHING: Spending = new Map();

const amount = fc.integer({ min: 0, max: 40_000 }).map((mills) => mills / 1000);
const price = fc.record({ in: amount, out: amount, sound: amount }, { requiredKeys: ["in", "out"] });
const tokens = fc.integer({ min: 0, max: 50_000 });

describe("an amount of money", () => {
	it.each([
		["2", 2_000_000],
		[" 0.25 ", 250_000],
		["0,001", 1000],
		["0.000001", 1],
		["0", 0],
		["", null],
		["-1", null],
		["1.2.3", null],
		["1e3", null],
		["1,000", null],
		["999,999", null],
		["1,000,000", null],
		["1,50", 1_500_000],
		["1,0005", 1_000_500],
		["1000,5", 1_000_500_000],
		["two", null],
		[undefined, null],
	])("is read from %j as %j millionths", (text, micros) => {
		expect(readAmount(text)).toBe(micros);
	});

	it.each([
		[0, "0.00\u00a0USD"],
		[1, "0.000001\u00a0USD"],
		[1234, "0.0012\u00a0USD"],
		[9999, "0.0099\u00a0USD"],
		[129_999, "0.12\u00a0USD"],
		[12_345_678, "12.34\u00a0USD"],
	])("of %i millionths is shown as %s, never more than it is", (micros, shown) => {
		expect(showMoney(micros, "USD")).toBe(shown);
	});
});

describe("a price", () => {
	it.each([
		["0.25 / 2", { in: 0.25, out: 2 }],
		["0,25; 2,5", { in: 0.25, out: 2.5 }],
		["1 2", { in: 1, out: 2 }],
		["1", null],
		["0.1 / 0.4 / 0.004", { in: 0.1, out: 0.4, sound: 0.004 }],
		["1/2/3/4", null],
		["1/2/", null],
		["/1/2", null],
		["1,500 / 6,000", null],
		["0.25 / 6,000", null],
		["a / b", null],
		["", null],
	])("is read from %j", (text, expected) => {
		expect(readPrice(text)).toEqual(expected);
	});

	it("is read as it is shown", () => {
		fc.assert(
			fc.property(price, (value) => {
				expect(readPrice(showPrice(value))).toEqual(value);
			}),
		);
	});

	it("comes back as it was stored, for any name of a model", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 120 }), price, { maxKeys: 20 }), (stored) => {
				const prices = new Map(Object.entries(stored));
				expect(decodePrices(encodePrices(prices))).toEqual(prices);
			}),
		);
	});

	it("that cannot be read is none", () => {
		const stored = JSON.stringify({ a: [1, 2], b: [1], c: [-1, 2], d: ["1", 2], e: 5, "": [1, 2], f: [1, null] });
		expect([...decodePrices(stored).keys()]).toEqual(["a"]);
		for (const wrong of [undefined, "", "{", "[]", "5"]) expect(decodePrices(wrong).size).toBe(0);
	});
});

describe("the cost of a request", () => {
	it("is tokens times the price of a million of them, in millionths", () => {
		expect(costOf({ in: 0.25, out: 2 }, 1000, 100)).toBe(450);
		expect(costOf({ in: 0.25, out: 0 }, 1, 0)).toBe(1);
		expect(costOf({ in: 0, out: 0 }, 1000, 1000)).toBe(0);
	});

	it("is for a recording also its minutes, at least as many seconds as are charged, and nothing without one", () => {
		const sound = { in: 1, out: 1, sound: 0.006, leastSeconds: 10 };
		expect(costOf(sound, 10, 5, 30)).toBe(3015);
		expect(costOf(sound, 10, 5, 2)).toBe(1015);
		expect(costOf(sound, 10, 5)).toBe(15);
	});
});

describe("a token cap", () => {
	it("is what was wanted where all of it can be paid, and less where less can", () => {
		const dear = { in: 1, out: 10 };
		expect(affordableTokens(dear, 5000, 100, 320, 0)).toBe(320);
		expect(affordableTokens(dear, 2000, 100, 320, 0)).toBe(190);
		expect(affordableTokens(dear, 2000, 100, 320, 100)).toBe(90);
		expect(affordableTokens(dear, 500, 100, 320, 0)).toBeNull();
	});

	it("never costs more than what is left, leaves an answer, and is given whenever one can be paid", () => {
		fc.assert(
			fc.property(
				price,
				tokens,
				tokens,
				tokens,
				fc.integer({ min: 1, max: 4000 }),
				fc.integer({ min: 0, max: 30 }),
				(each, left, prompt, room, wanted, seconds) => {
					const given = affordableTokens(each, left, prompt, wanted, room, seconds);
					const least = Math.min(wanted, LEAST_ANSWER_TOKENS);
					if (given === null) {
						expect(costOf(each, prompt, least + room, seconds)).toBeGreaterThan(left);
						return;
					}
					expect(costOf(each, prompt, given + room, seconds)).toBeLessThanOrEqual(left);
					expect(given).toBeGreaterThanOrEqual(least);
					expect(given).toBeLessThanOrEqual(wanted);
				},
			),
			{ numRuns: 2000 },
		);
	});
});

describe("what is left", () => {
	const spent = addTo(addTo(NOTHING, "2026-11-21", { micros: 700 }), "2026-11-22", { micros: 100 });

	it("is nothing to speak of without a cap", () => {
		expect(leftOn("2026-11-22", NO_CAPS, spent)).toBeNull();
	});

	it("is the least that the caps of day and month leave, and never below nothing", () => {
		expect(leftOn("2026-11-22", { ...NO_CAPS, capDay: 1000 }, spent)).toBe(900);
		expect(leftOn("2026-11-22", { ...NO_CAPS, capDay: 1000, capMonth: 1000 }, spent)).toBe(200);
		expect(leftOn("2026-11-22", { ...NO_CAPS, capMonth: 500 }, spent)).toBe(0);
	});

	it("is everything again on the next day and in the next month", () => {
		expect(leftOn("2026-11-23", { ...NO_CAPS, capDay: 1000 }, spent)).toBe(1000);
		expect(leftOn("2026-12-01", { ...NO_CAPS, capMonth: 1000 }, spent)).toBe(1000);
	});
});

describe("the spending", () => {
	it("is summed by day and by month", () => {
		let spending = addTo(NOTHING, "2026-11-22", { micros: 10, tokens: 5, asks: 1 });
		spending = addTo(spending, "2026-11-22", { micros: -4, tokens: 5 });
		spending = addTo(spending, "2026-11-01", { micros: 1 });
		expect(spending.get("2026-11-22")).toEqual({ micros: 6, tokens: 10, asks: 1 });
		expect([spentOn("2026-11-22", spending), spentOn("2026-11", spending)]).toEqual([6, 7]);
	});

	it("never falls below nothing", () => {
		expect(addTo(NOTHING, "2026-11-22", { micros: -5 }).get("2026-11-22")?.micros).toBe(0);
	});

	const daysFrom = (first: number, count: number) =>
		Array.from({ length: count }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10));
	const bookAll = (dates: readonly string[]) => dates.reduce((sum, one) => addTo(sum, one, { micros: 1 }), NOTHING);

	it("keeps today's month, and of other months the newest days", () => {
		const dates = daysFrom(Date.UTC(2026, 8, 1), 120);
		const spending = bookAll(dates);
		expect([...spending.keys()]).toEqual(dates.slice(-DAYS_KEPT - 29));
		expect(dates[dates.length - 29]).toBe("2026-12-01");
	});

	it.each([
		["ahead", Date.UTC(2031, 3, 1)],
		["behind", Date.UTC(1970, 0, 1)],
	])("holds the cap of today and its month after a clock was %s for 200 days", (_, wrong) => {
		const budget = { ...NO_CAPS, capDay: 10, capMonth: 40 };
		const before = daysFrom(Date.UTC(2026, 10, 1), 26);
		let spending = bookAll([...before, ...daysFrom(wrong, 200)]);
		spending = addTo(spending, "2026-11-27", { micros: 10 });
		expect(leftOn("2026-11-27", budget, decodeSpending(encodeSpending(spending)))).toBe(0);
		expect(spentOn("2026-11-27", addTo(spending, "2026-11-27", { tokens: 1 }))).toBe(10);
		expect(spending.size).toBeLessThanOrEqual(DAYS_KEPT + 31);
	});

	it("comes back as it was stored, and what cannot be read is left out", () => {
		const spending = addTo(addTo(NOTHING, "2026-11-22", { micros: 10, asks: 1 }), "2026-11-21", { tokens: 3 });
		expect(decodeSpending(encodeSpending(spending))).toEqual(spending);
		const stored = JSON.stringify({
			today: { micros: 1, tokens: 1, asks: 1 },
			"2026-11-20": { micros: -1, tokens: 1, asks: 1 },
			"2026-11-19": 5,
			"2026-11-18": { micros: 1, tokens: 1, asks: 1 },
		});
		expect([...decodeSpending(stored).keys()]).toEqual(["2026-11-18"]);
	});

	it("and the budget are read without an exception whatever is stored", () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.json()), (value) => {
				expect(decodeSpending(value)).toBeInstanceOf(Map);
				expect(readBudget(() => value).currency).toMatch(/^[A-Z]{3}$/);
			}),
		);
	});
});
