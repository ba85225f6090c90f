/// <reference path="./settings-page.d.ts" />
import { beforeEach, describe, expect, test } from "vitest";
import { addTo, encodeSpending, type Spending } from "../core/money/budget.ts";
import { SETTING } from "../core/settings/settings.ts";
import en from "../core/words/en-US.json";
import { contrast } from "../simulator/index.ts";
import { type Opened, openPage } from "./__fixtures__/opened.ts";
import { patternOf, said } from "./__fixtures__/said.ts";
import { ACCENTS, hex } from "./palette.ts";

const NOW_MS = new Date(2026, 10, 22, 10, 9).getTime();
const fieldOf = (model: string) => said("setting.price", { model });
const PRICE_FIELD = fieldOf("gpt-5.4-mini");
const BAD_PRICE = said("setting.price.bad", { example: "0.25 / 2" });

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

function pricedFields(): string[] {
	return page.texts().flatMap((text) => patternOf("setting.price").exec(text)?.[1] ?? []);
}

function row(period: string, amount: string, asks: number, tokens: number): string {
	return said("setting.spent.row", { period, amount, asks, tokens });
}

function missing(): string[] {
	return page.texts().filter((text) => text === en["setting.price.missing"]);
}

describe("the price of a model", () => {
	const KNOWN = said("setting.price.known", { date: "November 27, 2026", price: "0.75 / 4.5\u00a0USD" });

	test("is AskFace's own at first, with its date, until the person gives another", () => {
		expect(page.shownIn(PRICE_FIELD)).toBe("");
		expect(page.texts()).toContain(KNOWN);
		page.type(PRICE_FIELD, "0,25 / 2 / 0.006");
		expect(page.shownIn(PRICE_FIELD)).toBe("0.25 / 2 / 0.006");
		expect(page.texts()).not.toContain(KNOWN);
		expect(JSON.parse(stored.get(SETTING.prices) ?? "")).toEqual({ "gpt-5.4-mini": [0.25, 2, 0.006] });
	});

	test("that AskFace is not sure of is said to be so", () => {
		stored.set(SETTING.key("openai"), "sk-0000");
		expect(page.after(fieldOf("gpt-transcribe"))).toMatch(patternOf("setting.price.unsure"));
	});

	test("that AskFace knows counts for nothing in another currency, and the page says so", () => {
		page.choose(en["setting.currency"], "EUR");
		expect(page.texts()).not.toContain(KNOWN);
		expect(page.after(PRICE_FIELD)).toBe(en["setting.price.missing"]);
		expect(page.texts()).toContain(said("setting.price.usd", { currency: "USD" }));
	});

	test("that is none is refused in words, the old one kept", () => {
		page.type(PRICE_FIELD, "1 / 2");
		page.type(PRICE_FIELD, "cheap");
		expect(page.texts()).toContain(BAD_PRICE);
		expect(page.shownIn(PRICE_FIELD)).toBe("1 / 2");
		page.type(PRICE_FIELD, "1 / 3");
		expect(page.texts()).not.toContain(BAD_PRICE);
	});

	test("stays in the list when another model is chosen, and goes when it is emptied", () => {
		page.type(PRICE_FIELD, "1 / 2");
		page.unfold(en["setting.server"]);
		page.type(en["setting.model"], "other");
		expect(page.shownIn(PRICE_FIELD)).toBe("1 / 2");
		expect(page.shownIn(fieldOf("other"))).toBe("");
		page.type(PRICE_FIELD, "");
		expect(page.has(PRICE_FIELD)).toBe(false);
	});

	test("is asked for of every model that a question goes to: the answering, the listening and the second one", () => {
		page.unfold(en["setting.voice"]);
		page.unfold(en["setting.second"]);
		stored.set(SETTING.key("openai"), "sk-0000");
		page.choose(en["setting.second.by"], "Groq");
		expect(pricedFields()).toEqual(["gpt-5.4-mini", "gpt-transcribe"]);
		stored.set(SETTING.key("groq"), "gsk_0000");
		expect(pricedFields()).toEqual([
			...["gpt-5.4-mini", "gpt-transcribe"],
			...["openai/gpt-oss-120b", "whisper-large-v3-turbo"],
		]);
		page.choose(en["setting.voice.by"], "Mistral");
		expect(pricedFields()).not.toContain("gpt-transcribe");
	});

	test("is asked for of the model that listens where the built-in assistant answers", () => {
		stored.set(SETTING.key("groq"), "gsk_0000");
		page.choose(en["setting.provider"], en["setting.provider.offline"]);
		stored.set(SETTING.voice, "groq");
		stored.set(SETTING.second, "gemini");
		stored.set(SETTING.key("gemini"), "AIza0000");
		spend(["2026-11-22", 0, 5]);
		expect(pricedFields()).toEqual(["whisper-large-v3-turbo", "gemini-3.5-flash-lite"]);
		stored.delete(SETTING.voice);
		expect(pricedFields()).toEqual([]);
	});

	test("that is missing is warned of under the field of each model, once there is a limit that it voids", () => {
		stored.set(SETTING.key("openai"), "sk-0000");
		expect(missing()).toHaveLength(0);
		stored.set(SETTING.model("openai"), "new-1");
		stored.set(SETTING.speech("openai"), "new-2");
		expect(missing()).toHaveLength(2);
		page.type(fieldOf("new-1"), "1 / 2");
		expect(page.after(fieldOf("new-1"))).not.toBe(en["setting.price.missing"]);
		expect(page.after(fieldOf("new-2"))).toBe(en["setting.price.missing"]);
	});

	test("that is none is said so right under its own field", () => {
		stored.set(SETTING.key("openai"), "sk-0000");
		page.type(PRICE_FIELD, "1,500 / 6,000");
		expect(page.after(PRICE_FIELD)).toBe(BAD_PRICE);
		page.type(fieldOf("gpt-transcribe"), "cheap");
		expect(page.after(fieldOf("gpt-transcribe"))).toBe(BAD_PRICE);
		expect(page.after(PRICE_FIELD)).not.toBe(BAD_PRICE);
	});

	test("is not asked for with the built-in assistant", () => {
		page.choose(en["setting.provider"], en["setting.provider.offline"]);
		expect(page.texts()).not.toContain(en["setting.price.missing"]);
		expect(page.has(PRICE_FIELD)).toBe(false);
	});
});

