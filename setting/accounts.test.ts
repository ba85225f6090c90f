/// <reference path="./settings-page.d.ts" />
/** The second provider, whoever listens, and the list of models. */
import { beforeEach, describe, expect, test } from "vitest";
import { app } from "../app.json";
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import en from "../core/words/en-US.json";
import { type Opened, openPage } from "./__fixtures__/opened.ts";
import { patternOf, said } from "./__fixtures__/said.ts";

const NOW_MS = new Date(2026, 10, 22, 10, 9).getTime();
const CLAUDE_KEY = "sk-ant-api03-abcdefghijklmnop-WXYZ";
const GROQ_KEY = "gsk_abcdefghijklmnopqrstuvwx-QRST";

let page: Opened["page"];
let stored: Opened["stored"];

beforeEach(() => {
	({ page, stored } = openPage(() => NOW_MS));
	page.type(en["setting.key"], CLAUDE_KEY);
});

const text = () => page.texts().join("\n");
const read = (key: string) => JSON.parse(stored.get(key) ?? "null");
const answer = (outcome: object) =>
	stored.set(SETTING.outcome, JSON.stringify({ ...read(SETTING.command), ...outcome }));

describe("the first screen", () => {
	test("holds the provider, its key and a test; the rest is one line each", () => {
		for (const label of [en["setting.model"], en["setting.second.about"], en["setting.voice.by"], en["setting.length"]])
			expect(page.has(label)).toBe(false);
		expect(page.has(en["setting.test"])).toBe(true);
		for (const part of [
			"server",
			"voice",
			"second",
			"answers",
			"chips",
			"privacy",
			"money",
			"receipts",
			"data",
		] as const)
			expect(page.texts()).toContain(en[`setting.${part}`]);
	});

	test("has nothing that only a provider needs while there is none", () => {
		page.choose(en["setting.provider"], en["setting.provider.offline"]);
		for (const part of ["server", "voice", "second", "money", "receipts"] as const)
			expect(page.texts()).not.toContain(en[`setting.${part}`]);
	});

	test("folds a part again", () => {
		page.unfold(en["setting.voice"]);
		expect(page.has(en["setting.voice.by"])).toBe(true);
		page.unfold(en["setting.voice"]);
		expect(page.has(en["setting.voice.by"])).toBe(false);
	});

	test("says that OpenAI Responses keeps questions for a time, and of no other", () => {
		expect(page.texts()).not.toContain(en["setting.kept"]);
		page.choose(en["setting.provider"], "OpenAI Responses");
		expect(page.texts()).toContain(en["setting.kept"]);
	});
});

