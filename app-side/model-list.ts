/**
 * The list of a provider's models. Owns the request, and what is read of the reply; never what is kept of it.
 * Rule: the list is bounded, and a name that no question could be sent to is left out if names tell.
 */
import type { Fault } from "../core/faults.ts";
import { dayOf } from "../core/settings/model-fates.ts";
import { keyOf, type ProviderSettings } from "../core/settings/settings.ts";
import type { Ports } from "./ports.ts";
import { createTestPrompt } from "./prompt.ts";
import { urlFor } from "./providers/address.ts";
import { readRefusal } from "./providers/errors.ts";
import { ADAPTERS, type OnlineId } from "./providers/index.ts";
import { type Endpoint, field, type HttpRequest, type HttpResponse, items, textOf } from "./providers/provider.ts";

export type Models = { ok: true; models: string[] } | { ok: false; fault: Fault };

/** OpenRouter has some four hundred. */
const MODELS_MAX = 500;
const NAME_LIMIT = 100;
const LIST_LIMIT_MS = 9_000;

/** Models that make or read something else than an answer. */
const NOT_FOR_QUESTIONS =
	/embed|whisper|transcri|tts|speech|dall-e|image|imagen|veo|sora|moderation|realtime|rerank|guard|ocr|aqa|babbage|davinci/i;

/** Models that write down what was said. */
export const FOR_SPEECH = /whisper|transcri|voxtral|asr/i;

/** `ends` is the day that the provider has announced, `instead` the model that it names in its place. */
export type ListedModel = { name: string; answers: boolean; ends: string | undefined; instead: string };
type ModelList = { ok: true; entries: ListedModel[] } | { ok: false; fault: Fault };

export async function fetchEntries(ports: Ports, provider: OnlineId, settings: ProviderSettings): Promise<ModelList> {
	if (!settings.ready) return { ok: false, fault: { code: "no-key" } };
	const { baseUrl, model } = settings;
	const key = keyOf((name) => ports.storage.get(name), provider);
	const outcome = await ports.http.send(requestFor(provider, { baseUrl, model, key }), LIST_LIMIT_MS);
	if (outcome.kind === "fault") return { ok: false, fault: { code: outcome.code } };
	return readEntries(outcome.response, ports.now());
}

/** The headers are those of a question: each provider has its own for the key. */
function requestFor(provider: OnlineId, endpoint: Endpoint): HttpRequest {
	const { headers } = ADAPTERS[provider].buildRequest(endpoint, createTestPrompt());
	return { url: modelsUrl(provider, endpoint.baseUrl), method: "GET", headers };
}

function modelsUrl(provider: OnlineId, baseUrl: string): string {
	const url = urlFor(baseUrl, "/models");
	const page = pageOf(provider);
	return url.includes("?") ? url : url + page;
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

/** Names in the order of the alphabet. */
export function readModels(response: HttpResponse, nowMs: number): Models {
	const list = readEntries(response, nowMs);
	return list.ok ? { ok: true, models: usableIn(list.entries) } : list;
}

export function usableIn(entries: readonly ListedModel[]): string[] {
	const names = entries.filter(isUsable).map(({ name }) => name);
	return [...new Set(names)].sort().slice(0, MODELS_MAX);
}

export function isUsable({ name, answers }: ListedModel): boolean {
	return answers && !NOT_FOR_QUESTIONS.test(name);
}

/** OpenAI and its kin list `data[].id`, Gemini `models[].name`. */
function readEntries(response: HttpResponse, nowMs: number): ModelList {
	const { body } = response;
	const refusal = readRefusal(response, nowMs, "any", {});
	if (refusal !== undefined) return { ok: false, fault: refusal.fault };
	const list = field(body, "data") ?? field(body, "models");
	if (!Array.isArray(list)) return { ok: false, fault: { code: "bad-answer" } };
	const entries = items(list).map(readEntry);
	return { ok: true, entries: entries.filter(({ name }) => name !== "" && name.length <= NAME_LIMIT) };
}

/** OpenAI, OpenRouter, Anthropic and Mistral name the day each by a word of its own (docs/evidence.md). */
function readEntry(model: unknown): ListedModel {
	const day = ["shutdown_date", "expiration_date", "retires_at", "deprecation"].map((name) =>
		dayOf(field(model, name)),
	);
	return {
		name: nameOf(model),
		answers: answers(model),
		ends: day.find((one) => one !== undefined),
		instead: textOf(field(model, "deprecation_replacement_model")),
	};
}

function nameOf(model: unknown): string {
	return (textOf(field(model, "id")) || textOf(field(model, "name"))).replace(/^models\//, "");
}

/** Gemini says what each is for; the others do not. */
function answers(model: unknown): boolean {
	const methods = field(model, "supportedGenerationMethods");
	return methods === undefined || items(methods).includes("generateContent");
}
