import fc from "fast-check";
import { getPacketInfo, isOpusError } from "libopus-wasm";
import { describe, expect, it } from "vitest";
import { MAX_PACKET_BYTES, packetSamples, readToc } from "./opus-packet.ts";

const BANDWIDTHS: Record<number, string> = { 1101: "NB", 1102: "MB", 1103: "WB", 1104: "SWB", 1105: "FB" };

/**
 * What the reference library says of a packet, in our words; null where it refuses it. It tries to decode it too, for
 * which it has too little stack in stereo (libopus-wasm 0.2): so it is asked about the same packet in mono.
 */
async function judge(packet: Uint8Array): Promise<object | null> {
	try {
		const info = await getPacketInfo(inMono(packet));
		return { bandwidth: BANDWIDTHS[info.bandwidth], frames: info.frames, frameSamples: info.samplesPerFrame };
	} catch (error) {
		if (isOpusError(error)) return null;
		throw error;
	}
}

function inMono(packet: Uint8Array): Uint8Array {
	return packet.map((byte, at) => (at === 0 ? byte & ~4 : byte));
}

/**
 * A packet of code 3 whose frames say their lengths, but for the last one, which is `extra` bytes away from what was
 * meant; some bytes of padding follow.
 */
function longPacket(first: number, sizes: readonly number[], padding: number, extra: number): Uint8Array {
	const lengths = sizes.slice(0, -1).flatMap((size) => {
		if (size < 252) return [size];
		const low = 252 + (size % 4);
		return [low, (size - low) / 4];
	});
	const padLength = [...new Array<number>(Math.floor(padding / 254)).fill(255), padding % 254];
	const body = sizes.reduce((sum, size) => sum + size, 0) + padding + extra;
	return Uint8Array.of(first | 3, 0xc0 | sizes.length, ...padLength, ...lengths, ...new Uint8Array(Math.max(0, body)));
}

function measure(packet: Uint8Array): object | null {
	const toc = readToc(packet);
	return toc === null ? null : { bandwidth: toc.bandwidth, frames: toc.frames, frameSamples: toc.frameSamples };
}

describe("the table of contents of an Opus packet", () => {
	it("agrees with the reference library on all 256 first bytes", async () => {
		for (let first = 0; first < 256; first++) {
			const packet = Uint8Array.of(first, 2, 9, 9, 9);
			expect(measure(packet), `first byte ${first}`).toEqual(await judge(packet));
			expect(readToc(packet)?.stereo ?? first % 8 > 3, `first byte ${first}`).toBe(first % 8 > 3);
		}
	});

	it("agrees with the reference library on which packets are well formed", async () => {
		const packet = fc
			.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 90 }))
			.map(([first, second, rest]) => Uint8Array.of(first, second, ...rest));
		await fc.assert(
			fc.asyncProperty(packet, async (bytes) => {
				expect(measure(bytes)).toEqual(await judge(bytes));
			}),
			{ numRuns: 3000 },
		);
	});

	it("agrees with the reference library on frames with lengths of their own and padding, whole and cut", async () => {
		const packet = fc
			.tuple(
				fc.constantFrom(0x80, 0x88, 0x90, 0x98, 0x08),
				fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 7 }),
				fc.integer({ min: 0, max: 800 }),
				fc.integer({ min: -2, max: 2 }),
			)
			.map(([first, sizes, padding, extra]) => longPacket(first, sizes, padding, extra));
		let taken = 0;
		await fc.assert(
			fc.asyncProperty(packet, async (bytes) => {
				expect(measure(bytes)).toEqual(await judge(bytes));
				if (readToc(bytes) !== null) taken += 1;
			}),
			{ numRuns: 2000 },
		);
		expect(taken).toBeGreaterThan(500);
	});

	it.each([
		[0, "SILK"],
		[11, "SILK"],
		[12, "hybrid"],
		[15, "hybrid"],
		[16, "CELT"],
		[31, "CELT"],
	])("calls configuration %i %s", (config, mode) => {
		expect(readToc(Uint8Array.of(config << 3, 1))?.mode).toBe(mode);
	});

	it("measures a packet in samples at 48 kHz", () => {
		expect(packetSamples(Uint8Array.of(9 << 3, 1))).toBe(960);
		expect(packetSamples(Uint8Array.of((11 << 3) | 1, 1, 1))).toBe(2 * 2880);
		expect(packetSamples(Uint8Array.of((31 << 3) | 3, 5, 1, 1, 1, 1, 1))).toBe(5 * 960);
	});

	it.each([
		["no byte at all", new Uint8Array()],
		["a frame longer than 1275 bytes", new Uint8Array(1277)],
		["two equal frames longer than that", new Uint8Array(1 + 2 * 1276).fill(1, 0, 1)],
		["a second frame longer than that", new Uint8Array(2 + 1276).fill(2, 0, 1)],
		["many equal frames longer than that", new Uint8Array(2 + 2 * 1276).fill(3, 0, 1).fill(2, 1, 2)],
		["two equal frames in an odd length", Uint8Array.of(1, 0, 0, 0)],
		["no second byte where a count belongs", Uint8Array.of(3)],
		["no frame", Uint8Array.of(3, 0)],
		["more than 120 ms", Uint8Array.of((11 << 3) | 3, 3, 1, 1, 1)],
		["padding longer than the packet", Uint8Array.of(3, 0x41, 9, 1)],
		["more bytes than any encoder makes", new Uint8Array(MAX_PACKET_BYTES + 1).fill(3)],
	])("is null for %s", (_, packet) => {
		expect(readToc(packet)).toBeNull();
		expect(packetSamples(packet)).toBe(0);
	});
});