describe("the second provider", () => {
	beforeEach(() => page.unfold(en["setting.second"]));

	test("has a key, a model and a test of its own; pasting its key is the consent to it", () => {
		page.choose(en["setting.second.by"], "Groq");
		expect(stored.get(SETTING.second)).toBe("groq");
		expect(text()).toContain(said("setting.consent.key", { provider: "Groq (api.groq.com)" }));
		page.type(`${en["setting.key"]} · Groq`, GROQ_KEY);
		page.type(`${en["setting.model"]} · Groq`, "tiny");
		expect(stored.get(SETTING.key("groq"))).toBe(GROQ_KEY);
		expect(stored.get(SETTING.model("groq"))).toBe("tiny");
		expect(read(SETTING.consent)).toEqual({ anthropic: "2026-11-22", groq: "2026-11-22" });
		expect(stored.get(SETTING.provider)).toBe("anthropic");
		expect(text()).toContain(said("setting.key.kept", { provider: "Groq", tail: "QRST" }));
		expect(text()).not.toContain(GROQ_KEY.slice(0, 12));
	});

	test("is tested by itself, and the outcome stands with it alone", () => {
		page.choose(en["setting.second.by"], "Groq");
		page.type(`${en["setting.key"]} · Groq`, GROQ_KEY);
		expect(read(SETTING.command)).toMatchObject({ do: "test", provider: "groq" });
		answer({ ok: true, by: "Groq tiny" });
		expect(page.texts().filter((line) => line === said("setting.test.passed.by", { by: "Groq tiny" }))).toHaveLength(1);
		page.tap(en["setting.test"]);
		expect(read(SETTING.command)).not.toHaveProperty("provider");
	});

	test.each([
		[CLAUDE_KEY, "Anthropic"],
		["sk-0123456789abcdef0123456789abcdef", "DeepSeek / Qwen"],
	])("takes no key that is another's: %s", (key, owner) => {
		page.choose(en["setting.second.by"], "Groq");
		page.type(`${en["setting.key"]} · Groq`, key);
		expect(text()).toContain(said("setting.key.other", { provider: owner }));
		expect([...stored].filter(([, value]) => value === key).map(([name]) => name)).toEqual(
			owner === "Anthropic" ? [SETTING.key("anthropic")] : [],
		);
	});

	test("asks about a key that may be its own, and takes it on a yes without becoming the first", () => {
		page.choose(en["setting.second.by"], "Groq");
		page.type(`${en["setting.key"]} · Groq`, "abcdefghijklmnopqrst");
		expect([...stored.values()].join()).not.toContain("abcdefghijklmnopqrst");
		expect(page.texts()).toContain(en["setting.key.whose"]);
		page.tap("Groq");
		expect(stored.get(SETTING.key("groq"))).toBe("abcdefghijklmnopqrst");
		expect(stored.get(SETTING.provider)).toBe("anthropic");
		expect(read(SETTING.command)).toMatchObject({ do: "test", provider: "groq" });
	});

	test("names a service that is none of the list", () => {
		page.choose(en["setting.second.by"], "Groq");
		page.type(`${en["setting.key"]} · Groq`, "pplx-abcdefghijklmnop");
		const provider = `Perplexity (${en["setting.provider.custom"]})`;
		expect(text()).toContain(said("setting.key.other", { provider }));
	});

	test("says in its folded line what it lacks", () => {
		page.choose(en["setting.second.by"], "Groq");
		page.unfold(en["setting.second"]);
		expect(page.texts()).toContain(`Groq: ${en["fault.no-key"]}`);
		stored.set(SETTING.key("groq"), GROQ_KEY);
		expect(page.texts()).toContain("Groq");
	});

	test("that takes no key is agreed to by a button or an address, and not before", () => {
		page.choose(en["setting.second.by"], "Ollama");
		expect(read(SETTING.consent)).toEqual({ anthropic: "2026-11-22" });
		page.type(`${en["setting.url"]} · Ollama`, "ftp://example.com");
		expect(page.texts().some((line) => patternOf("setting.url.bad").test(line))).toBe(true);
		expect(read(SETTING.consent)).toEqual({ anthropic: "2026-11-22" });
		page.tap(`${en["setting.consent.yes"]} · Ollama`);
		expect(read(SETTING.consent)).toMatchObject({ ollama: "2026-11-22" });
		expect(read(SETTING.command)).toMatchObject({ do: "test", provider: "ollama" });
	});

	test("can be given up, and is never the first one too", () => {
		page.choose(en["setting.second.by"], "Groq");
		page.choose(en["setting.provider"], "Groq");
		expect(page.chosen(en["setting.second.by"])).toBe(en["setting.second.none"]);
		page.choose(en["setting.provider"], "Anthropic");
		page.choose(en["setting.second.by"], en["setting.second.none"]);
		expect(stored.has(SETTING.second)).toBe(false);
	});
});

describe("voice", () => {
	beforeEach(() => page.unfold(en["setting.voice"]));

	test("says that nobody listens while no key is there for it", () => {
		expect(page.chosen(en["setting.voice.by"])).toBe(en["setting.voice.auto"]);
		expect(page.texts()).toContain(en["setting.voice.nobody"]);
	});

	test("names everyone who may be sent a recording, and who is first", () => {
		stored.set(SETTING.key("groq"), GROQ_KEY);
		stored.set(SETTING.key("openai"), "sk-proj-abcdefgh");
		expect(text()).toContain(said("setting.voice.anyone", { providers: "Groq, OpenAI" }));
		expect(text()).toContain(said("setting.voice.now", { provider: "Groq" }));
	});

	test("is given to one listener, with a key and a model of its own", () => {
		page.choose(en["setting.voice.by"], "Groq");
		expect(page.texts()).toContain(en["setting.voice.nobody"]);
		page.type(`${en["setting.key"]} · Groq`, GROQ_KEY);
		expect(stored.get(SETTING.key("groq"))).toBe(GROQ_KEY);
		expect(stored.get(SETTING.provider)).toBe("anthropic");
		expect(read(SETTING.command)).toMatchObject({ do: "test" });
		expect(page.shownIn(`${en["setting.voice.model"]} · Groq`)).toBe("whisper-large-v3-turbo");
		page.type(`${en["setting.voice.model"]} · Groq`, "whisper-large-v3");
		expect(stored.get(SETTING.speech("groq"))).toBe("whisper-large-v3");
		expect(page.texts().some((line) => patternOf("setting.voice.anyone").test(line))).toBe(false);
		page.choose(en["setting.voice.by"], en["setting.voice.auto"]);
		expect(stored.get(SETTING.voice)).toBe("auto");
	});

	test("asks for no speech model where the answering model listens", () => {
		page.choose(en["setting.provider"], "Google Gemini");
		stored.set(SETTING.key("gemini"), "AIzaabcdefgh");
		expect(text()).toContain(said("setting.voice.anyone", { providers: "Google Gemini" }));
		expect(page.has(`${en["setting.voice.model"]} · Google Gemini`)).toBe(false);
	});

	test("can be shown before it is asked", () => {
		page.turn(en["setting.voice.confirm"], true);
		expect(stored.get(SETTING.confirm)).toBe("yes");
		page.turn(en["setting.voice.confirm"], false);
		expect(stored.has(SETTING.confirm)).toBe(false);
	});

	test.each([
		[true, en["setting.voice.works"]],
		["request-refused", said("setting.voice.fails", { why: en["fault.request-refused"] })],
	])("is told of by the test: %s", (speech, told) => {
		page.tap(en["setting.test"]);
		answer({ ok: true, by: "Anthropic", speech });
		expect(page.texts()).toContain(told);
	});

	test("has a report to read out: the facts, neither key nor address", () => {
		stored.set(SETTING.key("groq"), GROQ_KEY);
		stored.set(SETTING.baseUrl("groq"), "http://secret.example/v1");
		stored.set(SETTING.voiceDiagnostic, "Recording: 12 bytes\nBegins: 00 00");
		stored.set(SETTING.binary, "no");
		page.tap(en["setting.test"]);
		answer({ ok: true, by: "Anthropic", speech: "overloaded" });
		page.tap(en["setting.voice.report"]);
		const report = page.texts().find((line) => line.startsWith(`AskFace ${app.version.name}\n`));
		expect(report).toBe(
			[
				`AskFace ${app.version.name}`,
				"Answers: anthropic; listens: auto, now groq, whisper-large-v3-turbo",
				"Bytes as they are: no; confirm: no",
				"Last test: passed, speech overloaded",
				"Recording: 12 bytes",
				"Begins: 00 00",
			].join("\n"),
		);
		page.tap(en["setting.export.close"]);
		expect(text()).not.toContain("Bytes as they are");
	});
});

