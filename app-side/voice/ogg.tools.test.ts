import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complaints, encodeOgg, peakCorrelation, play, speak } from "../../simulator/testing.ts";
import { audioPackets, frameFile } from "./__fixtures__/streams.ts";
import { toOgg } from "./ogg.ts";
import { readFrames } from "./opus-frames.ts";
import { type OpusMode, packetSamples, readToc } from "./opus-packet.ts";

const RATE = 16_000;
const OPUSENC_RATE = 48_000;
const SHIFT_LIMIT = RATE * 0.02;
const LIKENESS = 0.9;
const TOOL_LIMIT_MS = 60_000;

const SILK = ["--speech", "--bitrate", "12"];
const HYBRID = ["--speech", "--bitrate", "32"];
const CELT = ["--music", "--bitrate", "64"];
const CONSTANT = ["--hard-cbr"];
/** Discontinuous transmission, by its number in the reference library. */
const DTX = ["--set-ctl-int", "4016=1"];

/** Sound at opusenc's rate, 1.2 s of silence in it, and the same as the watch's microphone hears it. */
const SAID_48 = withPause(speak(0.7, OPUSENC_RATE), 1.2 * OPUSENC_RATE);
const SAID = SAID_48.filter((_, at) => at % (OPUSENC_RATE / RATE) === 0);

const STREAMS = [
	...[10, 20, 40, 60].flatMap((ms) => [
		{ mode: "SILK" as const, ms, rate: "variable" as const, args: SILK },
		{ mode: "hybrid" as const, ms, rate: "variable" as const, args: HYBRID },
		{ mode: "CELT" as const, ms, rate: "variable" as const, args: CELT },
	]),
	{ mode: "SILK" as const, ms: 20, rate: "constant" as const, args: [...SILK, ...CONSTANT] },
	{ mode: "hybrid" as const, ms: 20, rate: "constant" as const, args: [...HYBRID, ...CONSTANT] },
	{ mode: "CELT" as const, ms: 60, rate: "constant" as const, args: [...CELT, ...CONSTANT] },
	{ mode: "SILK" as const, ms: 20, rate: "discontinuous" as const, args: [...SILK, ...DTX] },
	{ mode: "hybrid" as const, ms: 10, rate: "discontinuous" as const, args: [...HYBRID, ...DTX] },
	{ mode: "CELT" as const, ms: 20, rate: "discontinuous" as const, args: [...CELT, ...DTX] },
];

describe("what opusinfo, opusdec and ffmpeg make of our Ogg", () => {
	it.each(STREAMS)(
		"they play $mode in packets of $ms ms at a $rate rate as it was said",
		({ mode, ms, rate, args }) => {
			const packets = packetsLikeAWatch([...args, "--framesize", String(ms)]);
			expect(isOf(packets, mode, ms, rate)).toBe(true);
			const ogg = convert(frameFile(packets));
			expect(complaints(ogg)).toEqual([]);
			const { peak } = peakCorrelation(SAID, play(ogg), SHIFT_LIMIT);
			expect(peak).toBeGreaterThan(LIKENESS);
		},
		TOOL_LIMIT_MS,
	);

	it(
		"they take a recording that was cut at any byte of its last packet",
		() => {
			const file = frameFile(
				audioPackets(encodeOgg(SAID_48, OPUSENC_RATE, [...SILK, "--framesize", "60"])).slice(0, 9),
			);
			const packets = readPackets(file);
			const whole = file.length - 8 - (packets[packets.length - 1]?.length ?? 0);
			const shorter = convert(file.subarray(0, whole));
			expect(complaints(shorter)).toEqual([]);
			for (let size = whole + 1; size < file.length; size++) {
				expect(Buffer.compare(convert(file.subarray(0, size)), shorter), `cut at ${size}`).toBe(0);
			}
			expect(complaints(convert(file))).toEqual([]);
		},
		TOOL_LIMIT_MS,
	);

	it(
		"they take whatever is made of damaged recordings and of random packets",
		() => {
			const file = frameFile(packetsLikeAWatch(SILK).slice(0, 12));
			const damaged = fc
				.array(fc.tuple(fc.integer({ min: 0, max: file.length - 1 }), fc.integer({ min: 0, max: 255 })), {
					maxLength: 20,
				})
				.map((changes) => {
					const bytes = Uint8Array.from(file);
					for (const [at, byte] of changes) bytes[at] = byte;
					return bytes;
				});
			const random = fc
				.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 })
				.map((packets) => frameFile(packets));
			let taken = 0;
			fc.assert(
				fc.property(fc.oneof(damaged, random), (bytes) => {
					const recording = readFrames(bytes);
					if (!recording.ok || recording.value.kind === "ogg") return;
					taken += 1;
					expect(complaints(toOgg(recording.value.packets, 3))).toEqual([]);
				}),
				{ numRuns: 40, seed: 11, endOnFailure: true },
			);
			expect(taken).toBeGreaterThan(15);
		},
		TOOL_LIMIT_MS,
	);
});

function withPause(sound: Int16Array, samples: number): Int16Array {
	const result = new Int16Array(2 * sound.length + samples);
	result.set(sound);
	result.set(sound, sound.length + samples);
	return result;
}

/** Without the last, which opusenc makes shorter than the others and a recorder cannot. */
function packetsLikeAWatch(args: readonly string[]): Uint8Array[] {
	return audioPackets(encodeOgg(SAID_48, OPUSENC_RATE, args)).slice(0, -1);
}

function readPackets(file: Uint8Array): Uint8Array[] {
	const recording = readFrames(file);
	if (!recording.ok || recording.value.kind !== "frames") throw new Error("the recording is not readable");
	return recording.value.packets;
}

function convert(file: Uint8Array): Uint8Array {
	return toOgg(readPackets(file), 3);
}

/** Whether opusenc made what its switches ask for: without it a case would not test what its name says. */
function isOf(
	packets: readonly Uint8Array[],
	mode: OpusMode,
	ms: number,
	rate: (typeof STREAMS)[number]["rate"],
): boolean {
	const inMode = packets.filter((packet) => readToc(packet)?.mode === mode).length;
	const silent = packets.filter((packet) => packet.length <= 2).length;
	const sizes = new Set(packets.map((packet) => packet.length));
	if (inMode < packets.length / 2 || packets.some((packet) => packetSamples(packet) !== ms * 48)) return false;
	switch (rate) {
		case "constant":
			return sizes.size === 1;
		case "discontinuous":
			return silent > 5;
		case "variable":
			return sizes.size > 5 && silent === 0;
	}
}
