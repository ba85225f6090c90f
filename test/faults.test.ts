/** Every way in which a question ends without an answer, through face, page, link, Side Service and a real HTTP server. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultCode } from "../core/faults.ts";
import { originOf } from "../core/settings/address.ts";
import { SETTING } from "../core/settings/settings.ts";
import { ANSWER_LIMIT } from "../core/wire/protocol.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { fill } from "../core/words/words.ts";
import { readJournal } from "../lab/records.ts";
import {
	type Chain,
	COMPANION,
	linesOutside,
	openFromHistory,
	screenText,
	startChain,
	tap,
	turnPages,
	waitFor,
} from "./chain.ts";
import {
	type Canned,
	chat,
	type Endpoint,
	type ModelServer,
	refusedUrl,
	startEndpoint,
	startModelServer,
} from "./model-server.ts";

const WORDS: Readonly<Record<string, string>> = words;
const CHAIN_MS = 400_000;
const ASK_MS = 120_000;

/** The endpoint that everything is asked again of, once it works. */
let good: Endpoint;
let model: ModelServer;
let raw: Endpoint;
let chain: Chain;
beforeAll(async () => {
	[good, model, raw] = await Promise.all([startEndpoint([chat("Fine now.")]), startModelServer(), startEndpoint([])]);
	chain = await startChain({ baseUrl: good.url });
}, CHAIN_MS);
afterAll(async () => {
	chain.asker.close();
	await Promise.all([good.close(), model.close(), raw.close()]);
});

let questions = 0;
/** Short enough to be whole in the history. */
const newQuestion = () => `Question ${++questions}?`;

/** As the settings page does once the person has said that the key may go there. */
function pointTo(url: string): void {
	chain.set(SETTING.baseUrl("openai"), url);
	chain.set(SETTING.host("openai"), originOf(url));
}

function expectFaultScreen({ desktop }: Chain, code: FaultCode, question: string, help = WORDS[`fault.${code}.help`]) {
	const shown = screenText(desktop);
	expect(shown).toContain(WORDS[`fault.${code}`]);
	expect(shown).toContain(help);
	expect(shown).toContain(question);
	expect(linesOutside(desktop)).toEqual([]);
}

/** The question is still there, and the watch's own key for it asks the mended endpoint once. */
async function expectAsksAgain({ desktop, state }: Chain, question: string): Promise<void> {
	const hits = good.hits();
	await tap(desktop, words["page.retry"]);
	await waitFor(desktop, "Fine now.");
	expect(good.hits()).toBe(hits + 1);
	expect(readJournal(state)[0]).toMatchObject({ question, state: "answered" });
	desktop.watch.home();
}

async function expectEndsIn(code: FaultCode, question: string, help?: string): Promise<void> {
	const { asker, desktop, state } = chain;
	const result = await asker.ask(question, "face", "keyboard");
	expect(result).toMatchObject({ ok: false, fault: code, question, reply: null });
	expect(result.pages).toHaveLength(1);
	expect(result.pages[0]).toContain(WORDS[`fault.${code}`]);
	expect(readJournal(state)[0]).toMatchObject({ question, state: "faulted", fault: { code } });
	await openFromHistory(desktop, question);
	expectFaultScreen(chain, code, question, help);
}

const html: Canned = {
	headers: { "Content-Type": "text/html" },
	body: "<!doctype html><title>Hotel Wi-Fi</title><p>Please accept our terms.",
};

const unlikeTheProvider: [name: string, answer: Canned, code: FaultCode][] = [
	["an HTML page with status 200", html, "bad-answer"],
	["broken JSON", { body: '{"choices": [{"message": {"content": "Half an ans' }, "bad-answer"],
	["no JSON object", { body: '"hello"' }, "bad-answer"],
	["an object of another shape", { body: '{"result": "ok"}' }, "bad-answer"],
	["a list of no choices", { body: '{"choices": []}' }, "bad-answer"],
	["no body", { body: "" }, "bad-answer"],
	["no text", chat(null), "empty-answer"],
	["empty text", chat("  \n "), "empty-answer"],
	["thinking alone", chat("<think>Hmm, why indeed"), "empty-answer"],
	["a connection that is cut", "hang up", "no-network"],
];