describe("a server of one's own", () => {
	const BASE = "http://192.168.1.9:4000/v1";
	const HOST = "http://192.168.1.9:4000";

	test("goes by its host in every sentence, and by what it is in the lists alone", () => {
		page.choose(en["setting.provider"], en["setting.provider.custom"]);
		page.type(en["setting.url"], BASE);
		page.type(en["setting.key"], "abcdefghijklmnopqrst");
		expect(page.texts()).toContain(said("setting.consent.since", { date: "November 22, 2026", provider: HOST }));
		expect(page.texts()).toContain(said("setting.key.kept", { provider: HOST, tail: "qrst" }));
		expect(text()).not.toContain(`${en["setting.provider.custom"]} (`);
		stored.set(SETTING.voice, "custom");
		page.choose(en["setting.provider"], en["setting.provider.offline"]);
		expect(page.texts()).toContain(said("setting.voice.now", { provider: HOST }));
	});

	test("goes by its host on its labels where it is the second one", () => {
		page.unfold(en["setting.second"]);
		page.choose(en["setting.second.by"], en["setting.provider.custom"]);
		expect(page.has(`${en["setting.key"]} · ${en["setting.provider.custom"]}`)).toBe(true);
		stored.set(SETTING.baseUrl("custom"), BASE);
		expect(page.has(`${en["setting.key"]} · ${HOST}`)).toBe(true);
	});
});

describe("the list of models", () => {
	beforeEach(() => page.unfold(en["setting.server"]));

	test("is fetched on request, chosen from, and then gone; any name can be typed all the same", () => {
		page.tap(en["setting.models"]);
		expect(read(SETTING.command)).toMatchObject({ do: "models" });
		expect(page.texts()).toContain(en["setting.models.running"]);
		answer({ ok: true, models: ["claude-a", "claude-b", 5] });
		page.choose(en["setting.models.pick"], "claude-b");
		expect(page.shownIn(en["setting.model"])).toBe("claude-b");
		expect(page.has(en["setting.models.pick"])).toBe(false);
		page.type(en["setting.model"], "claude-c");
		expect(stored.get(SETTING.model("anthropic"))).toBe("claude-c");
	});

	test("says why there is none", () => {
		page.tap(en["setting.models"]);
		answer({ ok: false, fault: "key-refused" });
		expect(page.texts()).toContain(en["fault.key-refused"]);
		page.tap(en["setting.models"]);
		answer({ ok: true, models: [] });
		expect(page.texts()).toContain(en["setting.models.none"]);
	});
});

