/// <reference path="./settings-page.d.ts" />
import { beforeEach, describe, expect, test } from "vitest";
import { app } from "../app.json";
import { asideKey } from "../core/settings/keeping.ts";
import { SETTING } from "../core/settings/settings.ts";
import en from "../core/words/en-US.json";
import { installComponents, type Recorder, record } from "./__fixtures__/recorder.ts";
import { patternOf, said } from "./__fixtures__/said.ts";
import { createPage } from "./page.ts";

const WORDS: Readonly<Record<string, string>> = en;
const KEY = "sk-ant-api03-abcdefghijklmnop-WXYZ";
const AMBIGUOUS_KEY = "sk-0123456789abcdef0123456789abcdef";

let stored: Map<string, string>;
let page: Recorder;

beforeEach(() => {
	installComponents();
	page = openPage(true);
});

function openPage(canRemove: boolean): Recorder {
	stored = new Map();
	const items = stored;
	const storage: SettingsStorage = {
		getItem: (key) => items.get(key),
		setItem: (key, value) => void items.set(key, value),
		...(canRemove ? { removeItem: (key: string) => void items.delete(key) } : {}),
	};
	const gettext = (key: string) => {
		const text = WORDS[key];
		if (text === undefined) throw new Error(`no word for ${key}`);
		return text;
	};
	const settings = createPage(gettext, () => 1_795_000_000_000);
	return record(() => settings.draw(storage));
}

function commandSent(): { nonce: string; do: string } {
	return JSON.parse(stored.get(SETTING.command) ?? "null");
}

function answerCommand(outcome: Record<string, unknown>): void {
	stored.set(SETTING.outcome, JSON.stringify({ ...commandSent(), ...outcome }));
}

function expectNowhereButUnder(storageKey: string, secret: string): void {
	const elsewhere = [...stored].filter(([key]) => key !== storageKey).map(([, value]) => value);
	for (const text of [...elsewhere, ...page.texts()]) {
		for (let at = 0; at + 8 <= secret.length; at++) expect(text).not.toContain(secret.slice(at, at + 8));
	}
}

