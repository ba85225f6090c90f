import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FAULTS } from "../../core/faults.ts";
import { PROVIDERS, type ProviderId } from "../../core/settings/settings.ts";
import { ADAPTERS, type OnlineId } from "./index.ts";
import type { Endpoint, Prompt, Reading } from "./provider.ts";

type Fixture = {
	name: string;
	status: number;
	headers?: Record<string, string>;
	body: unknown;
	reading?: Reading;
	fault?: { code: string };
};

const FOLDER = new URL("./__fixtures__/", import.meta.url);
const NOW_MS = Date.UTC(2026, 10, 22, 10, 9);
const KEY = "sk-SECRET-KEY-1234";
const endpoint: Endpoint = { baseUrl: "https://host.example/v1", model: "some-model", key: KEY };

/** Which adapters each file of replies is for. */
const FILES: Record<string, readonly OnlineId[]> = {
	"synthetic-openai.json": [
		"openai",
		"deepseek",
		"qwen",
		"groq",
		"openrouter",
		"mistral",
		"ollama",
		"lmstudio",
		"custom",
	],
	"synthetic-compatible.json": ["custom"],
	"synthetic-openai-responses.json": ["openai-responses"],
	"synthetic-anthropic.json": ["anthropic"],
	"synthetic-gemini.json": ["gemini"],
	"reported-mistral.json": ["mistral"],
};

type FixtureFile = { source: string; replies: Fixture[] };

const load = (file: string): FixtureFile => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));

describe("every recorded or written reply", () => {
	it("is in a file that some adapter is tested with", () => {
		expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(FILES).sort());
	});

	it("says where it comes from, and its file's name says so where it was us", () => {
		for (const file of Object.keys(FILES)) {
			expect(/^Written by us/.test(load(file).source), file).toBe(file.startsWith("synthetic-"));
		}
	});

	for (const [file, ids] of Object.entries(FILES)) {
		for (const id of ids) {
			it.each(load(file).replies.map((fixture) => [fixture.name, fixture] as const))(
				`as ${id}: %s`,
				(_name, fixture) => {
					const { status, headers = {}, body } = fixture;
					const reading = ADAPTERS[id].readResponse({ status, headers, body }, endpoint, NOW_MS);
					if (fixture.reading !== undefined) expect(reading).toEqual(fixture.reading);
					else expect(reading).toMatchObject({ kind: "fault", fault: fixture.fault });
					if (reading.kind !== "poll") expect(JSON.stringify(reading)).not.toContain(KEY);
					if (fixture.fault !== undefined) expect(Object.keys(FAULTS)).toContain(fixture.fault.code);
				},
			);
		}
	}
});