describe("a model without a price, once a limit is set,", () => {
	const HELD = said("setting.unpriced", { model: "new-1" });

	beforeEach(() => {
		page.unfold(en["setting.money"]);
		stored.set(SETTING.model("openai"), "new-1");
	});

	test("is named at the top of the page, all folded, with the field for its price", () => {
		expect(page.texts()).not.toContain(HELD);
		stored.set(SETTING.capMonth, "5");
		const texts = page.texts();
		expect(texts.indexOf(HELD)).toBe(texts.indexOf(en["setting.intro"]) + 1);
		page.type(fieldOf("new-1"), "1 / 2");
		expect(page.texts()).not.toContain(HELD);
		expect(JSON.parse(stored.get(SETTING.prices) ?? "")).toEqual({ "new-1": [1, 2] });
	});

	test("is warned of where a limit that was kept cannot be read, since none is passed then", () => {
		stored.set(SETTING.capDay, "1,000");
		expect(page.texts()).toContain(HELD);
	});

	test("is free by one tap on a server of one's own, also where the server has one model without a name", () => {
		stored.set(SETTING.capDay, "1");
		expect(page.texts()).not.toContain(en["setting.price.free"]);
		page.choose(en["setting.provider"], "LM Studio");
		expect(page.texts()).toContain(HELD.replace("new-1", "LM Studio"));
		page.tap(en["setting.price.free"]);
		expect(page.texts()).not.toContain(HELD.replace("new-1", "LM Studio"));
		expect(JSON.parse(stored.get(SETTING.prices) ?? "")).toEqual({ "LM Studio": [0, 0] });
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
		expect(page.texts().filter((text) => patternOf("setting.cap.bad").test(text))).toHaveLength(1);
		expect(page.shownIn(en["setting.cap.day"])).toBe("0.50");
	});

	test("that was kept before and is no amount now is not shown as if it held", () => {
		stored.set(SETTING.capMonth, "1,000");
		expect(page.after(en["setting.cap.month"])).toMatch(patternOf("setting.cap.bad"));
	});

	test.each(["day", "month"] as const)("a %s that is no amount is said so right under its own field", (period) => {
		page.type(en[`setting.cap.${period}`], "1,000");
		expect(page.after(en[`setting.cap.${period}`])).toMatch(patternOf("setting.cap.bad"));
		expect(page.texts().filter((text) => patternOf("setting.cap.bad").test(text))).toHaveLength(1);
	});
});

test.each(ACCENTS.map(({ color }) => hex(color)))(
	"bars, frames and the sample stand out, whatever accent: %s",
	(accent) => {
		stored.set(SETTING.accent, accent);
		spend(["2026-11-21", 100, 90], ["2026-11-22", 0, 5]);
		page.unfold(en["setting.answers"]);
		const shapes = page.shapes();
		expect(shapes).toContainEqual({ color: accent, ground: "#000000" });
		expect(shapes.length).toBeGreaterThanOrEqual(6);
		for (const { color, ground } of shapes) expect(contrast(color, ground), `${color} on ${ground}`).toBeGreaterThan(3);
	},
);

