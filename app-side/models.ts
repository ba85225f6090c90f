/**
 * Which models a provider has, for the settings page. Owns the request and what is left of the list; one is asked for only
 * by the person. Rule: the list is bounded, and a name that no question could be sent to is left out where names tell.
 */
import type { Fault } from "../core/faults.ts";
import { isReady, keyOf, type ProviderId, readSettings, settingsFor } from "../core/settings.ts";
import type { Ports } from "./ports.ts";
import { createTestPrompt } from "./prompt.ts";
import { readError, readErrorInside } from "./providers/errors.ts";
import { type OnlineId, PROVIDERS } from "./providers/index.ts";
import {
	type Endpoint,
	field,
	type HttpRequest,
	type HttpResponse,
	isDone,
	items,
	textOf,
} from "./providers/provider.ts";

export type Models = { ok: true; models: string[] } | { ok: false; fault: Fault };

/** OpenRouter has some four hundred. */
const MODELS_MAX = 500;
const NAME_LIMIT = 100;
const LIST_LIMIT_MS = 9_000;

/** Models that make or read something else than an answer. */
const NOT_FOR_QUESTIONS =
	/embed|whisper|transcri|tts|speech|dall-e|image|imagen|veo|sora|moderation|realtime|rerank|guard|ocr|aqa|babbage|davinci/i;

/** Of the chosen provider, or of `other` where it is given. */
export async function listModels(ports: Ports, other?: ProviderId): Promise<Models> {
	const get = (key: string) => ports.storage.get(key);
	const settings = other === undefined ? readSettings(get) : settingsFor(get, other);
	const { provider, baseUrl, model } = settings;
	if (provider === "offline") return { ok: true, models: [] };
	const key = keyOf(get, provider);
	if (!isReady(settings, key)) return { ok: false, fault: { code: "no-key" } };
	const outcome = await ports.http.send(requestFor(provider, { baseUrl, model, key }), LIST_LIMIT_MS);
	if (outcome.kind === "fault") return { ok: false, fault: { code: outcome.code } };
	return readModels(outcome.response, ports.now());
}

/** The headers are those of a question: each provider has its own for the key. */
function requestFor(provider: OnlineId, endpoint: Endpoint): HttpRequest {
	const { headers } = PROVIDERS[provider].buildRequest(endpoint, createTestPrompt());
	return { url: `${endpoint.baseUrl}/models${pageOf(provider)}`, method: "GET", headers };
}

/** Both give only a few at a time unless asked for more. */
function pageOf(provider: OnlineId): string {
	switch (provider) {
		case "gemini":
			return "?pageSize=1000";
		case "anthropic":
			return "?limit=1000";
		default:
			return "";
	}
}

/** Names in the order of the alphabet. OpenAI and its kin list `data[].id`, Gemini `models[].name`. */
export function readModels(response: HttpResponse, nowMs: number): Models {
	const { body, status } = response;
	if (!isDone(status)) return { ok: false, fault: readError(response, nowMs) };
	const inside = readErrorInside(response, nowMs);
	if (inside !== undefined) return { ok: false, fault: inside };
	const list = field(body, "data") ?? field(body, "models");
	if (!Array.isArray(list)) return { ok: false, fault: { code: "bad-answer" } };
	const names = items(list).filter(answers).map(nameOf);
	const usable = names.filter((name) => name !== "" && name.length <= NAME_LIMIT && !NOT_FOR_QUESTIONS.test(name));
	return { ok: true, models: [...new Set(usable)].sort().slice(0, MODELS_MAX) };
}

function nameOf(model: unknown): string {
	return (textOf(field(model, "id")) || textOf(field(model, "name"))).replace(/^models\//, "");
}

/** Gemini says what each is for; the others do not. */
function answers(model: unknown): boolean {
	const methods = field(model, "supportedGenerationMethods");
	return methods === undefined || items(methods).includes("generateContent");
}
