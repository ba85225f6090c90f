import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Listed, nearestModel } from "./nearest-model.ts";

type Lists = Record<string, { source: string; models: string[]; ends: Record<string, string> }>;

/** Names as the services list them; each list says where it is from. */
const LISTS: Lists = JSON.parse(readFileSync(new URL("./__fixtures__/model-lists.json", import.meta.url), "utf8"));

function listOf(provider: string): Listed[] {
	const { models = [], ends = {} } = LISTS[provider] ?? {};
	return models.filter((name) => !name.startsWith("whisper")).map((name) => ({ name, ends: name in ends }));
}

function stays(...names: string[]): Listed[] {
	return names.map((name) => ({ name, ends: false }));
}

describe("The nearest model", () => {
	// Sources: the deprecation pages of OpenAI, Groq, Anthropic, Mistral and DeepSeek, which each name a replacement.
	it.each([
		["openai", "gpt-5", "gpt-6.1-sol"],
		["openai", "gpt-5-nano", "gpt-6-luna"],
		["openai", "gpt-4.1-nano", "gpt-6-luna"],
		["openai", "o3", "gpt-6.1-sol"],
		["openai", "gpt-3.5-turbo", "gpt-6.1-terra"],
		["groq", "llama-3.3-70b-versatile", "openai/gpt-oss-120b"],
		["groq", "llama-3.1-8b-instant", "openai/gpt-oss-20b"],
		["anthropic", "claude-3-5-haiku-20241022", "claude-haiku-5-5"],
		["anthropic", "claude-haiku-4-5-20251001", "claude-haiku-5-5"],
		["anthropic", "claude-sonnet-4-5-20250929", "claude-sonnet-5-5"],
		["gemini", "gemini-2.0-flash-lite-001", "gemini-3.5-flash-lite"],
		["mistral", "mistral-small-2506", "mistral-small-latest"],
		["mistral", "mistral-medium-2505", "mistral-medium-3-5"],
		["mistral", "magistral-medium-2509", "mistral-medium-3-5"],
		["mistral", "devstral-medium-2507", "mistral-medium-3-5"],
		["mistral", "devstral-small-2507", "mistral-small-latest"],
		["mistral", "pixtral-12b-2409", "ministral-14b-latest"],
		["mistral", "ministral-8b-2410", "ministral-8b-latest"],
		["mistral", "codestral-2501", "codestral-latest"],
		["deepseek", "deepseek-v4-flash", "deepseek-flash"],
		["deepseek", "deepseek-chat", "deepseek-flash"],
		["deepseek", "deepseek-reasoner", "deepseek-flash"],
	])("at %s for %s is the one that the provider recommends", (provider, gone, nearest) => {
		expect(nearestModel(gone, listOf(provider))).toBe(nearest);
	});

	it.each([
		["openai", "gpt-4o-mini", "gpt-5.4-mini"],
		["openai", "gpt-5-pro", "gpt-5.5-pro"],
		["openai", "gpt-4o-2024-05-13", "gpt-6.1-sol"],
		["gemini", "gemini-2.5-flash", "gemini-3.8-flash"],
		["gemini", "gemini-2.5-flash-preview-05-20", "gemini-3.8-flash"],
		["gemini", "gemini-3-pro-preview", "gemini-3.1-pro-preview"],
		["anthropic", "claude-3-opus-20240229", "claude-opus-5-5"],
		["anthropic", "claude-3-7-sonnet-20250219", "claude-sonnet-5-5"],
		["groq", "qwen/qwen3-32b", "qwen/qwen3.8-27b"],
		["mistral", "mistral-large-2411", "mistral-large-latest"],
		["qwen", "qwen3-max", "qwen3.7-max"],
		["qwen", "qwen-turbo", "qwen3.6-flash"],
		["qwen", "qwen-plus", "qwen3.7-plus"],
	])("at %s for %s is the newest of its family and size class", (provider, gone, nearest) => {
		expect(nearestModel(gone, listOf(provider))).toBe(nearest);
	});

	it.each([
		[
			"one that costs nothing, another",
			"meta-llama/llama-3.3-70b-instruct:free",
			["meta-llama/llama-3.3-70b-instruct", "qwen/qwen3-30b:free"],
			"qwen/qwen3-30b:free",
		],
		[
			"one of Ollama's, what is there of its family",
			"llama3.2",
			["qwen2.5:7b", "llama3.1:8b", "gemma3:4b"],
			"llama3.1:8b",
		],
		[
			"one for conversation, none for code or pictures",
			"qwen3-30b",
			["qwen3-coder-30b", "qwen3-vl-30b", "qwen3.5-35b"],
			"qwen3.5-35b",
		],
		[
			"one of one's owner, the owner's",
			"openai/gpt-4o-mini",
			["azure/gpt-5-mini", "openai/gpt-5-mini"],
			"openai/gpt-5-mini",
		],
		["what wrote down speech, what does", "whisper-1", ["gpt-live-transcribe", "gpt-transcribe"], "gpt-transcribe"],
		["4.9, 4.10", "glm-4.9", ["glm-4.10", "glm-4.8"], "glm-4.10"],
	])("is for %s", (_what, gone, names, nearest) => {
		expect(nearestModel(gone, stays(...names))).toBe(nearest);
	});

	it("is one that ends only if all do", () => {
		const ending = { name: "gpt-5.4-mini", ends: true };
		expect(nearestModel("gpt-5-mini", [ending, ...stays("gpt-6-luna")])).toBe("gpt-6-luna");
		expect(nearestModel("gpt-5-mini", [ending])).toBe("gpt-5.4-mini");
	});

	it("is never the one that is gone, and none if there is no other", () => {
		expect(nearestModel("m", stays("m"))).toBeUndefined();
		expect(nearestModel("m", [])).toBeUndefined();
	});

	it("is one of the list whatever the names are, and the same in whatever order they come", () => {
		const piece = fc.constantFrom(
			"gpt",
			"-",
			".",
			"/",
			":",
			"5",
			"70b",
			"8x7b",
			"0b",
			"latest",
			"constructor",
			"2025-01-02",
			"mini",
			"é",
			" ",
		);
		const name = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
		fc.assert(
			fc.property(name, fc.uniqueArray(name, { maxLength: 8 }), (gone, names) => {
				const nearest = nearestModel(gone, stays(...names));
				const others = names.filter((one) => one !== gone && one !== "");
				if (others.length === 0) expect(nearest).toBeUndefined();
				else expect(others).toContain(nearest);
				expect(nearestModel(gone, stays(...names.reverse()))).toBe(nearest);
			}),
		);
	});
});
