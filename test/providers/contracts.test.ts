/**
 * The providers' own types as contracts: what we send satisfies their parameters and what we read their replies, or this
 * file does not compile. Only types are taken from the SDKs; nothing of them runs.
 */
import type Anthropic from "@anthropic-ai/sdk";
import type { GenerateContentParameters, GenerateContentResponse } from "@google/genai";
import type Groq from "groq-sdk";
import type { ChatCompletionCreateParamsNonStreaming as GroqQuestion } from "groq-sdk/resources/chat/completions";
import type OpenAI from "openai";
import { describe, expect, it } from "vitest";
import { ADAPTERS, type OnlineId } from "../../app-side/providers/index.ts";
import type { Prompt, Reading, Speech } from "../../app-side/providers/provider.ts";
import { buildTranscription, readTranscription, type SpeechForm } from "../../app-side/voice/transcription.ts";

const PROMPT: Prompt = {
	system: "Be short.",
	turns: [{ question: "Hi?", answer: "Hello." }],
	question: "Why?",
	maxTokens: 300,
};
const SPEECH: Speech = { ogg: Uint8Array.of(79, 103, 103, 83), base64: "T2dnUw==", seconds: 1 };
const endpoint = (model: string) => ({ baseUrl: "https://host.example/v1", model, key: "k" });

function sentTo(provider: OnlineId, model: string, more: Partial<Prompt> = {}): unknown {
	return JSON.parse(String(ADAPTERS[provider].buildRequest(endpoint(model), { ...PROMPT, ...more }).body));
}

function readBy(provider: OnlineId, body: unknown): Reading {
	return ADAPTERS[provider].readResponse({ status: 200, headers: {}, body }, endpoint("m"), 0);
}

const MESSAGES = [
	{ role: "system", content: "Be short." },
	{ role: "user", content: "Hi?" },
	{ role: "assistant", content: "Hello." },
	{ role: "user", content: "Why?" },
] as const;

describe("what we send", () => {
	it("is what OpenAI's chat takes", () => {
		const body = {
			model: "gpt-5.4-mini",
			messages: [...MESSAGES],
			max_completion_tokens: 300,
			stream: false,
			reasoning_effort: "none",
			verbosity: "low",
		} as const satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;
		expect(sentTo("openai", "gpt-5.4-mini")).toEqual(body);
	});

	it("is what OpenAI's Responses take", () => {
		const body = {
			model: "gpt-5.4-mini",
			instructions: "Be short.",
			input: [
				{ role: "user", content: "Hi?" },
				{ role: "assistant", content: "Hello." },
				{ role: "user", content: "Why?" },
			],
			max_output_tokens: 300,
			reasoning: { effort: "none" },
			background: true,
			store: true,
		} as const satisfies OpenAI.Responses.ResponseCreateParamsNonStreaming;
		expect(sentTo("openai-responses", "gpt-5.4-mini")).toEqual(body);
	});

	it("is what Anthropic takes", () => {
		const body = {
			model: "claude-haiku-4-5",
			max_tokens: 300,
			system: "Be short.",
			messages: [
				{ role: "user", content: "Hi?" },
				{ role: "assistant", content: "Hello." },
				{ role: "user", content: "Why?" },
			],
			thinking: { type: "disabled" },
		} as const satisfies Anthropic.MessageCreateParamsNonStreaming;
		expect(sentTo("anthropic", "claude-haiku-4-5")).toEqual(body);
	});

	it("is what Gemini takes, a recording too", () => {
		const contents = [
			{ role: "user", parts: [{ text: "Hi?" }] },
			{ role: "model", parts: [{ text: "Hello." }] },
			{ role: "user", parts: [{ inlineData: { mimeType: "audio/ogg", data: "T2dnUw==" } }, { text: "Why?" }] },
		];
		const generationConfig = { maxOutputTokens: 300, thinkingConfig: { thinkingBudget: 0 } };
		const systemInstruction = { parts: [{ text: "Be short." }] };
		// The SDK's own shape: on the wire `config` is spread, and its generation part is called `generationConfig`.
		const parameters = {
			model: "gemini-2.5-flash",
			contents,
			config: { ...generationConfig, systemInstruction },
		} satisfies GenerateContentParameters;
		expect(sentTo("gemini", parameters.model, { speech: SPEECH })).toEqual({
			systemInstruction,
			contents,
			generationConfig,
		});
	});

	it("is what Groq takes", () => {
		const body = {
			model: "openai/gpt-oss-20b",
			messages: [...MESSAGES],
			max_completion_tokens: 1324,
			stream: false,
			reasoning_effort: "low",
			include_reasoning: false,
		} as const satisfies GroqQuestion;
		expect(sentTo("groq", body.model)).toEqual(body);
	});

	it.each<[string, SpeechForm, readonly string[]]>([
		[
			"OpenAI's transcription",
			"file",
			fieldsOf<OpenAI.Audio.TranscriptionCreateParams>("model", "response_format", "file"),
		],
		["Groq's transcription", "url", fieldsOf<Groq.Audio.TranscriptionCreateParams>("model", "response_format", "url")],
	])("has the fields of %s", async (_name, form, names) => {
		const { body = "", headers } = buildTranscription(form, endpoint("m"), SPEECH);
		const sent = await new Response(body, { headers }).formData();
		expect([...sent.keys()]).toEqual(names);
	});
});

function fieldsOf<Params>(...names: (keyof Params & string)[]): readonly string[] {
	return names;
}

const USAGE = { prompt_tokens: 20, completion_tokens: 3, total_tokens: 23 };
const TOKENS = { promptTokens: 20, completionTokens: 3 };

