/**
 * A prompt to a provider of answers, as a call of exchange.ts. Owns how many tokens a recording is taken for,
 * and how what was learnt of a model changes what it is asked.
 */
import { mostTokensOf } from "../core/money/tokens.ts";
import { type LookUp, lookUpOf } from "../core/settings/look-ups.ts";
import type { Better, Call, Replied } from "./exchange.ts";
import { learn, recall } from "./learnt.ts";
import type { Storage } from "./ports.ts";
import { missingPath, urlFor } from "./providers/address.ts";
import { type Amend, amended, amendsFor, isOfLookUp, loosens, nameOf } from "./providers/amends.ts";
import { ADAPTERS, type OnlineId } from "./providers/index.ts";
import { THINKING_ROOM_TOKENS } from "./providers/openai-models.ts";
import type { Endpoint, Prompt, Reading } from "./providers/provider.ts";
import { searchesIn, sitesIn, withoutSiteLinks } from "./providers/sources.ts";

/**
 * Gemini counts 32; Mistral counts each begun half minute as a whole one (DOC, docs/evidence.md). Nobody is
 * known to count more.
 */
const TOKENS_A_SECOND = 50;
const TOKENS_A_HALF_MINUTE = 375;

/** At least as many tokens as a provider will count in a recording. */
export function soundTokens(seconds: number): number {
	return Math.max(seconds * TOKENS_A_SECOND, Math.ceil(seconds / 30) * TOKENS_A_HALF_MINUTE);
}

/** Who is asked what. */
type Ask = { storage: Storage; provider: OnlineId; endpoint: Endpoint; prompt: Prompt };

export function callOf(storage: Storage, provider: OnlineId, endpoint: Endpoint, prompt: Prompt): Call {
	return callWith({ storage, provider, endpoint, prompt }, recall(storage, provider, endpoint));
}

function callWith(ask: Ask, amends: readonly Amend[]): Call {
	const provider = ADAPTERS[ask.provider];
	const endpoint = placed(ask.endpoint, amends);
	const lookUp = lookUpIn(ask, amends);
	const given = lookUp === undefined ? ask.prompt : looking(ask.prompt);
	const prompt = amends.some(({ do: what }) => what === "fold") ? folded(given) : given;
	const room = provider.room?.(endpoint.model) ?? 0;
	// What was to keep the model from thinking is gone.
	const more = room === 0 && amends.some(loosens) ? THINKING_ROOM_TOKENS : 0;
	const { system, turns, question, own = "", maxTokens, speech } = given;
	const texts = [system, ...turns.flatMap((turn) => [turn.question, turn.answer]), question];
	const seconds = speech?.seconds ?? 0;
	return {
		provider: ask.provider,
		model: endpoint.model,
		room: room + more,
		maxTokens,
		promptTokens: mostTokensOf(texts, own) + soundTokens(seconds) + (lookUp?.tokens ?? 0),
		seconds,
		changes: amends.map(nameOf),
		build: (most) => amended(provider.buildRequest(endpoint, { ...prompt, maxTokens: most + more }), amends),
		read(response, nowMs) {
			const reading = provider.readResponse(response, endpoint, nowMs);
			return lookUp === undefined ? reading : withSearches(reading, response.body);
		},
		...(lookUp === undefined ? {} : { lookUp, without: () => callWith(withoutLooking(ask), amends) }),
		better: (replied) => betterThan(ask, amends, replied),
	};
}

/** Nothing if the person does not want it, or the provider cannot, or once refused it. */
function lookUpIn({ provider, endpoint, prompt }: Ask, amends: readonly Amend[]): LookUp | undefined {
	return prompt.looking === undefined || amends.some(isOfLookUp) ? undefined : lookUpOf(provider, endpoint.model);
}

function looking(prompt: Prompt): Prompt {
	return { ...prompt, ...prompt.looking, looksUp: true };
}

function withoutLooking(ask: Ask): Ask {
	const { looking: _, ...prompt } = ask.prompt;
	return { ...ask, prompt };
}

function withSearches(reading: Reading, body: unknown): Reading {
	if (reading.kind === "poll") return reading;
	const searches = searchesIn(body);
	const tokens = searches === undefined ? reading.tokens : { ...reading.tokens, searches };
	if (reading.kind === "fault") return { ...reading, tokens };
	const sites = searches === 0 ? [] : sitesIn(body);
	return { ...reading, tokens, sites, text: sites.length === 0 ? reading.text : withoutSiteLinks(reading.text) };
}

/** The call with what the refusal asks for, or undefined if it asks for nothing that can be changed. */
function betterThan(ask: Ask, amends: readonly Amend[], { request, response, ending }: Replied): Better | undefined {
	const { storage, provider, endpoint } = ask;
	const path = ending.isAddress === true ? missingPath(provider, placed(endpoint, amends).baseUrl) : undefined;
	const found: Amend[] = path === undefined ? amendsFor(request, response) : [{ do: "under", path }];
	if (found.length === 0) return undefined;
	const all = [...amends.filter((old) => !found.some((one) => isSame(old, one))), ...found];
	return {
		of: path === undefined ? "parameter" : "address",
		call: callWith(ask, all),
		keep: () => learn(storage, provider, endpoint, all),
	};
}

function isSame(one: Amend, other: Amend): boolean {
	const pathOf = (amend: Amend) => ("path" in amend ? amend.path : "");
	return one.do === other.do && pathOf(one) === pathOf(other);
}

function placed(endpoint: Endpoint, amends: readonly Amend[]): Endpoint {
	const under = amends.find((amend) => amend.do === "under");
	return under?.do === "under" ? { ...endpoint, baseUrl: urlFor(endpoint.baseUrl, under.path) } : endpoint;
}

/** The rules before the question, for a model that takes no rules of their own. */
function folded(prompt: Prompt): Prompt {
	const { system, question } = prompt;
	return system === "" ? prompt : { ...prompt, system: "", question: `${system}\n\n${question}` };
}