describe("a pasted key", () => {
	test("is trimmed, kept for the provider it looks like, and tested at once", () => {
		page.type(en["setting.key"], `  "${KEY}"\n`);
		expect(stored.get(SETTING.key("anthropic"))).toBe(KEY);
		expect(page.chosen(en["setting.provider"])).toBe("Anthropic");
		expect(commandSent().do).toBe("test");
	});

	test("is shown again as its last four characters only", () => {
		page.type(en["setting.key"], KEY);
		expect(page.has(en["setting.key"])).toBe(false);
		expect(page.texts()).toContain(said("setting.key.kept", { provider: "Anthropic", tail: "WXYZ" }));
		expectNowhereButUnder(SETTING.key("anthropic"), KEY);
	});

	test("that may be several providers' is kept for none until the person says whose it is", () => {
		page.type(en["setting.key"], AMBIGUOUS_KEY);
		expectNowhereButUnder("nowhere", AMBIGUOUS_KEY);
		expect(page.texts()).toContain(en["setting.key.whose"]);
		page.tap("DeepSeek");
		expect(stored.get(SETTING.key("deepseek"))).toBe(AMBIGUOUS_KEY);
		expect(stored.has(SETTING.key("qwen"))).toBe(false);
		expect(page.chosen(en["setting.provider"])).toBe("DeepSeek");
		expectNowhereButUnder(SETTING.key("deepseek"), AMBIGUOUS_KEY);
	});

	test("that may be several providers' is not asked about when the chosen one is among them", () => {
		page.choose(en["setting.provider"], "Qwen");
		page.type(en["setting.key"], AMBIGUOUS_KEY);
		expect(stored.get(SETTING.key("qwen"))).toBe(AMBIGUOUS_KEY);
	});

	test("can be let go while asked whose it is", () => {
		page.type(en["setting.key"], AMBIGUOUS_KEY);
		page.tap(en["setting.cancel"]);
		expect(page.shownIn(en["setting.key"])).toBe("");
		expectNowhereButUnder("nowhere", AMBIGUOUS_KEY);
	});

	test("stays with a server in one's own network whatever it looks like", () => {
		page.choose(en["setting.provider"], en["setting.provider.custom"]);
		page.type(en["setting.url"], "http://192.168.1.9:4000/v1");
		page.type(en["setting.key"], KEY);
		expect(stored.get(SETTING.key("custom"))).toBe(KEY);
		expect(stored.has(SETTING.key("anthropic"))).toBe(false);
	});

	test("of a stranger is kept for nobody and sent nowhere until the person has said whose it is", () => {
		const stranger = "ghp_abcdefghijklmnopqrstuvwxyz";
		page.choose(en["setting.provider"], "OpenAI");
		page.type(en["setting.key"], stranger);
		expectNowhereButUnder("nowhere", stranger);
		expect(stored.has(SETTING.command)).toBe(false);
		expect(page.texts()).toEqual(
			expect.arrayContaining([said("setting.key.looks", { owner: "GitHub" }), en["setting.key.whose"]]),
		);
		page.tap(en["setting.provider.custom"]);
		expect(stored.get(SETTING.key("custom"))).toBe(stranger);
		expect(stored.has(SETTING.key("openai"))).toBe(false);
		expect(commandSent().do).toBe("test");
	});

	test.each([
		["sk-proj-abcd...mnop", "setting.key.shortened"],
		["https://platform.openai.com/api-keys", "setting.key.address"],
		["sk-\u0430bcdefghijklmnop", "setting.key.unusable"],
	] as const)("that is none is told apart in words: %s", (pasted, why) => {
		page.choose(en["setting.provider"], "OpenAI");
		page.type(en["setting.key"], pasted);
		expect(page.texts()).toContain(en[why]);
		expect([...stored.keys()]).not.toContain(SETTING.key("openai"));
	});

	test("too short to be one is refused in words and not kept", () => {
		page.type(en["setting.key"], "hello");
		expect(page.texts()).toContain(en["setting.key.unusable"]);
		expect([...stored.values()].join()).not.toContain("hello");
	});

	test("replaces the old one, which can also be kept after all", () => {
		page.type(en["setting.key"], KEY);
		page.tap(en["setting.key.replace"]);
		expect(page.shownIn(en["setting.key"])).toBe("");
		page.tap(en["setting.key.keep"]);
		expect(page.has(en["setting.key"])).toBe(false);
		page.tap(en["setting.key.replace"]);
		page.type(en["setting.key"], `${KEY}2222`);
		expect(stored.get(SETTING.key("anthropic"))).toBe(`${KEY}2222`);
	});

	test.each([true, false])("can be removed (removeItem there: %s)", (canRemove) => {
		page = openPage(canRemove);
		page.type(en["setting.key"], KEY);
		page.tap(en["setting.key.remove"]);
		expect(stored.get(SETTING.key("anthropic")) ?? "").toBe("");
		expect(page.shownIn(en["setting.key"])).toBe("");
	});
});