describe("what a provider has said of a model", () => {
	const tell = (provider: ProviderId, fates: Record<string, unknown>) =>
		stored.set(SETTING.fates(provider), JSON.stringify(fates));

	test("that it ends is said with the day, without unfolding anything, and no more once another is chosen", () => {
		tell("anthropic", { "claude-haiku-4-5": { ends: "2027-01-14" } });
		expect(page.texts()).toContain(said("setting.model.ends", { model: "claude-haiku-4-5", date: "January 14, 2027" }));
		page.unfold(en["setting.server"]);
		page.type(en["setting.model"], "claude-haiku-5-5");
		expect(text()).not.toContain("2027");
	});

	test("that it is gone is said, and the nearest is taken by one tap", () => {
		tell("anthropic", { "claude-haiku-4-5": { gone: true, instead: "claude-haiku-5-5" } });
		expect(page.texts()).toContain(said("setting.model.gone", { model: "claude-haiku-4-5" }));
		page.tap(said("setting.model.use", { model: "claude-haiku-5-5" }));
		expect(stored.get(SETTING.model("anthropic"))).toBe("claude-haiku-5-5");
		expect(page.texts().some((line) => patternOf("setting.model.gone").test(line))).toBe(false);
	});

	test("is said of the second provider and of whoever listens too, each for itself", () => {
		page.unfold(en["setting.second"]);
		page.choose(en["setting.second.by"], "Groq");
		tell("groq", {
			"openai/gpt-oss-120b": { gone: true, instead: "openai/gpt-oss-20b" },
			"whisper-large-v3-turbo": { gone: true, instead: "whisper-large-v3" },
		});
		stored.set(SETTING.key("groq"), "gsk_0123456789abcdef0123456789abcdef");
		page.tap(said("setting.model.use", { model: "openai/gpt-oss-20b" }));
		page.tap(said("setting.model.use", { model: "whisper-large-v3" }));
		expect(stored.get(SETTING.model("groq"))).toBe("openai/gpt-oss-20b");
		expect(stored.get(SETTING.speech("groq"))).toBe("whisper-large-v3");
	});

	test("is nothing where what is stored cannot be read", () => {
		for (const odd of [
			"",
			"[]",
			"{",
			"5",
			'{"claude-haiku-4-5":7}',
			'{"claude-haiku-4-5":{"ends":"soon","gone":"yes"}}',
		]) {
			stored.set(SETTING.fates("anthropic"), odd);
			expect(page.texts().some((line) => patternOf("setting.model.ends").test(line))).toBe(false);
			expect(page.texts().some((line) => patternOf("setting.model.gone").test(line))).toBe(false);
		}
	});
});

describe("the receipts", () => {
	const receipt = { provider: "groq", model: "m", requests: 2, promptTokens: 30, completionTokens: 4, ms: 1_540 };

	test("tell what each question took, the newest first, twenty at most, and nothing of what was asked", () => {
		const rows = Array.from({ length: 30 }, (_, at) => ({
			id: `q${at}`,
			at: NOW_MS + at * 60_000,
			state: "answered",
			answer: { text: "the answer" },
			receipt: { ...receipt, costMicros: 1200, currency: "EUR" },
		}));
		const faulted = { id: "f", at: NOW_MS + 3_600_000, state: "faulted", fault: { code: "timeout" }, receipt };
		stored.set(SETTING.ledger, JSON.stringify([...rows, faulted]));
		page.unfold(en["setting.receipts"]);
		const texts = page.texts().map((text) => text.replace("\u202f", " "));
		const lines = texts.filter((line) => line.startsWith("Nov 22, 2026"));
		const took = said("setting.receipt", { in: 30, out: 4, seconds: 1.5, requests: 2 });
		expect(lines).toHaveLength(20);
		expect(lines.slice(0, 2)).toEqual([
			`Nov 22, 2026, 11:09 AM · Groq m · ${en["fault.timeout"]}`,
			"Nov 22, 2026, 10:38 AM · Groq m",
		]);
		expect(page.texts()).toContain(`${took} · 0.0012\u00a0EUR`);
		expect(page.texts()).toContain(took);
		expect(text()).not.toContain("the answer");
	});

	test("say what was changed for a model", () => {
		const changed = { ...receipt, changes: ["-reasoning_effort", "stream=true"] };
		stored.set(SETTING.ledger, JSON.stringify([{ id: "q", at: NOW_MS, state: "answered", receipt: changed }]));
		page.unfold(en["setting.receipts"]);
		expect(page.texts()).toContain(said("setting.receipt.changes", { names: "-reasoning_effort, stream=true" }));
	});

	test("are part of all data, and gone with it", () => {
		stored.set(SETTING.ledger, JSON.stringify([{ id: "q", at: NOW_MS, state: "answered", receipt }]));
		page.unfold(en["setting.data"]);
		page.tap(en["setting.export"]);
		expect(text()).toContain('"promptTokens": 30');
		page.tap(en["setting.forget"]);
		page.tap(en["setting.forget.yes"]);
		expect(stored.has(SETTING.ledger)).toBe(false);
	});
});
