/// <reference path="./settings-page.d.ts" />
import { beforeEach, describe, expect, test } from "vitest";
import { addTo, encodeSpending, type Spending } from "../core/budget.ts";
import { SETTING } from "../core/settings.ts";
import en from "../core/words/en-US.json";
import { type Opened, openPage } from "./__fixtures__/opened.ts";

const NOW_MS = new Date(2026, 10, 22, 10, 9).getTime();
const PRICE_FIELD = "Price of gpt-5.4-mini: in / out";

let page: Opened["page"];
let stored: Opened["stored"];

beforeEach(() => {
	({ page, stored } = openPage(() => NOW_MS));
	page.choose(en["setting.provider"], "OpenAI");
	page.unfold(en["setting.money"]);
});

function spend(...days: [date: string, micros: number, tokens: number][]): void {
	let spending: Spending = new Map();
	for (const [date, micros, tokens] of days) spending = addTo(spending, date, { micros, tokens, asks: 1 });
	stored.set(SETTING.spending, encodeSpending(spending));
}

describe("the price of a model", () => {
	test("is the person's own: none is there at first, and the page says what that means", () => {
		expect(page.shownIn(PRICE_FIELD)).toBe("");
		expect(page.texts()).toContain(en["setting.price.missing"]);
		page.type(PRICE_FIELD, "0,25 / 2");
		expect(page.shownIn(PRICE_FIELD)).toBe("0.25 / 2");
		expect(page.texts()).not.toContain(en["setting.price.missing"]);
		expect(JSON.parse(stored.get(SETTING.prices) ?? "")).toEqual({ "gpt-5.4-mini": [0.25, 2] });
	});

	test("that is none is refused in words, the old one kept", () => {
		page.type(PRICE_FIELD, "1 / 2");
		page.type(PRICE_FIELD, "cheap");
		expect(page.texts()).toContain("Two amounts are needed, such as 0.25 / 2.");
		expect(page.shownIn(PRICE_FIELD)).toBe("1 / 2");
		page.type(PRICE_FIELD, "1 / 3");
		expect(page.texts()).not.toContain("Two amounts are needed, such as 0.25 / 2.");
	});

	test("stays in the list when another model is chosen, and goes when it is emptied", () => {
		page.type(PRICE_FIELD, "1 / 2");
		page.unfold(en["setting.server"]);
		page.type(en["setting.model"], "other");
		expect(page.shownIn(PRICE_FIELD)).toBe("1 / 2");
		expect(page.shownIn("Price of other: in / out")).toBe("");
		page.type(PRICE_FIELD, "");
		expect(page.has(PRICE_FIELD)).toBe(false);
	});

	test("is not asked for with the built-in assistant", () => {
		page.choose(en["setting.provider"], en["setting.provider.offline"]);
		expect(page.texts()).not.toContain(en["setting.price.missing"]);
		expect(page.has(PRICE_FIELD)).toBe(false);
	});
});

describe("a limit", () => {
	test("is kept as it was typed, and emptied again", () => {
		page.type(en["setting.cap.day"], " 0,50 ");
		page.type(en["setting.cap.month"], "5");
		expect([stored.get(SETTING.capDay), stored.get(SETTING.capMonth)]).toEqual(["0,50", "5"]);
		page.type(en["setting.cap.day"], "");
		expect(stored.has(SETTING.capDay)).toBe(false);
	});

	test("that is no amount is refused in words, the old one kept", () => {
		page.type(en["setting.cap.day"], "0.50");
		page.type(en["setting.cap.day"], "-1");
		expect(page.texts().join("\n")).toContain("That is not an amount");
		expect(page.shownIn(en["setting.cap.day"])).toBe("0.50");
	});
});

describe("what was spent", () => {
	test("is nothing at first", () => {
		expect(page.texts()).toContain(en["setting.spent.none"]);
	});

	test("is told for today, for the month, and as what the limits leave", () => {
		spend(["2026-10-31", 9_000_000, 9], ["2026-11-01", 500_000, 200], ["2026-11-22", 120_000, 100]);
		page.type(en["setting.cap.day"], "1");
		page.type(en["setting.cap.month"], "0.70");
		page.choose(en["setting.currency"], "EUR");
		expect(page.texts()).toEqual(
			expect.arrayContaining([
				"Today: 0.12 EUR · questions: 1 · tokens: 100",
				"This month: 0.62 EUR · questions: 2 · tokens: 300",
				"Left to spend: 0.08 EUR",
			]),
		);
	});

	test("is drawn a bar a day, the newest first, each with its figures in words", () => {
		spend(["2026-11-20", 400, 10], ["2026-11-21", 100, 90], ["2026-11-22", 0, 5]);
		expect(page.bars()).toEqual(["2%", "25%", "100%"]);
		expect(page.texts().filter((text) => text.startsWith("2026-11-2"))).toEqual([
			"2026-11-22: 0.00 USD · questions: 1 · tokens: 5",
			"2026-11-21: 0.0001 USD · questions: 1 · tokens: 90",
			"2026-11-20: 0.0004 USD · questions: 1 · tokens: 10",
		]);
	});

	test("is drawn in tokens where no price is known", () => {
		spend(["2026-11-21", 0, 50], ["2026-11-22", 0, 100]);
		expect(page.bars()).toEqual(["100%", "50%"]);
	});
});
