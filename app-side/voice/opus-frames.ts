/**
 * The file that a watch's recorder writes: packet after packet, each behind its length and the encoder's
 * final range, as the reference program `opus_demo` does (DOC guides/faq/opus-to-mp3; no file of a real watch
 * was seen, INF for the rest). Owns that framing; never the sound, never a container. Rule: bytes in, packets
 * or a reason out; nothing throws.
 */
import type { Decoded } from "../../core/wire/protocol.ts";
import { MAX_PACKET_BYTES, PRE_SKIP_SAMPLES, packetSamples } from "./opus-packet.ts";

/**
 * `frames`: the packets, as views into the file, and how long they sound in samples at 48 kHz. `skipped`
 * counts packets that were left out because they are empty (the encoder's word for a lost one) or malformed.
 * `trailingBytes` are those of a last packet that was cut. `ogg`: the file already is an Ogg stream; it is
 * passed on as it came.
 */
export type Recording =
	| { kind: "frames"; packets: Uint8Array[]; samples: number; skipped: number; trailingBytes: number }
	| { kind: "ogg"; bytes: Uint8Array };

/**
 * A length and the final range, each a big-endian u32. Only a decoder that checks itself needs the second.
 */
const FRAME_HEADER_BYTES = 8;
const OGG_CAPTURE = [0x4f, 0x67, 0x67, 0x53];

/** Fails with the reason if a length is absurd, which means another format, or if no packet is whole. */
export function readFrames(bytes: Uint8Array): Decoded<Recording> {
	if (OGG_CAPTURE.every((byte, at) => bytes[at] === byte)) return { ok: true, value: { kind: "ogg", bytes } };
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const packets: Uint8Array[] = [];
	let total = 0;
	let skipped = 0;
	let at = 0;
	while (at + FRAME_HEADER_BYTES <= bytes.length) {
		const size = view.getUint32(at);
		if (size > MAX_PACKET_BYTES) return { ok: false, why: absurdLength(packets.length + skipped, at, size) };
		const start = at + FRAME_HEADER_BYTES;
		if (start + size > bytes.length) break;
		const packet = bytes.subarray(start, start + size);
		const samples = packetSamples(packet);
		if (samples === 0) skipped += 1;
		else packets.push(packet);
		total += samples;
		at = start + size;
	}
	if (packets.length === 0) return { ok: false, why: noPacket(bytes.length, skipped) };
	if (total <= PRE_SKIP_SAMPLES) return { ok: false, why: "the recording is shorter than 6.5 ms" };
	return { ok: true, value: { kind: "frames", packets, samples: total, skipped, trailingBytes: bytes.length - at } };
}

function absurdLength(index: number, at: number, size: number): string {
	return `packet ${index + 1}, at byte ${at}, says it has ${size} bytes; the most is ${MAX_PACKET_BYTES}`;
}

function noPacket(size: number, skipped: number): string {
	if (size === 0) return "the recording is empty";
	if (skipped > 0) return `none of its ${skipped} packets is Opus`;
	return `its ${size} bytes hold no whole packet`;
}
