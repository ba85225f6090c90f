/** Through the whole Side Service, over HTTP. The replies are those of app-side/providers/__fixtures__, in the forms that services were recorded to send. */
import { afterEach, describe, expect, it } from "vitest";
import { isFields, parseJson } from "../core/json.ts";
import { decodeSpending } from "../core/money/budget.ts";
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import { LANGUAGES } from "../core/words/words.ts";
import { type Canned, chat, closeEndpoints, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, ledgerRows, TEST_KEY, textOf } from "../test/side-service/phone.ts";
import { sitesIn, withoutSiteLinks } from "./providers/sources.ts";
import { withoutSource, withSource } from "./source-line.ts";

afterEach(closeEndpoints);

type Set = { model?: string; price?: [number, number]; capDay?: string; currency?: string; lookUp?: "" };

async function phoneFor(provider: ProviderId, set: Set, ...replies: Canned[]) {
	const endpoint = await endpointWith(...replies);
	const phone = createTestPhone();
	const { model = "some-gemini-gpt-oss", price, capDay = "", currency = "", lookUp = "yes" } = set;
	phone.choose(provider, { key: TEST_KEY, baseUrl: endpoint.url, model });
	if (price !== undefined) phone.stored.set(SETTING.prices, JSON.stringify({ [model]: price }));
	phone.stored.set(SETTING.capDay, capDay);
	phone.stored.set(SETTING.currency, currency);
	phone.stored.set(SETTING.lookUp, lookUp);
	const bodies = () => endpoint.taken().map(({ body }) => bodyOf(body));
	const spent = () => [...decodeSpending(phone.stored.get(SETTING.spending)).values()].map(({ micros }) => micros);
	return { phone, endpoint, bodies, spent, ask: (id = "a1") => phone.finish(phone.ask(id, "Who won today?")) };
}

function bodyOf(text: string): Record<string, unknown> {
	const body = parseJson(text);
	return isFields(body) ? body : {};
}

const json = (body: unknown, status = 200): Canned => ({ status, body: JSON.stringify(body) });

const anthropic = (searches: number, text = "They won.") =>
	json({
		type: "message",
		content: [
			{ type: "web_search_tool_result", tool_use_id: "s", content: [] },
			{ type: "text", text, citations: [{ url: "https://www.reuters.com/a", title: "Result - Reuters" }] },
		],
		stop_reason: "end_turn",
		usage: { input_tokens: 10_000, output_tokens: 100, server_tool_use: { web_search_requests: searches } },
	});

describe("the switch for look-ups", () => {
	it.each<[ProviderId, Record<string, unknown>]>([
		[
			"openai-responses",
			{ tools: [{ type: "web_search", search_context_size: "low" }], max_tool_calls: 1, background: true },
		],
		["anthropic", { tools: [{ type: "web_search_20250305", name: "web_search", max_uses: 1 }] }],
		["gemini", { tools: [{ google_search: {} }] }],
		[
			"openrouter",
			{
				tools: [{ type: "openrouter:web_search", parameters: { engine: "exa", max_results: 3, max_total_results: 3 } }],
			},
		],
		["groq", { tools: [{ type: "browser_search" }] }],
	])("has %s search by its own flag, and the model is told so; off, neither", async (provider, flag) => {
		const on = await phoneFor(provider, {}, chat("x"));
		await on.ask();
		expect(on.bodies()[0]).toMatchObject(flag);
		expect(JSON.stringify(on.bodies()[0])).toContain("You may search the web once");
		const off = await phoneFor(provider, { lookUp: "" }, chat("x"));
		await off.ask();
		for (const name of Object.keys(flag).filter((one) => one !== "background"))
			expect(off.bodies()[0]).not.toHaveProperty(name);
		expect(JSON.stringify(off.bodies()[0])).toContain("You have no tools");
	});

	it.each<[ProviderId, string]>([
		["openai", "gpt-5.4-mini"],
		["groq", "llama-3.3-70b-versatile"],
		["openai-responses", "gpt-4.1-nano"],
		["mistral", "mistral-small-latest"],
		["ollama", "llama3.2"],
	])("changes nothing for %s with %s, which has no search of its own", async (provider, model) => {
		const { ask, bodies } = await phoneFor(provider, { model }, chat("x"));
		await ask();
		expect(bodies()[0]).not.toHaveProperty("tools");
		expect(JSON.stringify(bodies()[0])).toContain("You have no tools");
	});

	it("asks Groq's own systems in their own way, and a GPT-5 not to think as little as searching does not take", async () => {
		const groq = await phoneFor("groq", { model: "groq/compound-mini" }, chat("x"));
		await groq.ask();
		expect(groq.bodies()[0]).toMatchObject({ compound_custom: { tools: { enabled_tools: ["web_search"] } } });
		const openai = await phoneFor("openai-responses", { model: "gpt-5-mini" }, chat("x"));
		await openai.ask();
		expect(openai.bodies()[0]).toMatchObject({ reasoning: { effort: "low" } });
	});
});