describe("the server", () => {
	test("is not asked for with the built-in assistant, which says what it is", () => {
		expect(page.has(en["setting.url"])).toBe(false);
		expect(page.texts()).toContain(en["setting.offline"]);
	});

	test("starts as the preset has it and is kept for each provider apart", () => {
		page.choose(en["setting.provider"], "OpenAI");
		expect(page.has(en["setting.url"])).toBe(false);
		page.unfold(en["setting.server"]);
		expect(page.shownIn(en["setting.url"])).toBe("https://api.openai.com/v1");
		page.type(en["setting.url"], " http://192.168.1.9:8080/v1/chat/completions ");
		page.type(en["setting.model"], " tiny ");
		expect(page.shownIn(en["setting.url"])).toBe("http://192.168.1.9:8080/v1");
		expect(page.shownIn(en["setting.model"])).toBe("tiny");
		page.choose(en["setting.provider"], "Groq");
		expect(page.shownIn(en["setting.url"])).toBe("https://api.groq.com/openai/v1");
		page.choose(en["setting.provider"], "OpenAI");
		page.type(en["setting.url"], "");
		expect(page.shownIn(en["setting.url"])).toBe("https://api.openai.com/v1");
	});

	test("with an address that is none is refused in words, the old one kept", () => {
		page.choose(en["setting.provider"], "OpenAI");
		page.unfold(en["setting.server"]);
		page.type(en["setting.url"], "ftp://example.com");
		expect(page.texts().some((text) => patternOf("setting.url.bad").test(text))).toBe(true);
		expect(page.shownIn(en["setting.url"])).toBe("https://api.openai.com/v1");
	});

	test("with a name or a password in its address is refused in words", () => {
		page.choose(en["setting.provider"], "OpenAI");
		page.unfold(en["setting.server"]);
		page.type(en["setting.url"], "https://me:secret@api.example.com/v1");
		expect(page.texts()).toContain(en["setting.url.login"]);
		expect([...stored.values()].join()).not.toContain("secret");
	});

	test("of the person's own says that it needs an address first, then warns when the address is open to others", () => {
		page.choose(en["setting.provider"], en["setting.provider.custom"]);
		expect(page.texts().some((text) => patternOf("setting.url.missing").test(text))).toBe(true);
		page.type(en["setting.url"], "http://llm.example.com/v1");
		expect(page.texts()).toContain(en["setting.url.exposed"]);
		page.type(en["setting.url"], "http://10.0.0.4:11434/v1");
		expect(page.texts()).not.toContain(en["setting.url.exposed"]);
	});
});

describe("a key belongs to the host that it was given for", () => {
	const HERE = "https://api.anthropic.com";
	const THERE = "https://llm.example.com/v1";
	const ask = () => page.texts().find((text) => patternOf("setting.key.host").test(text)) ?? "";
	const move = (address: string) => page.type(en["setting.url"], address);

	beforeEach(() => {
		page.type(en["setting.key"], KEY);
		page.unfold(en["setting.server"]);
	});

	test("which is kept with it, and named at the top of the page", () => {
		expect(stored.get(SETTING.host("anthropic"))).toBe(HERE);
		expect(page.texts()).toContain(said("setting.host", { host: "api.anthropic.com" }));
		expect(ask()).toBe("");
	});

	test("and another is asked about before anything goes there", () => {
		const before = commandSent().nonce;
		move(THERE);
		expect(page.texts()).toContain(said("setting.host", { host: "llm.example.com" }));
		expect(ask()).toBe(said("setting.key.host", { host: "llm.example.com", given: "api.anthropic.com" }));
		expect(stored.get(SETTING.host("anthropic"))).toBe(HERE);
		expect(stored.get(SETTING.command) ?? before).not.toContain('"do":"test"');
		page.tap(said("setting.key.host.yes", { host: "llm.example.com" }));
		expect(stored.get(SETTING.host("anthropic"))).toBe("https://llm.example.com");
		expect(commandSent().do).toBe("test");
		expect(ask()).toBe("");
		expect(page.texts().join("\n")).toContain("Anthropic (llm.example.com)");
	});

	test("and is not asked about where only the path changes, or the old address comes back", () => {
		move("https://api.anthropic.com/v2");
		expect(ask()).toBe("");
		move(THERE);
		move("");
		expect(ask()).toBe("");
		expect(page.texts()).toContain(said("setting.host", { host: "api.anthropic.com" }));
	});

	test("and is asked about where the same host is to be asked unencrypted", () => {
		move("http://api.anthropic.com/v1");
		expect(ask()).toBe(said("setting.key.host", { host: "http://api.anthropic.com", given: "api.anthropic.com" }));
	});

	test("and a key from before hosts were kept counts as given for the address that is set", () => {
		stored.delete(SETTING.host("anthropic"));
		expect(ask()).toBe("");
		move(THERE);
		expect(ask()).toBe(said("setting.key.host", { host: "llm.example.com", given: "api.anthropic.com" }));
	});

	test("and a new key is given for the address that is set by then", () => {
		move(THERE);
		page.tap(en["setting.key.replace"]);
		page.type(en["setting.key"], `${KEY}2`);
		expect(stored.get(SETTING.host("anthropic"))).toBe("https://llm.example.com");
		expect(ask()).toBe("");
	});

	test("and goes with it when it is removed", () => {
		page.tap(en["setting.key.remove"]);
		expect(stored.has(SETTING.host("anthropic"))).toBe(false);
		move(THERE);
		expect(ask()).toBe("");
	});
});