const refusals: [
	name: string,
	status: number,
	error: { message: string; type?: string; code?: string },
	code: FaultCode,
][] = [
	["401", 401, { message: "Incorrect API key provided.", code: "invalid_api_key" }, "key-refused"],
	["402", 402, { message: "Insufficient Balance", type: "unknown_error" }, "no-credit"],
	["403", 403, { message: "You have no permission.", code: "permission_denied" }, "key-refused"],
	["404", 404, { message: "The model does not exist.", code: "model_not_found" }, "no-such-model"],
	["400", 400, { message: "Unsupported parameter.", type: "invalid_request_error" }, "request-refused"],
	["429 insufficient_quota", 429, { message: "You exceeded your quota.", code: "insufficient_quota" }, "no-credit"],
	["500", 500, { message: "The server had an error.", type: "server_error" }, "overloaded"],
	["503", 503, { message: "Overloaded." }, "overloaded"],
];

describe("a question ends in its fault, is kept, and can be asked again on the watch", () => {
	test.each(refusals)("%s", { timeout: ASK_MS }, async (_, status, error, code) => {
		const question = newQuestion();
		model.mock.clearFixtures();
		model.mock.onMessage(question, { error, status });
		pointTo(model.url);
		await expectEndsIn(code, question);
		pointTo(good.url);
		await expectAsksAgain(chain, question);
	});

	test("429 with Retry-After, whose wait is on the screen", { timeout: ASK_MS }, async () => {
		const question = "Is 429 clear?";
		model.mock.clearFixtures();
		model.mock.onMessage(question, {
			error: { message: "Slow down.", code: "rate_limit_exceeded" },
			status: 429,
			retryAfter: 17,
		});
		pointTo(model.url);
		await expectEndsIn("rate-limited", question, fill(words.wait, { time: "17\u00a0s" }));
		pointTo(good.url);
		await expectAsksAgain(chain, question);
	});

	test("a content filter", { timeout: ASK_MS }, async () => {
		const question = "Is a filter clear?";
		model.mock.clearFixtures();
		model.mock.onMessage(question, { content: "I", finishReason: "content_filter" });
		pointTo(model.url);
		await expectEndsIn("blocked", question);
		pointTo(good.url);
		await expectAsksAgain(chain, question);
	});

	test.each(unlikeTheProvider)("%s", { timeout: ASK_MS }, async (_, answer, code) => {
		const question = newQuestion();
		raw.answer(answer);
		pointTo(raw.url);
		await expectEndsIn(code, question);
		pointTo(good.url);
		await expectAsksAgain(chain, question);
	});

	test("a host that refuses", { timeout: ASK_MS }, async () => {
		pointTo(await refusedUrl());
		await expectEndsIn("no-network", "Is anyone there?");
		pointTo(good.url);
		await expectAsksAgain(chain, "Is anyone there?");
	});

	test("a phone without internet", { timeout: ASK_MS }, async () => {
		chain.desktop.phone.setOnline(false);
		await expectEndsIn("no-network", "Am I offline?");
		chain.desktop.phone.setOnline(true);
		await expectAsksAgain(chain, "Am I offline?");
	});

	test("no key", { timeout: ASK_MS }, async () => {
		const key = chain.state.settings(chain.desktop.packages[1]?.appId ?? 0).get(SETTING.key("openai")) ?? "";
		expect(key).not.toBe("");
		chain.set(SETTING.key("openai"), "");
		const hits = good.hits();
		await expectEndsIn("no-key", "Where is my key?");
		expect(good.hits()).toBe(hits);
		chain.set(SETTING.key("openai"), key);
		await expectAsksAgain(chain, "Where is my key?");
	});
});

