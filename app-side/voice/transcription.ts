/**
 * The adapters for transcription services. Owns their three forms: JSON, a form with the recording as a text,
 * and a form with it as a file. Rule: the file is called `.ogg`, since OpenAI refuses the same bytes as
 * `.opus` (CODE, docs/evidence.md).
 */
import type { Fault } from "../../core/faults.ts";
import { keyHeaders, urlFor } from "../providers/address.ts";
import { readRefusal } from "../providers/errors.ts";
import {
	type Endpoint,
	field,
	type HttpRequest,
	type HttpResponse,
	items,
	type Reading,
	type Speech,
	type Tokens,
	textOf,
	tokensIn,
} from "../providers/provider.ts";
import { toForm } from "./multipart.ts";
import { readTranscript } from "./transcript.ts";

/** `file` is known to work with every provider, but only if a phone sends bytes as they are. */
export type SpeechForm = "json" | "url" | "file";

/** Whisper's own rule for silence: it hears no speech and is not sure of its words. */
const NO_SPEECH = 0.6;
const UNSURE = -1;

const UNCLEAR: Fault = { code: "unclear-speech" };

const NOTHING_SAID = /too short|no (speech|audio) (was )?(found|detected)|silen(t|ce)/i;

export function buildTranscription(form: SpeechForm, endpoint: Endpoint, speech: Speech): HttpRequest {
	const { baseUrl, model, key } = endpoint;
	const { contentType, body } = bodyOf(form, model, speech);
	const headers = { "Content-Type": contentType, ...keyHeaders(baseUrl, key) };
	return { url: urlFor(baseUrl, "/audio/transcriptions"), method: "POST", headers, body };
}

function bodyOf(form: SpeechForm, model: string, { ogg, base64 }: Speech) {
	switch (form) {
		case "json":
			return {
				contentType: "application/json",
				body: JSON.stringify({ model, input_audio: { data: base64, format: "ogg" } }),
			};
		// Groq: "supports Base64URL" (TYPES groq-sdk), taken for a data URL; nobody is known to have tried it.
		case "url":
			return toForm([
				{ name: "model", value: model },
				{ name: "response_format", value: "verbose_json" },
				{ name: "url", value: `data:audio/ogg;base64,${base64}` },
			]);
		case "file":
			return toForm([
				{ name: "model", value: model },
				{ name: "response_format", value: "json" },
				{ name: "file", fileName: "voice.ogg", type: "audio/ogg", bytes: ogg },
			]);
	}
}

export function readTranscription(response: HttpResponse, nowMs: number): Reading {
	const { body } = response;
	const tokens = tokensOf(body);
	const refusal = readRefusal(response, nowMs, "any", tokens);
	if (refusal !== undefined) return isNothingSaid(response, refusal.fault) ? { ...refusal, fault: UNCLEAR } : refusal;
	const said = field(body, "text");
	if (typeof said !== "string") return { kind: "fault", fault: { code: "bad-answer" }, tokens };
	const text = isSilence(body) ? null : readTranscript(said);
	// It was listened to, and is charged, though nothing was heard.
	return text === null ? { kind: "fault", fault: UNCLEAR, tokens } : { kind: "answer", text, tokens };
}

/** A recording that was taken in whole, and in which there is nothing to write down. */
function isNothingSaid({ body }: HttpResponse, fault: Fault): boolean {
	return (
		fault.code === "request-refused" && NOTHING_SAID.test(textOf(field(field(body, "error"), "message")).slice(0, 400))
	);
}

/** Whisper makes up words for silence and says so in its segments if it is asked for them. */
function isSilence(body: unknown): boolean {
	const segments = items(field(body, "segments"));
	return (
		segments.length > 0 && segments.every((segment) => above(segment, "no_speech_prob", NO_SPEECH) && unsure(segment))
	);
}

function above(segment: unknown, name: string, limit: number): boolean {
	const value = field(segment, name);
	return typeof value === "number" && value > limit;
}

function unsure(segment: unknown): boolean {
	const value = field(segment, "avg_logprob");
	return typeof value === "number" && value < UNSURE;
}

/** Some count tokens, others seconds. */
function tokensOf(body: unknown): Tokens {
	const usage = field(body, "usage");
	return tokensIn({
		prompt: [field(usage, "input_tokens")],
		completion: [field(usage, "output_tokens")],
		total: field(usage, "total_tokens"),
	});
}