describe("the test button", () => {
	test("says that it works and who answered", () => {
		page.tap(en["setting.test"]);
		expect(page.texts()).toContain(en["setting.test.running"]);
		answerCommand({ ok: true, by: "Offline" });
		expect(page.texts()).toContain(said("setting.test.passed.by", { by: "Offline" }));
	});

	test("says in words what is wrong and what to do", () => {
		page.type(en["setting.key"], KEY);
		answerCommand({ ok: false, fault: "key-refused" });
		expect(page.texts()).toEqual(expect.arrayContaining([en["fault.key-refused"], en["fault.key-refused.help"]]));
	});

	test("says how long the provider asks to wait", () => {
		page.tap(en["setting.test"]);
		answerCommand({ ok: false, fault: "rate-limited", waitSeconds: 11.2 });
		expect(page.texts()).toContain(said("wait", { time: "12\u00a0s" }));
	});

	test("takes no outcome of an earlier command, nor a broken one", () => {
		page.tap(en["setting.test"]);
		stored.set(SETTING.outcome, JSON.stringify({ nonce: "older", do: "test", ok: true }));
		expect(page.texts()).toContain(en["setting.test.running"]);
		stored.set(SETTING.outcome, "{");
		expect(page.texts()).toContain(en["setting.test.running"]);
	});

	test("forgets its outcome once something that it tested has changed", () => {
		page.type(en["setting.key"], KEY);
		answerCommand({ ok: true, by: "Anthropic" });
		page.unfold(en["setting.server"]);
		page.type(en["setting.model"], "another");
		expect(page.texts().join("\n")).not.toContain("It works");
	});

	test("sends another nonce each time", () => {
		page.tap(en["setting.test"]);
		const first = commandSent().nonce;
		page.tap(en["setting.test"]);
		expect(commandSent().nonce).not.toBe(first);
	});
});

describe("the looks", () => {
	beforeEach(() => page.unfold(en["setting.answers"]));

	test("of the answers are kept as chosen", () => {
		page.choose(en["setting.length"], en["setting.length.long"]);
		page.choose(en["setting.size"], en["setting.size.large"]);
		page.choose(en["setting.accent"], en["setting.accent.coral"]);
		expect(page.chosen(en["setting.length"])).toBe(en["setting.length.long"]);
		expect(page.chosen(en["setting.size"])).toBe(en["setting.size.large"]);
		expect(page.chosen(en["setting.accent"])).toBe(en["setting.accent.coral"]);
	});

	test("start with a colour that is among the choices", () => {
		expect(page.chosen(en["setting.accent"])).toBe(en["setting.accent.mint"]);
	});
});

describe("the quick replies", () => {
	beforeEach(() => page.unfold(en["setting.chips"]));

	test("are those of the chosen role until the person writes their own", () => {
		page.unfold(en["setting.answers"]);
		page.choose(en["setting.preset"], en["preset.game"]);
		expect(stored.get(SETTING.role)).toBe("game");
		expect(page.shownIn(said("setting.chips.label", { number: 1 }))).toBe(en["chips.game"].split("|")[0]);
		page.type(said("setting.chips.label", { number: 1 }), "Help");
		page.choose(en["setting.preset"], en["preset.diet"]);
		expect(page.shownIn(said("setting.chips.label", { number: 1 }))).toBe("Help");
	});

	test("start as the usual ones without being stored", () => {
		expect(page.shownIn(said("setting.chips.label", { number: 1 }))).toBe(en["chip.1"]);
		expect(stored.has(SETTING.chips)).toBe(false);
	});

	test("are changed one at a time", () => {
		page.type(said("setting.chips.label", { number: 1 }), "Help");
		page.type(said("setting.chips.text", { number: 2 }), "Tell me about otters.");
		page.tap(said("setting.chips.remove", { label: en["chip.3"] }));
		const chips = JSON.parse(stored.get(SETTING.chips) ?? "[]");
		expect(chips[0]).toEqual({ label: "Help", text: en["chip.1.text"] });
		expect(chips[1]).toEqual({ label: en["chip.2"], text: "Tell me about otters." });
		expect(chips).toHaveLength(4);
	});

	test("are at most six, and are brought back to the usual ones", () => {
		page.type(en["setting.chips.new"], "What is the weather like in Reykjavik today?");
		expect(page.shownIn("Button 6")).toBe("What is the weather…");
		expect(page.has(en["setting.chips.new"])).toBe(false);
		page.tap(en["setting.chips.reset"]);
		expect(page.has("Button 6")).toBe(false);
	});
});