describe("a refused search", () => {
	it.each<[string, ProviderId, Canned]>([
		[
			"caozhiyuan/copilot-api#185",
			"anthropic",
			json({ error: { message: "The use of the web search tool is not supported.", code: "unsupported_value" } }, 400),
		],
		[
			"Gemini of old",
			"gemini",
			json({ error: { code: 400, message: "Search Grounding is not supported.", status: "INVALID_ARGUMENT" } }, 400),
		],
		[
			"OpenRouter, a host without tools",
			"openrouter",
			json({ error: { message: "No endpoints found that support tool use.", code: 404 } }, 404),
		],
		[
			"OpenAI's nano",
			"openai-responses",
			json(
				{
					error: {
						message: "Hosted tool 'web_search' is not supported with this model.",
						type: "invalid_request_error",
						param: "tools",
						code: null,
					},
				},
				400,
			),
		],
		[
			"a server before max_tool_calls",
			"openai-responses",
			json(
				{
					error: {
						message: "Unknown parameter: 'max_tool_calls'.",
						param: "max_tool_calls",
						code: "unknown_parameter",
					},
				},
				400,
			),
		],
	])(
		"(%s) is asked without, the model is told that it cannot, and so from then on",
		async (_source, provider, refusal) => {
			const { ask, bodies, phone } = await phoneFor(provider, {}, refusal, chat("I cannot look it up."));
			expect(textOf(await ask())).toBe("I cannot look it up.");
			expect(textOf(await ask("a2"))).toBe("I cannot look it up.");
			expect(bodies()).toHaveLength(3);
			for (const body of bodies().slice(1)) {
				expect(body).not.toHaveProperty("tools");
				expect(body).not.toHaveProperty("max_tool_calls");
				expect(JSON.stringify(body)).toContain("You have no tools");
			}
			expect(ledgerRows(phone)[1]?.receipt?.changes).toContain("-tools");
		},
	);
});

describe("the money of a look-up", () => {
	it("is on the books with the search as the provider counted it", async () => {
		for (const [searches, micros] of [
			[1, 10_000 + 10_000 + 100],
			[0, 10_000 + 100],
		] as const) {
			const { ask, spent } = await phoneFor("anthropic", { model: "m", price: [1, 1] }, anthropic(searches));
			expect(await ask()).toMatchObject({ answer: { use: { costMicros: micros } } });
			expect(spent()).toEqual([micros]);
		}
	});

	it("stays at the most if the provider does not say how many searches there were, or is silent", async () => {
		const { ask, spent } = await phoneFor("openrouter", { model: "m", price: [0, 1] }, chat("x"));
		await ask();
		expect(spent()).toEqual([12_000 + 5]);
		const lost = await phoneFor("anthropic", { model: "m", price: [0, 1] }, "hang up");
		await lost.ask();
		expect(lost.spent()[0]).toBeGreaterThanOrEqual(10_000);
	});

	it("counts each query of a Gemini 3, and one of a Gemini 2.5 however many it made", async () => {
		const found = json({
			candidates: [
				{
					content: { parts: [{ text: "x" }] },
					finishReason: "STOP",
					groundingMetadata: { webSearchQueries: ["a", "b"] },
				},
			],
			usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 5 },
		});
		for (const [model, micros] of [
			["gemini-3.5-flash-lite", 28_005],
			["gemini-2.5-flash", 35_005],
		] as const) {
			const { ask, spent } = await phoneFor("gemini", { model, price: [0, 1] }, found);
			await ask();
			expect(spent()).toEqual([micros]);
		}
	});

	it("is put on the books before it is sent: what has no room for a search is asked without one", async () => {
		const { ask, bodies, spent } = await phoneFor(
			"anthropic",
			{ model: "m", price: [0, 1], capDay: "0.009" },
			anthropic(0, "I cannot."),
		);
		expect(textOf(await ask())).toBe("I cannot.");
		expect(bodies()[0]).not.toHaveProperty("tools");
		expect(JSON.stringify(bodies()[0])).toContain("You have no tools");
		expect(spent()[0]).toBeLessThanOrEqual(9_000);
		const rich = await phoneFor("anthropic", { model: "m", price: [0, 1], capDay: "0.02" }, anthropic(1));
		await rich.ask();
		expect(rich.bodies()[0]).toHaveProperty("tools");
		expect(await rich.ask("a2")).toMatchObject({ kind: "answer" });
		expect(rich.bodies()[1]).not.toHaveProperty("tools");
	});

	it("also counts what the model reads of what was found against a limit", async () => {
		const { ask, bodies } = await phoneFor("anthropic", { model: "m", price: [1, 1], capDay: "0.03" }, anthropic(0));
		await ask();
		expect(bodies()[0]).not.toHaveProperty("tools");
	});

	it("is not known in another currency: with a limit nothing is searched, without one no cost is told", async () => {
		const held = await phoneFor("anthropic", { model: "m", price: [0, 1], capDay: "5", currency: "EUR" }, anthropic(0));
		await held.ask();
		expect(held.bodies()[0]).not.toHaveProperty("tools");
		const free = await phoneFor("anthropic", { model: "m", price: [0, 1], currency: "EUR" }, anthropic(1));
		expect(await free.ask()).not.toHaveProperty("answer.use.costMicros");
		expect(free.bodies()[0]).toHaveProperty("tools");
	});
});

