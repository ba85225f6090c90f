/**
 * The adapters for transcription services. Owns their three forms: JSON, a form with the recording as a text, and a form
 * with it as a file. Rule: the file is called `.ogg`, since OpenAI refuses the same bytes as `.opus` (CODE, docs/evidence.md).
 */
import type { Fault } from "../../core/faults.ts";
import { readError, readErrorInside } from "../providers/errors.ts";
import {
	type Endpoint,
	field,
	type HttpRequest,
	type HttpResponse,
	isDone,
	items,
	type Reading,
	type Speech,
	type Tokens,
	textOf,
	tokensIn,
} from "../providers/provider.ts";
import { toForm } from "./multipart.ts";
import { readTranscript } from "./transcript.ts";

/** `file` is known to work with every provider, but only where a phone sends bytes as they are. */
export type SpeechForm = "json" | "url" | "file";

/** Whisper's own rule for silence: it hears no speech and is not sure of its words. */
const NO_SPEECH = 0.6;
const UNSURE = -1;

const NOTHING_SAID = /too short|no (speech|audio) (was )?(found|detected)|silen(t|ce)/i;

export function buildTranscription(form: SpeechForm, endpoint: Endpoint, speech: Speech): HttpRequest {
	const { baseUrl, model, key } = endpoint;
	const { contentType, body } = bodyOf(form, model, speech);
	const headers = { "Content-Type": contentType, ...(key === "" ? {} : { Authorization: `Bearer ${key}` }) };
	return { url: `${baseUrl}/audio/transcriptions`, method: "POST", headers, body };
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
	const { body, status } = response;
	const tokens = tokensOf(body);
	if (!isDone(status)) return { kind: "fault", fault: readRefusal(response, nowMs), tokens };
	const inside = readErrorInside(response, nowMs);
	if (inside !== undefined) return { kind: "fault", fault: inside, tokens };
	const said = field(body, "text");
	if (typeof said !== "string") return { kind: "fault", fault: { code: "bad-answer" }, tokens };
	const text = isSilence(body) ? null : readTranscript(said);
	return text === null
		? { kind: "fault", fault: { code: "unclear-speech" }, tokens }
		: { kind: "answer", text, tokens };
}

/** A recording that was taken in whole, and in which there is nothing to write down. */
function readRefusal(response: HttpResponse, nowMs: number): Fault {
	const fault = readError(response, nowMs);
	const message = textOf(field(field(response.body, "error"), "message"));
	return fault.code === "request-refused" && NOTHING_SAID.test(message) ? { code: "unclear-speech" } : fault;
}

/** Whisper makes up words for silence and says so in its segments, where it is asked for them. */
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