describe("a request", () => {
	const prompt: Prompt = {
		system: "Be short.",
		turns: [{ question: "Hi?", answer: "Hello." }],
		question: "Why?",
		maxTokens: 300,
	};
	const bodyOf = (id: OnlineId, model: string, more: Partial<Prompt> = {}) =>
		JSON.parse(String(ADAPTERS[id].buildRequest({ ...endpoint, model }, { ...prompt, ...more }).body));

	it("holds the key in a header alone, for every provider", () => {
		for (const { id } of PROVIDERS.filter((row): row is typeof row & { id: OnlineId } => row.id !== "offline")) {
			const { url, method, headers, body } = ADAPTERS[id].buildRequest(endpoint, prompt);
			expect(method).toBe("POST");
			expect(Object.values(headers).filter((value) => value.includes(KEY))).toHaveLength(1);
			expect(url + body).not.toContain(KEY);
			expect(url.startsWith("https://host.example/v1/")).toBe(true);
		}
	});

	it("has no authorization where there is no key", () => {
		const { headers } = ADAPTERS.ollama.buildRequest({ ...endpoint, key: "" }, prompt);
		expect(headers).toEqual({ "Content-Type": "application/json" });
	});

	it("carries rules, turns and question in order", () => {
		expect(bodyOf("custom", "m")).toEqual({
			model: "m",
			messages: [
				{ role: "system", content: "Be short." },
				{ role: "user", content: "Hi?" },
				{ role: "assistant", content: "Hello." },
				{ role: "user", content: "Why?" },
			],
			max_tokens: 300,
			stream: false,
		});
		expect(bodyOf("custom", "m", { system: "", turns: [] }).messages).toEqual([{ role: "user", content: "Why?" }]);
	});

	it.each<[OnlineId, string, Record<string, unknown>]>([
		["openai", "gpt-4.1-mini", { max_completion_tokens: 300, reasoning_effort: undefined, max_tokens: undefined }],
		["openai", "gpt-5.4-mini", { max_completion_tokens: 300, reasoning_effort: "none", verbosity: "low" }],
		["openai", "gpt-5-nano", { max_completion_tokens: 1324, reasoning_effort: "minimal" }],
		["openai", "gpt-6-luna", { max_completion_tokens: 300, reasoning_effort: "none" }],
		["openai", "gpt-6-sol", { max_completion_tokens: 300, reasoning_effort: "none" }],
		["openai", "gpt-6.1-terra", { max_completion_tokens: 300, reasoning_effort: "none" }],
		["openai", "gpt-6.1-sol", { max_completion_tokens: 1324, reasoning_effort: "low" }],
		["openai", "gpt-6-astra", { max_completion_tokens: 1324, reasoning_effort: "low" }],
		["openai", "gpt-5.2-codex", { max_completion_tokens: 1324, reasoning_effort: "low" }],
		["openai", "gpt-5.4-pro", { max_completion_tokens: 1324, reasoning_effort: "medium" }],
		["openai", "o4-mini", { max_completion_tokens: 1324, reasoning_effort: "low", verbosity: undefined }],
		["deepseek", "deepseek-flash", { max_tokens: 300, thinking: { type: "disabled" } }],
		["qwen", "qwen-flash", { max_tokens: 300, enable_thinking: false }],
		["groq", "llama-3.1-8b-instant", { max_completion_tokens: 300, reasoning_effort: undefined }],
		["groq", "qwen/qwen3-32b", { reasoning_effort: "none", reasoning_format: "hidden" }],
		["groq", "openai/gpt-oss-120b", { max_completion_tokens: 1324, reasoning_effort: "low", include_reasoning: false }],
		["openrouter", "openai/gpt-5.4-mini", { max_tokens: 300, reasoning: { effort: "none", exclude: true } }],
		["mistral", "mistral-small-latest", { max_tokens: 300, reasoning_effort: undefined }],
		["ollama", "llama3.2", { max_tokens: 300, reasoning_effort: "none" }],
		["lmstudio", "m", { max_tokens: 300 }],
	])("to %s for %s says only what that provider documents", (id, model, fields) => {
		const body = bodyOf(id, model);
		for (const [name, value] of Object.entries(fields)) expect(body[name]).toEqual(value);
	});

	it("to OpenAI's Responses runs in the background", () => {
		const { url } = ADAPTERS["openai-responses"].buildRequest(endpoint, prompt);
		expect(url).toBe("https://host.example/v1/responses");
		expect(bodyOf("openai-responses", "gpt-5.4")).toMatchObject({
			instructions: "Be short.",
			input: [{ role: "user" }, { role: "assistant" }, { role: "user", content: "Why?" }],
			max_output_tokens: 300,
			reasoning: { effort: "none" },
			background: true,
			store: true,
		});
	});

	it("to Anthropic has the system apart and the cap it requires", () => {
		const request = ADAPTERS.anthropic.buildRequest(endpoint, prompt);
		expect(request.headers).toMatchObject({ "x-api-key": KEY, "anthropic-version": "2023-06-01" });
		expect(JSON.parse(String(request.body))).toMatchObject({
			system: "Be short.",
			max_tokens: 300,
			messages: [{ role: "user" }, { role: "assistant" }, { role: "user", content: "Why?" }],
		});
	});

	it.each([
		["claude-haiku-4-5", { max_tokens: 300, thinking: { type: "disabled" } }],
		["claude-haiku-5-5", { max_tokens: 300, thinking: { type: "disabled" } }],
		["claude-opus-5", { max_tokens: 300, thinking: { type: "disabled" } }],
		["claude-opus-5-5", { max_tokens: 1324, output_config: { effort: "low" } }],
		["claude-fable-5-1", { max_tokens: 1324, output_config: { effort: "low" } }],
	])("to Anthropic for %s asks for no thinking, or for the least if there is no way without", (model, fields) => {
		const { max_tokens, thinking, output_config } = bodyOf("anthropic", model);
		expect({ max_tokens, thinking, output_config }).toEqual(fields);
	});

	it.each([
		["gemini-2.5-flash", { maxOutputTokens: 300, thinkingConfig: { thinkingBudget: 0 } }],
		["models/gemini-2.5-pro", { maxOutputTokens: 812, thinkingConfig: { thinkingBudget: 128 } }],
		["gemini-3.5-flash-lite", { maxOutputTokens: 1324, thinkingConfig: { thinkingLevel: "MINIMAL" } }],
		["gemini-3.8-flash", { maxOutputTokens: 1324, thinkingConfig: { thinkingLevel: "LOW" } }],
		["gemini-flash-latest", { maxOutputTokens: 1324, thinkingConfig: { thinkingLevel: "LOW" } }],
		["gemini-3.1-flash-lite", { maxOutputTokens: 1324, thinkingConfig: { thinkingLevel: "MINIMAL" } }],
		["gemini-2.0-flash", { maxOutputTokens: 300 }],
	])("to Gemini for %s limits thinking as it can", (model, generationConfig) => {
		const request = ADAPTERS.gemini.buildRequest({ ...endpoint, model }, prompt);
		expect(request.url).toBe(`https://host.example/v1/models/${model.replace("models/", "")}:generateContent`);
		expect(JSON.parse(String(request.body))).toMatchObject({
			systemInstruction: { parts: [{ text: "Be short." }] },
			contents: [{ role: "user" }, { role: "model" }, { role: "user", parts: [{ text: "Why?" }] }],
			generationConfig,
		});
	});

	it("can be built for every preset but the offline one", () => {
		const online = PROVIDERS.map(({ id }) => id).filter((id): id is Exclude<ProviderId, "offline"> => id !== "offline");
		expect(online.sort()).toEqual(Object.keys(ADAPTERS).sort());
	});
});