describe("what we read", () => {
	it.each(["stop", "length", "content_filter"] as const)("is what OpenAI's chat replies with %s", (finish_reason) => {
		const body: OpenAI.ChatCompletion = {
			id: "chatcmpl-1",
			object: "chat.completion",
			created: 1,
			model: "gpt-5.4-mini",
			choices: [
				{ index: 0, finish_reason, logprobs: null, message: { role: "assistant", content: "Blue.", refusal: null } },
			],
			usage: USAGE,
		};
		const text = { kind: "answer", text: "Blue.", tokens: TOKENS };
		const expected = {
			stop: text,
			length: { ...text, cut: true },
			content_filter: { kind: "fault", fault: { code: "blocked" }, tokens: TOKENS },
		};
		expect(readBy("openai", body)).toEqual(expected[finish_reason]);
	});

	it("is a refusal of OpenAI's chat", () => {
		const message: OpenAI.ChatCompletionMessage = { role: "assistant", content: null, refusal: "I cannot." };
		expect(readBy("openai", { choices: [{ index: 0, finish_reason: "stop", message }] })).toMatchObject({
			fault: { code: "blocked" },
		});
	});

	it.each<[OpenAI.Responses.ResponseStatus, object]>([
		["completed", { kind: "answer", text: "Blue.", tokens: TOKENS }],
		["incomplete", { kind: "answer", text: "Blue.", cut: true, tokens: TOKENS }],
		["queued", { kind: "poll" }],
		["in_progress", { kind: "poll" }],
		["failed", { kind: "fault" }],
		["cancelled", { kind: "fault" }],
	])("is what OpenAI's Responses reply when it is %s", (status, expected) => {
		type Read = Pick<OpenAI.Responses.Response, "id" | "status" | "error" | "incomplete_details" | "output" | "usage">;
		const body: Read = {
			id: "resp_1",
			status,
			error: null,
			incomplete_details: status === "incomplete" ? { reason: "max_output_tokens" } : null,
			output: [
				{ type: "reasoning", id: "rs_1", summary: [] },
				{
					type: "message",
					id: "msg_1",
					role: "assistant",
					status: "completed",
					content: [{ type: "output_text", text: "Blue.", annotations: [] }],
				},
			],
			usage: {
				input_tokens: 20,
				output_tokens: 3,
				total_tokens: 23,
				input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
				output_tokens_details: { reasoning_tokens: 0 },
			},
		};
		expect(readBy("openai-responses", body)).toMatchObject(expected);
	});

	it.each<[NonNullable<Anthropic.StopReason>, object]>([
		["end_turn", { kind: "answer", text: "Blue.", tokens: TOKENS }],
		["stop_sequence", { kind: "answer", text: "Blue." }],
		["max_tokens", { kind: "answer", cut: true }],
		["model_context_window_exceeded", { kind: "answer", cut: true }],
		["refusal", { kind: "fault", fault: { code: "blocked" } }],
	])("is what Anthropic replies with %s", (stop_reason, expected) => {
		type Read = Pick<Anthropic.Message, "type" | "role" | "content" | "stop_reason"> & {
			usage: Pick<Anthropic.Usage, "input_tokens" | "output_tokens">;
		};
		const body: Read = {
			type: "message",
			role: "assistant",
			content: [
				{ type: "thinking", thinking: "hm", signature: "s" },
				{ type: "text", text: "Blue.", citations: null },
			],
			stop_reason,
			usage: { input_tokens: 20, output_tokens: 3 },
		};
		expect(readBy("anthropic", body)).toMatchObject(expected);
	});

	it.each([
		["STOP", { kind: "answer", text: "Blue.", tokens: TOKENS }],
		["MAX_TOKENS", { kind: "answer", cut: true }],
		["SAFETY", { kind: "fault", fault: { code: "blocked" } }],
		["PROHIBITED_CONTENT", { kind: "fault", fault: { code: "blocked" } }],
	] as const)("is what Gemini replies with %s", (finishReason, expected) => {
		type Reply = Pick<GenerateContentResponse, "usageMetadata"> & {
			candidates: (Omit<NonNullable<GenerateContentResponse["candidates"]>[number], "finishReason"> & {
				finishReason: `${NonNullable<NonNullable<GenerateContentResponse["candidates"]>[number]["finishReason"]>}`;
			})[];
		};
		const body: Reply = {
			candidates: [
				{ content: { role: "model", parts: [{ text: "hm", thought: true }, { text: "Blue." }] }, finishReason },
			],
			usageMetadata: { promptTokenCount: 20, candidatesTokenCount: 2, thoughtsTokenCount: 1 },
		};
		expect(readBy("gemini", body)).toMatchObject(expected);
	});

	it("is what Groq's chat replies", () => {
		const body: Groq.Chat.ChatCompletion = {
			id: "c1",
			object: "chat.completion",
			created: 1,
			model: "m",
			choices: [{ index: 0, finish_reason: "stop", logprobs: null, message: { role: "assistant", content: "Blue." } }],
			usage: { ...USAGE, queue_time: 0.1 },
		};
		expect(readBy("groq", body)).toEqual({ kind: "answer", text: "Blue.", tokens: TOKENS });
	});

	it("is what OpenAI's and Groq's transcription reply", () => {
		const openai: OpenAI.Audio.Transcription = {
			text: "Why?",
			usage: { type: "tokens", input_tokens: 20, output_tokens: 3, total_tokens: 23 },
		};
		const groq: Groq.Audio.Transcription = { text: "Why?" };
		const read = (body: unknown) => readTranscription({ status: 200, headers: {}, body }, 0);
		expect(read(openai)).toEqual({ kind: "answer", text: "Why?", tokens: TOKENS });
		expect(read(groq)).toMatchObject({ kind: "answer", text: "Why?" });
	});
});