describe("another currency", () => {
	const MONEY = [SETTING.prices, SETTING.capDay, SETTING.capMonth];

	beforeEach(() => {
		page.type(PRICE_FIELD, "1 / 2");
		page.type(en["setting.cap.day"], "1");
		page.type(en["setting.cap.month"], "5");
		spend(["2026-11-21", 700_000, 9], ["2026-11-22", 120_000, 100]);
	});

	test("takes away prices and limits, and the money that was spent, since all were in the old one", () => {
		expect(page.texts()).toContain(en["setting.currency.about"]);
		page.choose(en["setting.currency"], "JPY");
		expect(MONEY.filter((key) => stored.has(key))).toEqual([]);
		page.type(en["setting.cap.day"], "100");
		expect(page.texts()).toEqual(
			expect.arrayContaining([
				row(en["setting.spent.today"], "0.00\u00a0JPY", 1, 100),
				row("November 21, 2026", "0.00\u00a0JPY", 1, 9),
				said("setting.spent.left", { amount: "100.00\u00a0JPY" }),
			]),
		);
	});

	test("is one only if it differs: choosing the same again keeps everything", () => {
		const before = new Map(stored);
		page.choose(en["setting.currency"], "USD");
		expect(new Map(stored)).toEqual(before);
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
		expect(page.texts()).toEqual(
			expect.arrayContaining([
				row(en["setting.spent.today"], "0.12\u00a0USD", 1, 100),
				row(en["setting.spent.month"], "0.62\u00a0USD", 2, 300),
				said("setting.spent.left", { amount: "0.08\u00a0USD" }),
			]),
		);
	});

	test("is drawn a bar a day, the newest first, each with its figures in words", () => {
		spend(["2026-11-20", 400, 10], ["2026-11-21", 100, 90], ["2026-11-22", 0, 5]);
		expect(page.bars()).toEqual(["2%", "25%", "100%"]);
		expect(page.texts().filter((text) => text.startsWith("November 2"))).toEqual([
			row("November 22, 2026", "0.00\u00a0USD", 1, 5),
			row("November 21, 2026", "0.0001\u00a0USD", 1, 90),
			row("November 20, 2026", "0.0004\u00a0USD", 1, 10),
		]);
	});

	test("is drawn in tokens where no price is known", () => {
		spend(["2026-11-21", 0, 50], ["2026-11-22", 0, 100]);
		expect(page.bars()).toEqual(["100%", "50%"]);
	});
});

describe("the switch for look-ups", () => {
	test("says what a search costs at most, and is stored", () => {
		const { page, stored } = openPage(() => NOW_MS);
		page.choose(en["setting.provider"], "Anthropic");
		page.unfold(en["setting.answers"]);
		// 0.01 a search and 30,000 tokens at 1 a million.
		expect(page.texts()).toContain(said("setting.lookUp.about", { amount: "0.04\u00a0USD" }));
		page.turn(en["setting.lookUp"], true);
		expect(stored.get(SETTING.lookUp)).toBe("yes");
		page.turn(en["setting.lookUp"], false);
		expect(stored.get(SETTING.lookUp) ?? "").toBe("");
	});

	test("stands above the one for a line for later, which changes what is sent", () => {
		const { page, stored } = openPage(() => NOW_MS);
		page.unfold(en["setting.answers"]);
		expect(page.has(en["setting.later"])).toBe(false);
		page.choose(en["setting.provider"], "Mistral");
		page.turn(en["setting.later"], true);
		expect(stored.get(SETTING.later)).toBe("yes");
		expect(page.texts().join()).toContain(en["setting.later.about"]);
	});

	test("names a provider that has no search, and is not there for the built-in assistant", () => {
		const { page } = openPage(() => NOW_MS);
		page.unfold(en["setting.answers"]);
		expect(page.has(en["setting.lookUp"])).toBe(false);
		page.choose(en["setting.provider"], "Mistral");
		expect(page.texts()).toContain(said("setting.lookUp.none", { model: "Mistral mistral-small-latest" }));
	});

	test("says that a limit in another currency holds it back", () => {
		const { page, stored } = openPage(() => NOW_MS);
		page.choose(en["setting.provider"], "Anthropic");
		page.unfold(en["setting.answers"]);
		stored.set(SETTING.capDay, "1");
		stored.set(SETTING.currency, "EUR");
		const line = said("setting.lookUp.currency", { currency: "USD" });
		expect(page.texts()).not.toContain(line);
		stored.set(SETTING.lookUp, "yes");
		expect(page.texts()).toContain(line);
	});

	test("is in what the next question sends", () => {
		const { page, stored } = openPage(() => NOW_MS);
		page.choose(en["setting.provider"], "Anthropic");
		page.unfold(en["setting.privacy"]);
		expect(page.texts().join()).toContain("You have no tools");
		stored.set(SETTING.lookUp, "yes");
		expect(page.texts().join()).toContain("You may search the web once");
	});
});
