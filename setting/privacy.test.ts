/// <reference path="./settings-page.d.ts" />
import { beforeEach, describe, expect, test } from "vitest";
import { remember } from "../core/ask/conversation.ts";
import { FIELDS } from "../core/settings/privacy.ts";
import { everyKey, SETTING } from "../core/settings/settings.ts";
import en from "../core/words/en-US.json";
import { type Opened, openPage } from "./__fixtures__/opened.ts";
import { said } from "./__fixtures__/said.ts";

const NOW_MS = new Date(2026, 10, 22, 10, 9).getTime();
const KEY = "sk-ant-api03-abcdefghijklmnop-WXYZ";

let page: Opened["page"];
let stored: Opened["stored"];

beforeEach(() => {
	({ page, stored } = openPage(() => NOW_MS));
});

const consent = () => JSON.parse(stored.get(SETTING.consent) ?? "null");

describe("with the built-in assistant", () => {
	const KEPT = { [SETTING.provider]: "offline", [SETTING.key("groq")]: KEY };

	test("nothing leaves the phone, whatever keys are still kept", () => {
		for (const [name, value] of Object.entries(KEPT)) stored.set(name, value);
		expect(page.texts()).toContain(en["setting.preview.nothing"]);
		expect(page.texts()).not.toContain(en["setting.voice"]);
	});

	test("a listener that was chosen is named, for it gets the recordings", () => {
		for (const [name, value] of Object.entries({ ...KEPT, [SETTING.voice]: "groq" })) stored.set(name, value);
		expect(page.texts()).not.toContain(en["setting.preview.nothing"]);
		expect(page.texts()).toContain(said("setting.voice.now", { provider: "Groq" }));
		expect(page.texts()).toContain(en["setting.voice"]);
	});
});

describe("consent", () => {
	test("stands in words right above the field for the key, and pasting one gives it", () => {
		const texts = page.texts();
		expect(texts.indexOf(en["setting.key"])).toBe(texts.indexOf(en["setting.consent.any"]) + 1);
		page.type(en["setting.key"], KEY);
		expect(consent()).toEqual({ anthropic: "2026-11-22" });
		expect(page.texts()).toContain(
			said("setting.consent.since", { date: "November 22, 2026", provider: "Anthropic (api.anthropic.com)" }),
		);
	});

	test("names the provider that was chosen before the key is there", () => {
		page.choose(en["setting.provider"], "Groq");
		const texts = page.texts();
		expect(texts[texts.indexOf(en["setting.key"]) - 1]).toBe(
			said("setting.consent.key", { provider: "Groq (api.groq.com)" }),
		);
		expect(consent()).toBeNull();
	});

	test("to a server that takes no key is a button, which tests it at once", () => {
		page.choose(en["setting.provider"], "Ollama");
		expect(consent()).toBeNull();
		page.tap(en["setting.consent.yes"]);
		expect(consent()).toEqual({ ollama: "2026-11-22" });
		expect(JSON.parse(stored.get(SETTING.command) ?? "null")).toMatchObject({ do: "test" });
		expect(page.has(en["setting.consent.yes"])).toBe(false);
	});

	test("to a server of one's own is given by its address too, below the same words", () => {
		page.choose(en["setting.provider"], en["setting.provider.custom"]);
		expect(page.texts()).toContain(en["setting.consent.server"]);
		page.type(en["setting.url"], "ftp://example.com");
		expect(consent()).toBeNull();
		page.type(en["setting.url"], "http://10.0.0.4:11434/v1");
		expect(consent()).toEqual({ custom: "2026-11-22" });
	});

	test("to one provider is none to another", () => {
		page.type(en["setting.key"], KEY);
		page.choose(en["setting.provider"], "Ollama");
		expect(page.has(en["setting.consent.yes"])).toBe(true);
	});
});

