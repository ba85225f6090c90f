/**
 * The registry of adapters. Owns which adapter serves which provider; the built-in assistant needs none.
 */
import type { ProviderId } from "../../core/settings/settings.ts";
import { anthropic } from "./anthropic.ts";
import { gemini } from "./gemini.ts";
import { createOpenAiChat, QUIRKS } from "./openai-chat.ts";
import { openAiResponses } from "./openai-responses.ts";
import type { Adapter } from "./provider.ts";

export type OnlineId = Exclude<ProviderId, "offline">;

export const ADAPTERS: Readonly<Record<OnlineId, Adapter>> = {
	openai: createOpenAiChat(QUIRKS.openai),
	"openai-responses": openAiResponses,
	anthropic,
	gemini,
	deepseek: createOpenAiChat(QUIRKS.deepseek),
	qwen: createOpenAiChat(QUIRKS.qwen),
	groq: createOpenAiChat(QUIRKS.groq),
	openrouter: createOpenAiChat(QUIRKS.openrouter),
	mistral: createOpenAiChat(QUIRKS.mistral),
	ollama: createOpenAiChat(QUIRKS.ollama),
	lmstudio: createOpenAiChat(QUIRKS.lmstudio),
	custom: createOpenAiChat(QUIRKS.custom),
};
