/**
 * A recording as text, by the service that listens. Owns which form a service gets it in, and what is learnt of this phone
 * by that. Rule: another form is tried only after a reply that refused the first.
 */

import type { Fault } from "../../core/faults.ts";
import { SETTING } from "../../core/settings/settings.ts";
import { type EarsId, type Route, readVoice } from "../../core/settings/voice-settings.ts";
import { callOf, soundTokens } from "../chat-call.ts";
import { type Call, exchange, type Trip } from "../exchange.ts";
import { put } from "../keeping.ts";
import type { Storage } from "../ports.ts";
import { createTranscriptPrompt } from "../prompt.ts";
import type { Endpoint, Speech } from "../providers/provider.ts";
import { readTranscript } from "./transcript.ts";
import { buildTranscription, readTranscription, type SpeechForm } from "./transcription.ts";

export type Hearing = { kind: "heard"; text: string } | { kind: "fault"; fault: Fault };

export type Ears = Extract<Route, { kind: "two" }>;

/** `key` is the listening service's own. */
export async function hear(trip: Trip, ears: Ears, key: string, speech: Speech, patient: boolean): Promise<Hearing> {
	const endpoint: Endpoint = { baseUrl: ears.baseUrl, model: ears.model, key };
	const { storage } = trip.ports;
	let hearing: Hearing = { kind: "fault", fault: { code: "request-refused" } };
	const forms = formsFor(ears.ears, storage);
	for (const form of forms) {
		const outcome = await exchange(trip, callFor(storage, form, ears.ears, endpoint, speech), patient);
		hearing = outcome.kind === "fault" ? outcome : read(outcome.text, speech.unvoiced !== true);
		const isRefused = hearing.kind === "fault" && hearing.fault.code === "request-refused";
		if (form === "file") learn(storage, hearing, forms.length === 1);
		if (!isRefused) return hearing;
	}
	return hearing;
}

/** `chat`: a model that is told to write down what it hears. */
function formsFor(ears: EarsId, storage: Storage): readonly (SpeechForm | "chat")[] {
	const { binary } = readVoice((key) => storage.get(key));
	switch (ears) {
		case "gemini":
		case "mistral":
			return ["chat"];
		case "openrouter":
			return ["json"];
		case "groq":
			return binary === "yes" ? ["file"] : binary === "no" ? ["url"] : ["url", "file"];
		case "openai":
		case "openai-responses":
		case "custom":
			return ["file"];
	}
}

function callFor(storage: Storage, form: SpeechForm | "chat", ears: EarsId, endpoint: Endpoint, speech: Speech): Call {
	const prompt = createTranscriptPrompt(speech);
	if (form === "chat") return callOf(storage, ears, endpoint, prompt);
	return {
		provider: ears,
		model: endpoint.model,
		// These services take no token cap, so that all of it has to be affordable.
		room: prompt.maxTokens,
		maxTokens: 0,
		promptTokens: soundTokens(speech.seconds),
		seconds: speech.seconds,
		build: () => buildTranscription(form, endpoint, speech),
		read: readTranscription,
	};
}

function read(raw: string, voiced: boolean): Hearing {
	const text = readTranscript(raw, voiced);
	return text === null ? { kind: "fault", fault: { code: "unclear-speech" } } : { kind: "heard", text };
}

/**
 * A file that was understood, or not understood for its sound, went out as it is. One that was refused did not, as far as
 * is known: where it did once, or another form was refused too, something else is wrong with this request.
 */
function learn(storage: Storage, hearing: Hearing, isOnlyForm: boolean): void {
	const { binary } = readVoice((key) => storage.get(key));
	if (hearing.kind === "heard" || hearing.fault.code === "unclear-speech") put(storage, SETTING.binary, "yes");
	else if (isOnlyForm && hearing.fault.code === "request-refused" && binary === "unknown")
		put(storage, SETTING.binary, "no");
}
