import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameFile } from "./__fixtures__/streams.ts";
import { readFrames } from "./opus-frames.ts";

/** 20 ms of wide-band speech as far as its form goes. */
const PACKETS = [Uint8Array.of(0x48, 1, 2, 3), Uint8Array.of(0x48, 4, 5), Uint8Array.of(0x48, 6, 7, 8, 9, 10)];

describe("a watch's recording", () => {
	it("gives its packets back, whatever stands in the second word", () => {
		for (const finalRange of [0, 1, 0xffffffff]) {
			expect(readFrames(frameFile(PACKETS, finalRange))).toEqual({
				ok: true,
				value: { kind: "frames", packets: PACKETS, samples: 2880, skipped: 0, trailingBytes: 0 },
			});
		}
	});

	it("is read where it stands in a larger buffer", () => {
		const file = frameFile(PACKETS);
		const larger = new Uint8Array(file.length + 40).fill(255);
		larger.set(file, 13);
		expect(readFrames(larger.subarray(13, 13 + file.length))).toEqual(readFrames(file));
	});

	it("keeps the whole packets when cut at any byte of the last", () => {
		const file = frameFile(PACKETS);
		const whole = frameFile(PACKETS.slice(0, 2)).length;
		for (let size = whole; size < file.length; size++) {
			const decoded = readFrames(file.subarray(0, size));
			expect(decoded, `cut at ${size}`).toMatchObject({
				ok: true,
				value: { kind: "frames", samples: 1920, trailingBytes: size - whole },
			});
		}
	});

	it("passes an Ogg file through and says so", () => {
		const bytes = Buffer.from("OggS and the rest");
		expect(readFrames(bytes)).toEqual({ ok: true, value: { kind: "ogg", bytes } });
	});

	it("leaves out lost and malformed packets, and counts them", () => {
		const decoded = readFrames(frameFile([new Uint8Array(), ...PACKETS, Uint8Array.of(3, 0)]));
		expect(decoded).toMatchObject({ ok: true, value: { skipped: 2, samples: 2880 } });
	});

	it.each([
		["an empty file", new Uint8Array(), "the recording is empty"],
		["a cut first packet", frameFile(PACKETS).subarray(0, 10), "its 10 bytes hold no whole packet"],
		["nothing but zeros", new Uint8Array(64), "none of its 8 packets is Opus"],
		[
			"text",
			Buffer.from("<html>not a sound</html>"),
			"packet 1, at byte 0, says it has 1013478509 bytes; the most is 7664",
		],
		[
			"stale bytes after good packets",
			Buffer.concat([frameFile(PACKETS), new Uint8Array(9).fill(255)]),
			"packet 4, at byte 37, says it has 4294967295 bytes; the most is 7664",
		],
		["less than a decoder drops", frameFile([Uint8Array.of(0x80, 1)]), "the recording is shorter than 6.5 ms"],
	])("fails with the reason for %s", (_, bytes, why) => {
		expect(readFrames(bytes)).toEqual({ ok: false, why });
	});

	it("never throws, and accounts for every byte it takes", () => {
		const lengths = fc.integer({ min: 0, max: 20 });
		const packet = fc.tuple(lengths, fc.uint8Array({ maxLength: 24 })).map(([size, body]) => {
			const header = Buffer.alloc(8);
			header.writeUInt32BE(size);
			return Buffer.concat([header, body]);
		});
		const file = fc.oneof(
			fc.uint8Array({ maxLength: 400 }),
			fc.array(packet).map((packets) => Buffer.concat(packets)),
		);
		fc.assert(
			fc.property(file, (bytes) => {
				const decoded = readFrames(bytes);
				if (!decoded.ok) {
					expect(decoded.why).not.toBe("");
					return;
				}
				if (decoded.value.kind === "ogg") return;
				const { packets, trailingBytes } = decoded.value;
				const framed = packets.reduce((sum, { length }) => sum + 8 + length, 0);
				expect(framed + trailingBytes).toBeLessThanOrEqual(bytes.length);
			}),
			{ numRuns: 5000 },
		);
	});
});