describe("the last line", () => {
	it("names the source in the watch's language, and the model never sees it again", async () => {
		const { phone, bodies } = await phoneFor("anthropic", {}, anthropic(1));
		expect(textOf(await phone.ask("a1", "Wer?", { lang: "de-DE" }))).toBe("They won.\nQuelle: Reuters");
		await phone.ask("a2", "Und?", { lang: "de-DE" });
		expect(JSON.stringify(bodies()[1])).toContain("They won.");
		expect(JSON.stringify(bodies()[1])).not.toContain("Quelle");
	});

	it("is there in every language, within what crosses the link, once", () => {
		for (const lang of LANGUAGES) {
			const text = withSource("A sentence. ".repeat(200), ["Reuters", "BBC News"], lang);
			expect(text.length).toBeLessThanOrEqual(1500);
			expect(text.split("\n").at(-1)).toMatch(/[:：]\s?Reuters, BBC News$/);
			expect(withSource(text, ["Reuters", "BBC News"], lang)).toBe(text);
			expect(withoutSource(text)).not.toContain("Reuters");
		}
		expect(withSource("Yes.", [], "en-US")).toBe("Yes.");
		expect(withSource("", ["Reuters"], "en-US")).toBe("");
	});

	it.each([
		["https://www.theverge.com/x?utm_source=openai", "Why OpenAI | The Verge", "The Verge"],
		["https://www.bbc.co.uk/news/1", "Sums - BBC News", "BBC News"],
		["https://www.investopedia.com/5-things", "5 Things to Know Before the Stock Market Opens", "investopedia.com"],
		["https://vercel.com/blog/series-f", "Towards the AI Cloud: Our Series F - Vercel", "Vercel"],
		["https://vertexaisearch.cloud.google.com/grounding-api-redirect/AX", "aljazeera.com", "aljazeera.com"],
		["https://evil.example/", "Anything - Reuters", "evil.example"],
		["javascript:alert(1)", "x", undefined],
		["", "", undefined],
	])("of %s, %s, is %s", (url, title, name) => {
		expect(sitesIn({ content: [{ type: "text", text: "x", citations: [{ url, title }] }] })[0]).toBe(name);
	});

	it.each([
		["It is four [bbc.co.uk](https://www.bbc.co.uk/sums).", "It is four."],
		["They won. [reuters.com](https://reuters.com/a) [bbc.com](https://bbc.com/b)", "They won."],
		["As told by [bbc.co.uk](https://www.bbc.co.uk/sums).", "As told by [bbc.co.uk](https://www.bbc.co.uk/sums)."],
		["See [the rules](https://a.example/b).", "See [the rules](https://a.example/b)."],
	])("takes the place of links that are named by their site: %s", (text, left) => {
		expect(withoutSiteLinks(text)).toBe(left);
	});

	it("is made without an exception of whatever a server sends", () => {
		for (const body of [
			null,
			5,
			"x",
			[],
			{},
			{ content: [null, 5, { citations: [null, { url: 5 }] }] },
			{ candidates: [{ groundingMetadata: { groundingSupports: [{ groundingChunkIndices: [9, "x", -1] }] } }] },
		])
			expect(sitesIn(body)).toEqual([]);
	});
});
