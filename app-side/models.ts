/**
 * Which models a provider has, for the settings page. Owns the request, what is left of the list, and what the list tells of
 * the models that are set; one is asked for by the person, or when the provider refused a model by name. Rule: the list is
 * bounded, and a name that no question could be sent to is left out where names tell.
 */
import type { Fault } from "../core/faults.ts";
import { dayOf, encodeFates, type Fate, readFates } from "../core/settings/model-fates.ts";
import {
	isReady,
	keyOf,
	type ProviderId,
	readSettings,
	SETTING,
	type Settings,
	settingsFor,
} from "../core/settings/settings.ts";
import { findEars, speechModelOf } from "../core/settings/voice-settings.ts";
import { put } from "./keeping.ts";
import { nearestModel } from "./nearest-model.ts";
import type { Ports } from "./ports.ts";
import { createTestPrompt } from "./prompt.ts";
import { urlFor } from "./providers/address.ts";
import { readRefusal } from "./providers/errors.ts";
import { type OnlineId, PROVIDERS } from "./providers/index.ts";
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
const FOR_SPEECH = /whisper|transcri|voxtral|asr/i;

/** `ends` is the day that the provider has announced, `instead` the model that it names in its place. */
type Entry = { name: string; answers: boolean; ends: string | undefined; instead: string };
type Entries = { ok: true; entries: Entry[] } | { ok: false; fault: Fault };

/** Of the chosen provider, or of `other` where it is given. What the list says of ends is kept. */
export async function listModels(ports: Ports, other?: ProviderId): Promise<Models> {
	const get = (key: string) => ports.storage.get(key);
	const settings = other === undefined ? readSettings(get) : settingsFor(get, other);
	const { provider } = settings;
	if (provider === "offline") return { ok: true, models: [] };
	const list = await fetchEntries(ports, provider, settings);
	if (!list.ok) return list;
	keepFates(ports, provider, list.entries);
	return { ok: true, models: usableIn(list.entries) };
}

/** That the provider refused `model` by name is kept, with the nearest that it lists, if it gives a list. */
export async function noteGone(ports: Ports, provider: OnlineId, model: string): Promise<void> {
	if (model === "") return;
	const get = (key: string) => ports.storage.get(key);
	const fates = readFates(get, provider);
	put(ports.storage, SETTING.fates(provider), encodeFates(new Map<string, Fate>([...fates, [model, { gone: true }]])));
	const list = await fetchEntries(ports, provider, settingsFor(get, provider));
	if (list.ok) keepFates(ports, provider, list.entries, model);
}

/** What answers is not gone. */
export function noteHere({ storage }: Ports, provider: ProviderId, model: string): void {
	const fates = readFates((key) => storage.get(key), provider);
	if (fates.get(model)?.gone !== true) return;
	fates.delete(model);
	put(storage, SETTING.fates(provider), encodeFates(fates));
}

async function fetchEntries(ports: Ports, provider: OnlineId, settings: Settings): Promise<Entries> {
	const key = keyOf((name) => ports.storage.get(name), provider);
	if (!isReady(settings, key)) return { ok: false, fault: { code: "no-key" } };
	const { baseUrl, model } = settings;
	const outcome = await ports.http.send(requestFor(provider, { baseUrl, model, key }), LIST_LIMIT_MS);
	if (outcome.kind === "fault") return { ok: false, fault: { code: outcome.code } };
	return readEntries(outcome.response, ports.now());
}

/** Of a model that is set and that is gone or ends, the nearest too. One that is listed is not gone, unless it is `refused`. */
function keepFates(ports: Ports, provider: OnlineId, entries: readonly Entry[], refused?: string): void {
	const get = (key: string) => ports.storage.get(key);
	const before = readFates(get, provider);
	const fates = new Map<string, Fate>(
		entries.flatMap(({ name, ends }) => (ends === undefined ? [] : [[name, { ends }] as const])),
	);
	const ears = findEars(provider);
	for (const model of new Set([settingsFor(get, provider).model, ears === undefined ? "" : speechModelOf(get, ears)])) {
		const entry = entryFor(model, entries);
		const fate = model === refused ? { gone: true as const } : fateIn(entry, before.get(model));
		if (model === "" || fate === undefined) continue;
		const instead = insteadOf(model, entry, entries);
		// Those that are set come last: the first ones go where there are too many.
		fates.delete(model);
		fates.set(model, { ...fate, ...(instead === undefined ? {} : { instead }) });
	}
	put(ports.storage, SETTING.fates(provider), encodeFates(fates));
}

function fateIn(entry: Entry | undefined, before: Fate | undefined): Fate | undefined {
	if (entry === undefined) return before?.gone === true ? { gone: true } : undefined;
	return entry.ends === undefined ? undefined : { ends: entry.ends };
}

/** Some lists have the dated names alone, where a question may name the model without the date. */
function entryFor(model: string, entries: readonly Entry[]): Entry | undefined {
	const isDated = ({ name }: Entry) =>
		name.startsWith(`${model}-`) && /^\d[\d-]{5,9}$/.test(name.slice(model.length + 1));
	return entries.find(({ name }) => name === model) ?? entries.find(isDated);
}

/** As the provider says, else the nearest by name among those for the same purpose. */
function insteadOf(model: string, entry: Entry | undefined, entries: readonly Entry[]): string | undefined {
	if (entry !== undefined && entries.some(({ name }) => name === entry.instead)) return entry.instead;
	const isForSpeech = FOR_SPEECH.test(model);
	const alike = entries.filter((one) => one !== entry && (isForSpeech ? FOR_SPEECH.test(one.name) : isUsable(one)));
	return nearestModel(
		model,
		alike.map(({ name, ends }) => ({ name, ends: ends !== undefined })),
	);
}

/** The headers are those of a question: each provider has its own for the key. */
function requestFor(provider: OnlineId, endpoint: Endpoint): HttpRequest {
	const { headers } = PROVIDERS[provider].buildRequest(endpoint, createTestPrompt());
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

function usableIn(entries: readonly Entry[]): string[] {
	const names = entries.filter(isUsable).map(({ name }) => name);
	return [...new Set(names)].sort().slice(0, MODELS_MAX);
}

function isUsable({ name, answers }: Entry): boolean {
	return answers && !NOT_FOR_QUESTIONS.test(name);
}

/** OpenAI and its kin list `data[].id`, Gemini `models[].name`. */
function readEntries(response: HttpResponse, nowMs: number): Entries {
	const { body } = response;
	const refusal = readRefusal(response, nowMs, "any", {});
	if (refusal !== undefined) return { ok: false, fault: refusal.fault };
	const list = field(body, "data") ?? field(body, "models");
	if (!Array.isArray(list)) return { ok: false, fault: { code: "bad-answer" } };
	const entries = items(list).map(readEntry);
	return { ok: true, entries: entries.filter(({ name }) => name !== "" && name.length <= NAME_LIMIT) };
}

/** OpenAI, OpenRouter, Anthropic and Mistral name the day each by a word of its own (docs/evidence.md). */
function readEntry(model: unknown): Entry {
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
