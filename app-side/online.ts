/**
 * A provider that is asked over the network. Owns how a prompt is sent to its adapter and what its reply is
 * made into; never which provider is asked, and never when. Rule: its key is read right before a request is
 * built, and kept nowhere.
 */
import type { Fault } from "../core/faults.ts";
import { hasCap, readBudget } from "../core/money/budget.ts";
import { originOf } from "../core/settings/address.ts";
import { isLookUpPriced } from "../core/settings/look-ups.ts";
import { fullName } from "../core/settings/providers.ts";
import { keyOf, type ProviderSettings, rowOf, SETTING } from "../core/settings/settings.ts";
import type { Answer } from "../core/wire/protocol.ts";
import type { Answerer, Attempt, AttemptOutcome } from "./answerer.ts";
import { callOf } from "./chat-call.ts";
import { costOfRequests, type Exchange, exchange, type Requests } from "./exchange.ts";
import { listModels, noteGone, noteHere, noteRefused } from "./models.ts";
import { momentOf } from "./offline/days.ts";
import type { Storage } from "./ports.ts";
import { createPrompt, createSpokenPrompt, createTestPrompt } from "./prompt.ts";
import { ADAPTERS, type OnlineId } from "./providers/index.ts";
import type { Endpoint, Prompt } from "./providers/provider.ts";
import { readReply, readSpokenReply } from "./reply-format.ts";
import { withSource } from "./source-line.ts";

export function createOnline(provider: OnlineId): Answerer {
	return {
		async answer(attempt, question) {
			const reply = await send(
				attempt,
				provider,
				createPrompt({ ...attempt.context, ...mayLookUp(attempt), later: attempt.settings.later, question }),
			);
			if (reply.kind === "fault") return reply;
			return signed(attempt, readReply(reply.text, reply.cut, { ...aboutOf(attempt), question }), reply.sites);
		},
		async answerSpeech(attempt, speech) {
			const context = { ...attempt.context, ...mayLookUp(attempt), later: attempt.settings.later };
			const reply = await send(attempt, provider, createSpokenPrompt(context, speech));
			if (reply.kind === "fault") return reply;
			const about = { ...aboutOf(attempt), ...mayLookUp(attempt) };
			const { heard, answer } = readSpokenReply(reply.text, reply.cut, about, speech.unvoiced !== true);
			if (heard === null) return { kind: "fault", fault: { code: "unclear-speech" } };
			return { ...signed(attempt, answer, reply.sites), ...(heard === undefined ? {} : { heard }) };
		},
		tryOut: (requests, settings) => tryOut(requests, provider, settings),
		listModels: (ports, settings) => listModels(ports, provider, settings),
	};
}

async function send(attempt: Attempt, provider: OnlineId, prompt: Prompt): Promise<Exchange> {
	const { requests, settings, patient } = attempt;
	const { storage } = requests.ports;
	const call = callOf(storage, provider, endpointOf(storage, provider, settings), prompt);
	const reply = await exchange(requests, call, patient);
	if (reply.kind === "fault") noteRefused(requests.ports, provider, settings.model, reply.fault);
	return reply;
}

function endpointOf(storage: Storage, provider: OnlineId, { baseUrl, model }: ProviderSettings): Endpoint {
	return { baseUrl, model, key: keyOf((name) => storage.get(name), provider) };
}

/** What an answer is read for, but its question. */
function aboutOf({ requests: { ports }, settings: { later }, context }: Attempt) {
	const { lang, turns, facts } = context;
	return { lang, turns, later, times: momentOf(facts, ports.now()), log: ports.log };
}

/** A limit in a currency that searches have no price in could not be held with them. */
function mayLookUp({ requests, settings }: Attempt): { mayLookUp: boolean } {
	const budget = readBudget((name) => requests.ports.storage.get(name));
	return { mayLookUp: settings.lookUp && (isLookUpPriced(budget.currency) || !hasCap(budget)) };
}

/** With who answered, where it was looked up, and what it took. */
function signed({ requests, settings, context }: Attempt, bare: Answer, sites: readonly string[]): AttemptOutcome {
	const answer = { ...bare, text: withSource(bare.text, sites, context.lang) };
	const isEmpty = answer.text === "" && answer.actions === undefined;
	if (isEmpty) return { kind: "fault", fault: { code: "empty-answer" } };
	const { requests: count, promptTokens, completionTokens, costMicros } = costOfRequests(requests);
	const use = { requests: count, promptTokens, completionTokens, ...(costMicros === undefined ? {} : { costMicros }) };
	return { kind: "answer", answer: { ...answer, by: fullName(settings), use } };
}

/** What the test tells of the model itself is kept. */
async function tryOut(requests: Requests, provider: OnlineId, settings: ProviderSettings): Promise<Fault | null> {
	const { ports } = requests;
	if (!settings.ready) return { code: "no-key" };
	const endpoint = endpointOf(ports.storage, provider, settings);
	const reply = (await tryHost(requests, provider, endpoint)) ?? (await askSmallest(requests, provider, endpoint));
	if (reply.kind === "answer") noteHere(ports, provider, settings.model);
	else if (reply.fault.code === "no-such-model") await noteGone(ports, provider, settings.model);
	return reply.kind === "fault" ? reply.fault : null;
}

/**
 * What a server that is not the provider's own says to the question without the key. It is asked only if a
 * redirect could take the key to a third server. Undefined if the server refuses for lack of a key, or if
 * there is nothing to find out. A phone follows redirects unseen and drops `Authorization` alone
 * (docs/evidence.md), so a key in another header is shown only to a host that asked for it.
 */
async function tryHost(requests: Requests, provider: OnlineId, endpoint: Endpoint): Promise<Exchange | undefined> {
	const origin = originOf(endpoint.baseUrl);
	if (origin === originOf(rowOf(provider).baseUrl) || !isTakenAlong(provider, endpoint)) return undefined;
	const bare = await askSmallest(requests, provider, { ...endpoint, key: "" });
	const isAsked = bare.kind === "fault" && bare.fault.code === "key-refused";
	requests.ports.storage.set(SETTING.open(provider), bare.kind === "answer" ? origin : "");
	return isAsked ? undefined : bare;
}

function askSmallest(requests: Requests, provider: OnlineId, endpoint: Endpoint): Promise<Exchange> {
	return exchange(requests, callOf(requests.ports.storage, provider, endpoint, createTestPrompt()), false);
}

function isTakenAlong(provider: OnlineId, endpoint: Endpoint): boolean {
	const { headers } = ADAPTERS[provider].buildRequest(endpoint, createTestPrompt());
	return Object.entries(headers).some(
		([name, value]) => endpoint.key !== "" && name.toLowerCase() !== "authorization" && value.includes(endpoint.key),
	);
}