test("a host that never answers ends after the phone's 10 s, also in the next process", {
	timeout: ASK_MS,
}, async () => {
	raw.answer("silence");
	const hasty = await startChain({ baseUrl: raw.url, rate: 1000 });
	const question = "Will you answer?";
	const result = await hasty.asker.ask(question, "face", "keyboard");
	hasty.asker.close();
	expect(result).toMatchObject({ ok: false, fault: "timeout", receipt: { requests: 1 } });
	const later = await startChain({ baseUrl: good.url, state: hasty.state, now: hasty.desktop.clock.now() });
	await openFromHistory(later.desktop, question);
	expectFaultScreen(later, "timeout", question);
	await expectAsksAgain(later, question);
	later.asker.close();
});

/** Its question waits: the row stays open, and the screen says what it waits for. */
async function expectWaits(question: string): Promise<void> {
	const { asker, desktop, state } = chain;
	const result = await asker.ask(question, "face", "keyboard");
	expect(result).toMatchObject({ ok: false, fault: "phone-away", question, reply: null });
	expect(result.pages[0]).toContain(words["fault.phone-away"]);
	expect(readJournal(state)[0]).toMatchObject({ question, state: "open" });
	desktop.watch.launch(COMPANION);
	await waitFor(desktop, words["fault.phone-away"]);
	expectFaultScreen(chain, "phone-away", question);
}

test("a Zepp app closed in mid-question: never sent twice but by the person", { timeout: ASK_MS }, async () => {
	const question = "Who closed it?";
	const silent = await startEndpoint(["silence"], () => chain.desktop.phone.close());
	pointTo(silent.url);
	await expectWaits(question);
	expect(silent.hits()).toBe(1);
	chain.desktop.phone.open();
	pointTo(good.url);
	const hits = good.hits();
	await tap(chain.desktop, words["page.retry"]);
	await waitFor(chain.desktop, words["fault.unknown-outcome"]);
	expectFaultScreen(chain, "unknown-outcome", question);
	expect(silent.hits() + good.hits() - hits).toBe(1);
	await expectAsksAgain(chain, question);
	await silent.close();
});

test("a Zepp app that is closed all the time", { timeout: ASK_MS }, async () => {
	pointTo(good.url);
	chain.desktop.phone.close();
	await expectWaits("Are you open?");
	chain.desktop.phone.open();
	await expectAsksAgain(chain, "Are you open?");
});

const sentence = "The sea is blue because water takes the red out of the light. ";
const long: [script: string, text: string][] = [
	["sentences", sentence.repeat(Math.ceil(100_000 / sentence.length))],
	["one word", "a".repeat(100_000)],
	["Chinese", "海水吸收红光，所以看起来是蓝色的。".repeat(2_500)],
	["Markdown", `# Why\n${"- **Blue** `light` [stays](https://example.com)\n".repeat(2_200)}`],
];

test.each(long)("100 kB of %s is cut to what fits, and is no fault", { timeout: ASK_MS }, async (script, content) => {
	model.mock.clearFixtures();
	model.mock.onMessage(`Much in ${script}?`, { content });
	pointTo(model.url);
	const { asker, desktop } = chain;
	const { ok, reply, pages } = await asker.ask(`Much in ${script}?`, "face", "keyboard");
	expect(ok).toBe(true);
	expect(reply?.length).toBeGreaterThan(ANSWER_LIMIT / 2);
	expect(reply?.length).toBeLessThanOrEqual(ANSWER_LIMIT);
	const bare = (text: string) => text.replace(/[\s…]/g, "");
	expect(bare(pages.flat().join(""))).toBe(bare(reply ?? ""));
	expect(pages.at(-1)?.join(" ")).toMatch(/…$/);
	await openFromHistory(desktop, `Much in ${script}?`);
	await turnPages(desktop, () => expect(linesOutside(desktop)).toEqual([]));
	desktop.watch.home();
});
