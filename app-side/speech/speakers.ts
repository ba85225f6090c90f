/**
 * How each service is asked for a sound, and how its reply is read: two pure functions. Owns their wire formats. Rule: an MP3 is asked
 * for, as text where there is a way, since not every phone gives out the bytes of a reply; a reading's text is the sound in base64.
 */
import { isFields } from "../../core/json.ts";
import type { Speaker } from "../../core/settings/speakers.ts";
import { toBase64 } from "../../core/wire/base64.ts";
import { keyHeaders, urlFor } from "../providers/address.ts";
import { readRefusal } from "../providers/errors.ts";
import {
	field,
	type HttpRequest,
	type HttpResponse,
	items,
	type Reading,
	type Tokens,
	textOf,
	tokensIn,
} from "../providers/provider.ts";
import type { Form } from "../providers/signals.ts";

/** What a watch plays and its link carries: speech is clear at it. */
const BITS_A_SECOND = 24_000;
const SAMPLES_A_SECOND = 24_000;

export type Line = { speaker: Speaker; key: string; text: string };

export function buildSpeech({ speaker, key, text }: Line): HttpRequest {
	const { provider, baseUrl, model, voice } = speaker;
	const json = { "Content-Type": "application/json" };
	if (provider === "gemini") {
		const body = {
			model,
			input: [{ type: "user_input", content: [{ type: "text", text }] }],
			response_format: {
				type: "audio",
				mime_type: "audio/mp3",
				bit_rate: BITS_A_SECOND,
				sample_rate: SAMPLES_A_SECOND,
				delivery: "inline",
			},
			generation_config: { speech_config: [{ voice }] },
			store: false,
		};
		const headers = { ...json, "x-goog-api-key": key };
		return { url: urlFor(baseUrl, "/interactions"), method: "POST", headers, body: JSON.stringify(body) };
	}
	const body = {
		model,
		input: text,
		voice,
		response_format: "mp3",
		// OpenRouter has bytes alone; a server that does not know the field lets it be.
		...(provider === "openrouter" ? {} : { stream_format: "sse" }),
	};
	const headers = { ...json, ...keyHeaders(baseUrl, key) };
	return {
		url: urlFor(baseUrl, "/audio/speech"),
		method: "POST",
		headers,
		body: JSON.stringify(body),
		wantsBytes: true,
	};
}

export function readSpeech(response: HttpResponse, { provider }: Speaker, nowMs: number): Reading {
	const { body } = response;
	const tokens = tokensOf(body);
	const form: Form = provider === "gemini" ? "gemini" : provider === "custom" ? "any" : "openai";
	const refusal = body instanceof Uint8Array ? undefined : readRefusal(response, nowMs, form, tokens);
	if (refusal !== undefined) return refusal;
	const text = body instanceof Uint8Array ? toBase64(body) : soundIn(body);
	return text === "" ? { kind: "fault", fault: { code: "bad-answer" }, tokens } : { kind: "answer", text, tokens };
}

/** Gemini's steps, OpenAI's events, and the envelope of others. In pieces that each end where bytes do: three by three, padded. */
function soundIn(body: unknown): string {
	const steps = items(field(body, "steps")).flatMap((step) => items(field(step, "content")));
	const whole = steps.filter((part) => field(part, "type") === "audio").map((part) => textOf(field(part, "data")));
	const events = eventsIn(body).map((event) => textOf(field(event, "audio")));
	const envelope = items(field(body, "data")).map((one) => textOf(field(one, "b64_json")));
	return [...whole, ...events, ...envelope].filter((piece) => piece !== "").join(" ");
}

/** A stream of events of no form that stream.ts knows is a list. */
function eventsIn(body: unknown): readonly unknown[] {
	if (Array.isArray(body)) return body;
	return isFields(body) && textOf(body.type).startsWith("speech.audio.") ? [body] : [];
}

function tokensOf(body: unknown): Tokens {
	const events = eventsIn(body);
	const usage = field(events.length > 0 ? events[events.length - 1] : body, "usage");
	return tokensIn({
		prompt: [field(usage, "input_tokens") ?? field(usage, "total_input_tokens")],
		completion: [field(usage, "output_tokens") ?? field(usage, "total_output_tokens")],
		total: field(usage, "total_tokens"),
	});
}
