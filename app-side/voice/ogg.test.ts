import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audioPackets, readOgg } from "./__fixtures__/streams.ts";
import { toOgg } from "./ogg.ts";
import { packetSamples } from "./opus-packet.ts";

/** One frame of 20 ms wide-band speech, `size` bytes in all. */
function packetOf(size: number): Uint8Array {
	return new Uint8Array(size).fill(0x48);
}

const wellFormed = fc
	.tuple(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 0, max: 1275 }))
	.map(([config, size]) => new Uint8Array(1 + size).fill(0xa5).fill(config << 3, 0, 1));

describe("an Ogg stream of Opus packets", () => {
	it("begins with a header of one channel at 16 kHz and an empty list of comments", () => {
		const [head, tags] = readOgg(toOgg([packetOf(9)], 1)).packets;
		expect(head?.toString("hex")).toBe(`${Buffer.from("OpusHead").toString("hex")}01013801803e0000000000`);
		expect(tags?.toString("latin1")).toBe("OpusTags\x07\0\0\0AskFace\0\0\0\0");
	});

	it("marks the first page and the last, numbers them all and gives each the serial", () => {
		const { pages } = readOgg(
			toOgg(
				Array.from({ length: 120 }, () => packetOf(40)),
				0xfedcba98,
			),
		);
		expect(pages.map((page) => page.flags)).toEqual([2, 0, 0, 0, 4]);
		expect(pages.map((page) => page.sequence)).toEqual([0, 1, 2, 3, 4]);
		expect(new Set(pages.map((page) => page.serial))).toEqual(new Set([0xfedcba98]));
	});

	it("counts samples at 48 kHz, at most a second a page", () => {
		const { pages } = readOgg(
			toOgg(
				Array.from({ length: 120 }, () => packetOf(40)),
				1,
			),
		);
		expect(pages.map((page) => page.granule)).toEqual([0n, 0n, 48_000n, 96_000n, 115_200n]);
	});

	it("starts a page before the 256th segment", () => {
		const { pages } = readOgg(
			toOgg(
				Array.from({ length: 50 }, () => packetOf(1276)),
				1,
			),
		);
		expect(pages.map((page) => page.segments)).toEqual([1, 1, 252, 48]);
		const short = Array.from({ length: 256 }, () => Uint8Array.of(0x80, 1));
		expect(readOgg(toOgg(short, 1)).pages.map((page) => page.segments)).toEqual([1, 1, 255, 1]);
	});

	it.each([254, 255, 256, 509, 510, 511])("ends a packet of %i bytes where it ends", (size) => {
		const packets = [packetOf(size), packetOf(3)];
		expect(audioPackets(toOgg(packets, 1)).map((packet) => packet.length)).toEqual([size, 3]);
	});

	it("leaves malformed packets out", () => {
		expect(audioPackets(toOgg([new Uint8Array(), packetOf(9), packetOf(2000)], 1))).toHaveLength(1);
	});

	it("holds every packet, in order and whole, and as many samples as they have", () => {
		fc.assert(
			fc.property(fc.array(wellFormed, { minLength: 1, maxLength: 80 }), (packets) => {
				const ogg = toOgg(packets, 5);
				expect(Buffer.concat(audioPackets(ogg)).equals(Buffer.concat(packets))).toBe(true);
				const { pages } = readOgg(ogg);
				const samples = packets.reduce((sum, packet) => sum + packetSamples(packet), 0);
				expect(pages[pages.length - 1]?.granule).toBe(BigInt(samples));
				expect(pages.every((page) => page.segments <= 255)).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	it("never throws, whatever the packets", () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 600 })), fc.integer(), (packets, serial) => {
				expect(readOgg(toOgg(packets, serial)).pages.length).toBeGreaterThanOrEqual(2);
			}),
			{ numRuns: 1000 },
		);
	});
});
