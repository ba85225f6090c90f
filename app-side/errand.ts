/**
 * A question to one provider, written or spoken. Owns the way from a recording to an answer there; never which provider.
 * Rule: whatever was understood of a recording comes back, so that nobody has to say it twice.
 */
import type { Fault } from "../core/faults.ts";
import { hostName } from "../core/settings/address.ts";
import { findPreset, keyOf, type ProviderId, type Settings } from "../core/settings/settings.ts";
import { chooseRoute, readVoice } from "../core/settings/voice-settings.ts";
import type { Answer, WatchFacts } from "../core/wire/protocol.ts";
import { callOf } from "./chat-call.ts";
import { costOfTrip, type Exchange, exchange, type Trip } from "./exchange.ts";
import { noteGone } from "./models.ts";
import { answerOffline } from "./offline/index.ts";
import { type Asked, createPrompt, createSpokenPrompt } from "./prompt.ts";
import type { OnlineId } from "./providers/index.ts";
import type { Prompt, Speech } from "./providers/provider.ts";
import { readReply, readSpokenReply } from "./reply-format.ts";
import { type Ears, hear } from "./voice/hearing.ts";

/** Everything about a question but its words. `facts` are for the built-in assistant. */
export type Around = Omit<Asked, "question"> & { lang: string; facts?: WatchFacts };

export type Subject = { kind: "text"; text: string } | { kind: "speech"; speech: Speech };

/** `heard`: what was understood of a recording; as a kind of its own where the person wants to see it first. */
export type Outcome =
	| { kind: "answer"; answer: Answer; heard?: string }
	| { kind: "heard"; heard: string }
	| { kind: "fault"; fault: Fault; heard?: string };

/** `settings` are those of the provider that is asked. `patient`: it is asked again when it is busy. */
export type Errand = { trip: Trip; settings: Settings; around: Around; patient: boolean };

/** `provider` and `model` are those that answered, or were asked last. */
export type Attempt = Outcome & { provider: ProviderId; model: string };

export async function run(errand: Errand, subject: Subject): Promise<Attempt> {
	const { provider, model } = errand.settings;
	if (subject.kind === "text") return { ...(await answerText(errand, subject.text)), provider, model };
	const route = chooseRoute(getterOf(errand), provider);
	if (route === null || (route.kind === "one" && provider === "offline")) {
		return { kind: "fault", fault: { code: "no-key" }, provider, model };
	}
	if (route.kind === "two") return { ...(await understand(errand, subject.speech, route)), provider, model };
	const listening = { ...errand, settings: { ...errand.settings, model: route.model } };
	return { ...(await answerSpeech(listening, subject.speech)), provider, model: route.model };
}

/** First what was said, then the answer; where a service refuses every form of a recording, whoever else listens. */
async function understand(errand: Errand, speech: Speech, ears: Ears): Promise<Outcome> {
	const get = getterOf(errand);
	const hearing = await hear(errand.trip, ears, keyOf(get, ears.ears), speech, errand.patient);
	if (hearing.kind === "fault") noteRefused(errand, ears.ears, ears.model, hearing.fault);
	if (hearing.kind === "heard") {
		if (readVoice(get).confirm) return { kind: "heard", heard: hearing.text };
		return { ...(await answerText(errand, hearing.text)), heard: hearing.text };
	}
	const other = hearing.fault.code === "request-refused" ? chooseRoute(get, errand.settings.provider) : null;
	return other?.kind === "two" && other.ears !== ears.ears ? understand(errand, speech, other) : hearing;
}

async function answerText(errand: Errand, text: string): Promise<Outcome> {
	const { trip, settings, around } = errand;
	const { provider } = settings;
	if (provider === "offline") {
		return { kind: "answer", answer: answerOffline({ ...around, text }, trip.ports) };
	}
	const reply = await send(errand, provider, createPrompt({ ...around, question: text }));
	return reply.kind === "fault"
		? reply
		: signed(errand, readReply(reply.text, reply.cut, { lang: around.lang, question: text }));
}

async function answerSpeech(errand: Errand, speech: Speech): Promise<Outcome> {
	const { provider } = errand.settings;
	if (provider === "offline") return { kind: "fault", fault: { code: "no-key" } };
	const reply = await send(errand, provider, createSpokenPrompt(errand.around, speech));
	if (reply.kind === "fault") return reply;
	const { heard, answer } = readSpokenReply(
		reply.text,
		reply.cut,
		{ lang: errand.around.lang },
		speech.unvoiced !== true,
	);
	if (heard === null) return { kind: "fault", fault: { code: "unclear-speech" } };
	return { ...signed(errand, answer), ...(heard === undefined ? {} : { heard }) };
}

async function send({ trip, settings, patient }: Errand, provider: OnlineId, prompt: Prompt): Promise<Exchange> {
	const { baseUrl, model } = settings;
	const key = keyOf((name) => trip.ports.storage.get(name), provider);
	const reply = await exchange(trip, callOf(trip.ports.storage, provider, { baseUrl, model, key }, prompt), patient);
	if (reply.kind === "fault") noteRefused({ trip }, provider, model, reply.fault);
	return reply;
}

/** The settings page then offers another model; nobody waits for the list that this takes. */
function noteRefused({ trip }: Pick<Errand, "trip">, provider: OnlineId, model: string, fault: Fault): void {
	if (fault.code !== "no-such-model") return;
	noteGone(trip.ports, provider, model).catch(() => trip.ports.log("no list of models"));
}

/** With who answered and what it took. */
function signed({ trip, settings }: Errand, answer: Answer): Outcome {
	if (answer.text === "") return { kind: "fault", fault: { code: "empty-answer" } };
	const { requests, promptTokens, completionTokens, costMicros } = costOfTrip(trip);
	const use = { requests, promptTokens, completionTokens, ...(costMicros === undefined ? {} : { costMicros }) };
	return { kind: "answer", answer: { ...answer, by: nameOf(settings), use } };
}

/** As people know it: a provider, or the host of a server of one's own, and its model. */
export function nameOf({ provider, baseUrl, model }: { provider: ProviderId; baseUrl: string; model: string }): string {
	const host = provider === "custom" ? hostName(baseUrl) : "";
	const name = host || (findPreset(provider)?.name ?? provider);
	return model === "" ? name : `${name} ${model}`;
}

function getterOf({ trip }: Errand): (key: string) => unknown {
	return (key) => trip.ports.storage.get(key);
}
