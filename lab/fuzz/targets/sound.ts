/** Recordings: the recorder's file, Opus packets, the Ogg file that is made of them, and the upload. */
import { toOgg } from "../../../app-side/voice/ogg.ts";
import { readFrames } from "../../../app-side/voice/opus-frames.ts";
import { packetSamples, readToc } from "../../../app-side/voice/opus-packet.ts";
import { createUploads } from "../../../app-side/voice/uploads.ts";
import type { Target } from "../target.ts";

/** A recorder's file of some packets of 20 ms, each behind its length and four bytes more. */
function recording(packets: readonly Uint8Array[]): Uint8Array {
	return Uint8Array.from(
		packets.flatMap((packet) => [0, 0, packet.length >> 8, packet.length & 255, 0, 0, 0, 0, ...packet]),
	);
}

const PACKET = Uint8Array.from({ length: 40 }, (_, at) => (at === 0 ? 0x48 : (at * 7) % 256));
const PAIR = Uint8Array.of(0x49, 1, 2, 3, 4);
const MANY = Uint8Array.of(0x4b, 0x83, 1, 1, 9, 9, 9);
const FILE = recording([PACKET, PAIR, MANY, PACKET]);

function checkRecording(bytes: Uint8Array): string | null {
	const file = readFrames(bytes);
	if (!file.ok || file.value.kind === "ogg") return null;
	const { packets, samples, trailingBytes, skipped } = file.value;
	const taken = packets.reduce((sum, packet) => sum + packet.length + 8, 0);
	if (trailingBytes < 0 || trailingBytes >= bytes.length) return "a packet that goes past the file";
	if (skipped === 0 && taken + trailingBytes !== bytes.length) return "bytes that are in no packet";
	if (packets.some((packet) => packet.length > 7664)) return "a packet too long";
	return samples === packets.reduce((sum, packet) => sum + packetSamples(packet), 0) ? null : "another length";
}

function checkPacket(packet: Uint8Array): string | null {
	const toc = readToc(packet);
	if (toc === null) return null;
	const samples = toc.frames * toc.frameSamples;
	return samples > 0 && samples <= 5760 && toc.frames <= 48 ? null : "a packet of more than 120 ms";
}

/** Each packet of the file that is well-formed is in the stream, whole and in order, and no other. */
function checkOgg(bytes: Uint8Array): string | null {
	const packets = cut(bytes);
	const wanted = packets.filter((packet) => packetSamples(packet) > 0);
	const [, , ...found] = packetsOf(toOgg(packets, 7)) ?? [];
	if (found.length !== wanted.length) return `${found.length} packets of ${wanted.length}`;
	return found.every((packet, at) => String(packet) === String(wanted[at])) ? null : "another packet";
}

/** The first byte of each piece is how long it is. */
function cut(bytes: Uint8Array): Uint8Array[] {
	const packets: Uint8Array[] = [];
	for (let at = 0; at < bytes.length; at += 1 + (bytes[at] ?? 0)) {
		packets.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
	}
	return packets;
}

/** By RFC 3533, of pages whose packets end in them; null where it is no stream. */
function packetsOf(ogg: Uint8Array): Uint8Array[] | null {
	const packets: Uint8Array[] = [];
	for (let at = 0; at < ogg.length; ) {
		const segments = ogg[at + 26];
		if (segments === undefined || String.fromCharCode(...ogg.subarray(at, at + 4)) !== "OggS") return null;
		let start = at + 27 + segments;
		let size = 0;
		for (const lace of ogg.subarray(at + 27, at + 27 + segments)) {
			size += lace;
			if (lace === 255) continue;
			packets.push(ogg.subarray(start, start + size));
			start += size;
			size = 0;
		}
		at = start;
	}
	return packets;
}

const UPLOAD = Uint8Array.from({ length: 97 }, (_, at) => at + 1);
const PIECE_BYTES = 16;

/** Each byte is where a piece begins: whatever comes, in whatever order, a file that is whole is the one that was sent. */
function checkUpload(order: Uint8Array): string | null {
	const uploads = createUploads();
	let got = 0;
	for (const byte of order) {
		const at = byte % UPLOAD.length;
		const bytes = UPLOAD.slice(at, at + PIECE_BYTES);
		const now = uploads.take({ method: "voice", id: "a", at, total: UPLOAD.length, bytes });
		if (now < got || now > UPLOAD.length) return "an upload that shrinks";
		got = now;
	}
	const whole = uploads.whole("a");
	if ((whole !== undefined) !== (got === UPLOAD.length)) return "whole before it is, or not when it is";
	return whole === undefined || String(whole) === String(UPLOAD) ? null : "another file than was sent";
}

const IN_ORDER = Uint8Array.from({ length: 7 }, (_, at) => at * PIECE_BYTES);

export const SOUND_TARGETS: readonly Target[] = [
	{ name: "recording", takes: "bytes", samples: [FILE], check: checkRecording },
	{ name: "Opus packet", takes: "bytes", samples: [PACKET, PAIR, MANY], check: checkPacket },
	{
		name: "Ogg file",
		takes: "bytes",
		samples: [Uint8Array.from([PACKET, PAIR, MANY].flatMap((packet) => [packet.length, ...packet]))],
		check: checkOgg,
	},
	{ name: "upload", takes: "bytes", samples: [IN_ORDER], check: checkUpload },
];
