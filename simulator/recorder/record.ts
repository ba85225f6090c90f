/**
 * The watch's microphone and recorder: a WAV file in, out the file that the recorder would have left in the app's folder
 * (16 kHz mono Opus, DOC guides/faq/opus-to-mp3). Owns encoding and framing. Rule: the same sound and options give the
 * same bytes, since each recording has an encoder of its own.
 */
import { Application, createEncoder, Signal } from "libopus-wasm";
import { resample } from "./resample.ts";
import type { Decoded } from "./wav.ts";
import { readWav } from "./wav.ts";

/**
 * `frameMs` is one packet's length; `bitrate` in bits a second, what the encoder aims at. The sound is followed by `tailMs`
 * of silence.
 */
export type RecordOptions = { frameMs?: 10 | 20 | 40 | 60; bitrate?: number; tailMs?: number };

export const MICROPHONE_RATE = 16_000;
/** INF: no watch's own figures are known. */
export const DEFAULT_FRAME_MS = 20;
const DEFAULT_BITRATE = 18_000;
const FRAME_HEADER_BYTES = 8;

/** Fails with the reason for what is no PCM WAV file. A WAV file without a sample is a recording without a packet. */
export async function recordWav(wav: Uint8Array, options: RecordOptions = {}): Promise<Decoded<Uint8Array>> {
	const sound = readWav(wav);
	if (!sound.ok) return sound;
	const heard = resample(sound.value.samples, sound.value.samplesPerSecond, MICROPHONE_RATE);
	return { ok: true, value: frameAll(await encode(withSilence(heard, options.tailMs ?? 0), options)) };
}

function withSilence(samples: Float32Array, tailMs: number): Float32Array {
	if (tailMs === 0) return samples;
	const longer = new Float32Array(samples.length + (MICROPHONE_RATE / 1000) * tailMs);
	longer.set(samples);
	return longer;
}

async function encode(samples: Float32Array, options: RecordOptions): Promise<Uint8Array[]> {
	const { frameMs = DEFAULT_FRAME_MS, bitrate = DEFAULT_BITRATE } = options;
	const frameSize = (MICROPHONE_RATE / 1000) * frameMs;
	const encoder = await createEncoder({
		sampleRate: MICROPHONE_RATE,
		channels: 1,
		application: Application.Voip,
		signal: Signal.Voice,
		frameSize,
		bitrate,
	});
	try {
		const packets: Uint8Array[] = [];
		for (let at = 0; at < samples.length; at += frameSize) {
			packets.push(encoder.encode(pcmFrame(samples.subarray(at, at + frameSize), frameSize)));
		}
		return packets;
	} finally {
		encoder.free();
	}
}

/** The last frame is filled with silence, as `opus_demo` does. */
function pcmFrame(samples: Float32Array, frameSize: number): Int16Array {
	const pcm = new Int16Array(frameSize);
	samples.forEach((sample, at) => {
		pcm[at] = Math.max(-32768, Math.min(32767, Math.round(sample * 32768)));
	});
	return pcm;
}

/** The library does not tell the encoder's final range; 0 is what `opus_demo` takes for "not checked". */
function frameAll(packets: readonly Uint8Array[]): Uint8Array {
	const file = new Uint8Array(packets.reduce((sum, packet) => sum + FRAME_HEADER_BYTES + packet.length, 0));
	const view = new DataView(file.buffer);
	let at = 0;
	for (const packet of packets) {
		view.setUint32(at, packet.length);
		file.set(packet, at + FRAME_HEADER_BYTES);
		at += FRAME_HEADER_BYTES + packet.length;
	}
	return file;
}

/** The first `count` packets of a recorder's file, still framed. Beyond its end the last one goes on. */
export function firstFrames(file: Uint8Array, count: number): Uint8Array {
	const view = new DataView(file.buffer, file.byteOffset, file.length);
	const frames: Uint8Array[] = [];
	for (let at = 0; frames.length < count && at + FRAME_HEADER_BYTES <= file.length; ) {
		const end = at + FRAME_HEADER_BYTES + view.getUint32(at);
		frames.push(file.subarray(at, end));
		at = end;
	}
	const last = frames.at(-1) ?? new Uint8Array();
	while (frames.length < count) frames.push(last);
	return Uint8Array.from(Buffer.concat(frames));
}
