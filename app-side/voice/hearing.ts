/**
 * A recording as text, by the service that listens. Owns which form a service gets it in, and what is learnt
 * of this phone by that. Rule: another form is tried only after a reply that refused the first.
 */

import type { Fault } from "../../core/faults.ts";
import { SETTING } from "../../core/settings/settings.ts";
import type { Binary, Route, TranscriberId } from "../../core/settings/voice.ts";
import { callOf, soundTokens } from "../chat-call.ts";
import { type Call, exchange, type Requests } from "../exchange.ts";
import { put } from "../keeping.ts";
import type { Storage } from "../ports.ts";
import { createTranscriptPrompt } from "../prompt.ts";
import type { Endpoint, Speech } from "../providers/provider.ts";
import { readTranscript } from "./transcript.ts";
import { buildTranscription, readTranscription, type SpeechForm } from "./transcription.ts";

type Read = { kind: "heard"; text: string } | { kind: "fault"; fault: Fault };

/** `binary`: whether this phone sends bytes as they are, as far as it is known now. */
type Hearing = Read & { binary: Binary };

export type TranscriberRoute = Extract<Route, { kind: "transcriber" }>;

/** `key` is the transcriber's own. `patient`: it is asked again when it is busy. */
type Listening = { requests: Requests; route: TranscriberRoute; key: string; patient: boolean };

/** `binary` is what is known before. */
export async function hear(listening: Listening, speech: Speech, binary: Binary): Promise<Hearing> {
	const { requests, route, key, patient } = listening;
	const { transcriber, baseUrl, model } = route;
	const { storage } = requests.ports;
	const endpoint: Endpoint = { baseUrl, model, key };
	let hearing: Read = { kind: "fault", fault: { code: "request-refused" } };
	let learnt = binary;
	const forms = formsFor(transcriber, binary);
	for (const form of forms) {
		const outcome = await exchange(requests, callFor(storage, form, transcriber, endpoint, speech), patient);
		hearing = outcome.kind === "fault" ? outcome : read(outcome.text, speech.unvoiced !== true);
		const isRefused = hearing.kind === "fault" && hearing.fault.code === "request-refused";
		if (form === "file") learnt = learn(hearing, binary, forms.length === 1);
		if (!isRefused) break;
	}
	if (learnt !== binary) put(storage, SETTING.binary, learnt);
	return { ...hearing, binary: learnt };
}

/** `chat`: a model that is told to write down what it hears. */
function formsFor(transcriber: TranscriberId, binary: Binary): readonly (SpeechForm | "chat")[] {
	switch (transcriber) {
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

function callFor(
	storage: Storage,
	form: SpeechForm | "chat",
	transcriber: TranscriberId,
	endpoint: Endpoint,
	speech: Speech,
): Call {
	const prompt = createTranscriptPrompt(speech);
	if (form === "chat") return callOf(storage, transcriber, endpoint, prompt);
	return {
		provider: transcriber,
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

function read(raw: string, voiced: boolean): Read {
	const text = readTranscript(raw, voiced);
	return text === null ? { kind: "fault", fault: { code: "unclear-speech" } } : { kind: "heard", text };
}

/**
 * If the service listened to a file, the file went out as it is, whether or not it had words in it. If the
 * service refused it, this phone may have spoilt it. Something else is wrong if a file once arrived, or if
 * another form was refused too.
 */
function learn(hearing: Read, binary: Binary, isOnlyForm: boolean): Binary {
	if (hearing.kind === "heard" || hearing.fault.code === "unclear-speech") return "yes";
	const isSpoilt = isOnlyForm && hearing.fault.code === "request-refused" && binary === "unknown";
	return isSpoilt ? "no" : binary;
}