describe("forgetting everything", () => {
	test.each([true, false])(
		"takes a second tap and leaves nothing of the person's (removeItem there: %s)",
		(canRemove) => {
			page = openPage(canRemove);
			page.type(en["setting.key"], KEY);
			page.unfold(en["setting.server"]);
			page.type(en["setting.model"], "tiny");
			page.unfold(en["setting.chips"]);
			page.type(said("setting.chips.label", { number: 1 }), "Help");
			page.unfold(en["setting.data"]);
			stored.set(SETTING.memory, "talk");
			stored.set(SETTING.ledger, "rows");
			page.tap(en["setting.forget"]);
			expect(stored.get(SETTING.key("anthropic"))).toBe(KEY);
			page.tap(en["setting.forget.yes"]);
			const left = [...stored].filter(([, value]) => value !== "").map(([key]) => key);
			expect(left.sort()).toEqual([SETTING.command, "redraw"]);
			expect(commandSent().do).toBe("forget");
			expect(page.texts()).toContain(en["setting.forget.done"]);
		},
	);

	test("can be called off", () => {
		page.type(en["setting.key"], KEY);
		page.unfold(en["setting.data"]);
		page.tap(en["setting.forget"]);
		page.tap(en["setting.cancel"]);
		expect(page.has(en["setting.forget.yes"])).toBe(false);
		expect(stored.get(SETTING.key("anthropic"))).toBe(KEY);
	});
});

test("the page says what leaves the phone, and its version", () => {
	page.unfold(en["setting.privacy"]);
	expect(page.texts()).toContain(en["setting.privacy.goes"]);
	expect(page.texts()).toContain(`AskFace ${app.version.name}`);
});

describe("what cannot be read", () => {
	test("is told above all else, and dropped only when the person goes on without it", () => {
		stored.set(asideKey("ledger"), JSON.stringify({ v: 1, at: 1, text: '{"id":"a' }));
		stored.set(SETTING.spending, '{"2026-11-21":{"micros":5,"tokens":1,"asks":1},"2026-11-22":{"mic":5}}');
		stored.set(SETTING.memory, '{"v":2,"talks":{}}');
		stored.set(SETTING.chips, '[{"label":"He');
		page.unfold(en["setting.answers"]);
		for (const name of ["ledger", "spending", "memory"] as const)
			expect(page.texts()).toContain(en[`setting.aside.${name}`]);
		expect(page.texts().join(" ")).toContain(`count as not set: ${en["setting.chips"]}`);
		expect(stored.get(SETTING.memory)).toBe('{"v":2,"talks":{}}');
		page.tap(en["setting.aside.go"]);
		expect(page.has(en["setting.aside.go"])).toBe(false);
		const left = [asideKey("ledger"), SETTING.memory, SETTING.chips].map((key) => stored.get(key) ?? "");
		expect(left).toEqual(["", "", ""]);
		expect(stored.get(SETTING.spending)).toContain('"2026-11-21"');
	});

	test("is nothing on a phone where all is well", () => {
		stored.set(SETTING.spending, '{"v":1,"2026-11-21":{"micros":5,"tokens":1,"asks":1}}');
		stored.set(SETTING.ledger, "[]");
		page.unfold(en["setting.answers"]);
		expect(page.has(en["setting.aside.go"])).toBe(false);
	});
});