describe("the switches", () => {
	beforeEach(() => page.unfold(en["setting.privacy"]));

	test("are all off at first, and each turns its own field on and off", () => {
		for (const field of FIELDS) {
			const label = en[`setting.share.${field}`];
			expect(page.isOn(label)).toBe(false);
			page.turn(label, true);
			expect(JSON.parse(stored.get(SETTING.share) ?? "")).toEqual([field]);
			page.turn(label, false);
			expect(stored.has(SETTING.share)).toBe(false);
		}
	});

	test("add up", () => {
		page.turn(en["setting.share.heart"], true);
		page.turn(en["setting.share.language"], true);
		expect(JSON.parse(stored.get(SETTING.share) ?? "")).toEqual(["language", "heart"]);
	});

	test("show a field for the place only where it is on", () => {
		expect(page.has(en["setting.place"])).toBe(false);
		page.turn(en["setting.share.place"], true);
		page.type(en["setting.place"], " Ulm ");
		expect(stored.get(SETTING.place)).toBe("Ulm");
	});
});

describe("the preview", () => {
	beforeEach(() => page.unfold(en["setting.privacy"]));

	const shown = () => page.texts().join("\n");

	test("is of nothing with the built-in assistant", () => {
		expect(page.texts()).toContain(en["setting.preview.nothing"]);
		expect(shown()).not.toContain(en["setting.preview.question"]);
	});

	test("shows what each switch adds, and in brackets what only the watch knows", () => {
		page.choose(en["setting.provider"], "OpenAI");
		expect(shown()).not.toMatch(/Local time|Heart rate:/);
		page.turn(en["setting.share.time"], true);
		page.turn(en["setting.share.heart"], true);
		expect(shown()).toContain(
			`Local time: Sunday 2026-11-22, after 10:00.\nHeart rate: ${en["setting.preview.watch"]}.`,
		);
	});

	test("shows the conversation that would go along", () => {
		page.choose(en["setting.provider"], "OpenAI");
		expect(page.texts()).not.toContain(en["setting.preview.talk"]);
		const turn = { question: "Why is the sky blue?", answer: "Air scatters blue light." };
		stored.set(SETTING.memory, JSON.stringify(remember([], "t", turn)));
		const texts = page.texts();
		const from = texts.indexOf(en["setting.preview.talk"]);
		expect(texts.slice(from + 1, from + 4)).toEqual([turn.question, turn.answer, en["setting.preview.question"]]);
	});
});

describe("all data", () => {
	beforeEach(() => page.unfold(en["setting.data"]));

	test("is shown on request, everything but API keys, and hidden again", () => {
		for (const name of everyKey()) stored.set(name, `held under ${name}`);
		stored.set(SETTING.key("anthropic"), KEY);
		page.tap(en["setting.export"]);
		const shown = page.texts().find((text) => text.startsWith("{")) ?? "";
		const exported = JSON.parse(shown);
		const left = everyKey().filter((name) => !(name in exported));
		expect(left.filter((name) => !name.startsWith("key."))).toEqual([SETTING.command, SETTING.outcome]);
		for (let at = 0; at + 8 <= KEY.length; at++) expect(shown).not.toContain(KEY.slice(at, at + 8));
		expect(shown).not.toContain("held under key.");
		page.tap(en["setting.export.close"]);
		expect(page.texts().some((text) => text.startsWith("{"))).toBe(false);
	});

	test("is set out as what it is", () => {
		stored.set(SETTING.memory, JSON.stringify(remember([], "t", { question: "Q?", answer: "A." })));
		page.tap(en["setting.export"]);
		const exported = JSON.parse(page.texts().find((text) => text.startsWith("{")) ?? "");
		expect(exported.memory).toEqual([{ talk: "t", turns: [{ question: "Q?", answer: "A." }] }]);
	});

	test("is gone after forgetting everything, whatever key it stood under", () => {
		for (const name of everyKey()) stored.set(name, "x");
		page.tap(en["setting.forget"]);
		page.tap(en["setting.forget.yes"]);
		expect(everyKey().filter((name) => stored.has(name))).toEqual([SETTING.command]);
	});
});
