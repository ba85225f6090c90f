/**
 * A recorder's file as something a provider can listen to. Owns what counts as too short or too silent to be
 * a question; never how a provider wants it. Rule: what cannot be a question is `unclear-speech` here, before
 * it costs anything.
 */

import type { Fault } from "../../core/faults.ts";
import { toBase64 } from "../../core/wire/base64.ts";
import { VOICE_LIMIT_MS } from "../../core/wire/protocol.ts";
import type { Speech } from "../providers/provider.ts";
import { toOgg } from "./ogg.ts";
import { readFrames } from "./opus-frames.ts";
import { OPUS_SAMPLES_PER_SECOND, packetSamples } from "./opus-packet.ts";
import { mayBeSpeech, mayBeVoiced, signsOf } from "./speech-detection.ts";

type Heard = { kind: "speech"; speech: Speech } | { kind: "fault"; fault: Fault };

/** The shortest word takes longer. */
const LEAST_SPEECH_MS = 300;
/**
 * A packet of up to two bytes is silence: the encoder's word for "nothing to send" (RFC 6716 section 2.1.9).
 */
const SILENCE_BYTES = 2;
/** A recorder stops a little late. */
const LATE_STOP_MS = 1_000;

const UNCLEAR: Heard = { kind: "fault", fault: { code: "unclear-speech" } };

/** `serial` numbers the Ogg stream; any will do. What is beyond the longest question is left out. */
export function listenTo(file: Uint8Array, serial: number): Heard {
	const recording = readFrames(file);
	if (!recording.ok) return UNCLEAR;
	switch (recording.value.kind) {
		case "ogg":
			return speechOf(recording.value.bytes, VOICE_LIMIT_MS, true);
		case "frames": {
			const packets = withinLimit(recording.value.packets);
			const loud = packets.filter((packet) => packet.length > SILENCE_BYTES);
			const signs = signsOf(packets);
			if (lengthMs(loud) < LEAST_SPEECH_MS || !mayBeSpeech(signs)) return UNCLEAR;
			return speechOf(toOgg(packets, serial), lengthMs(packets), mayBeVoiced(signs));
		}
	}
}

function speechOf(ogg: Uint8Array, durationMs: number, voiced: boolean): Heard {
	const speech: Speech = { ogg, base64: toBase64(ogg), seconds: Math.ceil(durationMs / 1000) };
	return { kind: "speech", speech: voiced ? speech : { ...speech, unvoiced: true } };
}

function withinLimit(packets: readonly Uint8Array[]): Uint8Array[] {
	let samples = 0;
	return packets.filter((packet) => {
		samples += packetSamples(packet);
		return toMs(samples) <= VOICE_LIMIT_MS + LATE_STOP_MS;
	});
}

function lengthMs(packets: readonly Uint8Array[]): number {
	return toMs(packets.reduce((sum, packet) => sum + packetSamples(packet), 0));
}

function toMs(samples: number): number {
	return (samples * 1000) / OPUS_SAMPLES_PER_SECOND;
}
