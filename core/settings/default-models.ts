/**
 * Every model that AskFace names by itself, once: providers and transcribers take theirs from here. Owns the
 * end that its provider has announced. Rule: a row is changed only after its source (model-sources.ts) was
 * read again.
 */
import type { ProviderId } from "./provider-id.ts";

/** `answers` a question, `listens` to a recording and answers it, `writes` down what was said, or `speaks` an answer. */
type ModelTask = "answers" | "listens" | "writes" | "speaks";

/** `ends` is a day, YYYY-MM-DD; null as long as no end is announced. */
export type DefaultModel = {
	providers: readonly ProviderId[];
	model: string;
	tasks: readonly ModelTask[];
	ends: string | null;
};

export const DEFAULT_MODELS: readonly DefaultModel[] = [
	{
		providers: ["openai", "openai-responses"],
		model: "gpt-5.4-mini",
		tasks: ["answers"],
		ends: null,
	},
	{
		providers: ["openai", "openai-responses"],
		model: "gpt-transcribe",
		tasks: ["writes"],
		ends: null,
	},
	{
		providers: ["anthropic"],
		model: "claude-haiku-4-5",
		tasks: ["answers"],
		ends: null,
	},
	{
		providers: ["gemini"],
		model: "gemini-3.5-flash-lite",
		tasks: ["answers", "listens"],
		ends: null,
	},
	{
		providers: ["deepseek"],
		model: "deepseek-flash",
		tasks: ["answers"],
		ends: null,
	},
	{
		providers: ["qwen"],
		model: "qwen-flash",
		tasks: ["answers"],
		ends: null,
	},
	{
		providers: ["groq"],
		model: "openai/gpt-oss-120b",
		tasks: ["answers"],
		ends: null,
	},
	{
		providers: ["groq"],
		model: "whisper-large-v3-turbo",
		tasks: ["writes"],
		ends: null,
	},
	{
		providers: ["openrouter"],
		model: "openai/gpt-5.4-mini",
		tasks: ["answers"],
		ends: null,
	},
	{
		// Weights that are open, run by several hosts; `openai/whisper-1` goes with OpenAI's own on 2027-02-26.
		providers: ["openrouter"],
		model: "openai/whisper-large-v3-turbo",
		tasks: ["writes"],
		ends: null,
	},
	{
		providers: ["mistral"],
		model: "mistral-small-latest",
		tasks: ["answers"],
		ends: null,
	},
	{
		providers: ["mistral"],
		model: "voxtral-small-latest",
		tasks: ["listens", "writes"],
		ends: null,
	},
	{
		providers: ["ollama"],
		model: "llama3.2",
		tasks: ["answers"],
		ends: null,
	},
	{
		providers: ["gemini"],
		model: "gemini-3.8-flash-tts",
		tasks: ["speaks"],
		ends: null,
	},
	{
		providers: ["openai", "openai-responses"],
		model: "gpt-4o-mini-tts",
		tasks: ["speaks"],
		ends: null,
	},
	{
		providers: ["openrouter"],
		model: "openai/gpt-4o-mini-tts-2025-12-15",
		tasks: ["speaks"],
		ends: null,
	},
	{
		// The name under which servers at home offer the voice that they have loaded.
		providers: ["custom"],
		model: "tts-1",
		tasks: ["speaks"],
		ends: null,
	},
	{
		// The name under which servers at home offer whichever Whisper they have loaded.
		providers: ["custom"],
		model: "whisper-1",
		tasks: ["writes"],
		ends: null,
	},
];

/** How long before its announced end a default has to be replaced: releases take time to reach a phone. */
const NOTICE_MS = 30 * 86_400_000;

/** Empty if AskFace names none, as for a server of one's own. */
export function defaultModel(provider: ProviderId, role: ModelTask): string {
	return (
		DEFAULT_MODELS.find(({ providers, tasks }) => providers.includes(provider) && tasks.includes(role))?.model ?? ""
	);
}

/** The rows that end within 30 days of `nowMs`, or have ended. */
export function dyingDefaults(table: readonly DefaultModel[], nowMs: number): DefaultModel[] {
	return table.filter(({ ends }) => ends !== null && Date.parse(ends) - nowMs <= NOTICE_MS);
}
