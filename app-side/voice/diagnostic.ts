/**
 * What a person can read out in a bug report about a recording that was not understood. Owns the wording, in
 * plain technical English on purpose: it is for the report, not for the watch. Rule: no sound is in it; the
 * sixteen bytes shown are the framing and at most a few milliseconds.
 */
import { type Recording, readFrames } from "./opus-frames.ts";
import { OPUS_SAMPLES_PER_SECOND, readToc, type Toc } from "./opus-packet.ts";
import { signsOf } from "./speech-detection.ts";

const SHOWN_BYTES = 16;
const SAMPLES_PER_MS = OPUS_SAMPLES_PER_SECOND / 1000;

/** A few short lines: size, first bytes, then packets by kind, or why there are none. Any bytes will do. */
export function diagnose(bytes: Uint8Array): string {
	const decoded = readFrames(bytes);
	const lines = [`Recording: ${bytes.length} bytes`, `Begins: ${hex(bytes.subarray(0, SHOWN_BYTES)) || "-"}`];
	return lines.concat(decoded.ok ? describe(decoded.value) : [`Not readable: ${decoded.why}`]).join("\n");
}

function describe(recording: Recording): string[] {
	switch (recording.kind) {
		case "ogg":
			return ["Format: Ogg already"];
		case "frames": {
			const { packets, samples, skipped, trailingBytes } = recording;
			const { activeMs } = signsOf(packets);
			const lines = [
				`Packets: ${packets.length}, of ${sizeRange(packets)} bytes`,
				`Length: ${(samples / OPUS_SAMPLES_PER_SECOND).toFixed(2)} s, may be speech: ${(activeMs / 1000).toFixed(2)} s`,
				`Skipped: ${skipped}, left over: ${trailingBytes} bytes`,
			];
			return lines.concat(`Kinds: ${describeKinds(packets)}`);
		}
	}
}

function sizeRange(packets: readonly Uint8Array[]): string {
	let least = Infinity;
	let most = 0;
	for (const { length } of packets) {
		least = Math.min(least, length);
		most = Math.max(most, length);
	}
	return `${least} to ${most}`;
}

/** The commonest kind first. */
function describeKinds(packets: readonly Uint8Array[]): string {
	const counts = new Map<string, number>();
	for (const packet of packets) {
		const toc = readToc(packet);
		if (toc !== null) counts.set(nameKind(toc), (counts.get(nameKind(toc)) ?? 0) + 1);
	}
	const commonest = Array.from(counts).sort((a, b) => b[1] - a[1]);
	return commonest.map(([kind, count]) => `${count} x ${kind}`).join("; ");
}

/** As in `SILK WB mono 1 x 20 ms`. */
function nameKind(toc: Toc): string {
	const channels = toc.stereo ? "stereo" : "mono";
	return `${toc.mode} ${toc.bandwidth} ${channels} ${toc.frames} x ${toc.frameSamples / SAMPLES_PER_MS} ms`;
}

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
