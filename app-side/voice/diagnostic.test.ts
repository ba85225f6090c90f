import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameFile } from "./__fixtures__/streams.ts";
import { diagnose } from "./diagnostic.ts";

const SPEECH_20_MS = Uint8Array.of(0x48, 1, 2, 3);
const MUSIC_2_X_10_MS = Uint8Array.of(0xf5, 1, 2, 3, 4);

describe("the diagnostic of a recording", () => {
	it("tells size, first bytes, packets by kind, length and what is left over", () => {
		const file = frameFile([SPEECH_20_MS, MUSIC_2_X_10_MS, SPEECH_20_MS, new Uint8Array()], 0x01020304);
		expect(diagnose(Buffer.concat([file, Buffer.from([0, 0, 0])]))).toBe(
			[
				"Recording: 48 bytes",
				"Begins: 00 00 00 04 01 02 03 04 48 01 02 03 00 00 00 05",
				"Packets: 3, of 4 to 5 bytes",
				"Length: 0.06 s, may be speech: 0.02 s",
				"Skipped: 1, left over: 3 bytes",
				"Kinds: 2 x SILK WB mono 1 x 20 ms; 1 x CELT FB stereo 2 x 10 ms",
			].join("\n"),
		);
	});

	it("tells why a file is not readable, after its first bytes", () => {
		expect(diagnose(Buffer.from("<html>"))).toBe(
			"Recording: 6 bytes\nBegins: 3c 68 74 6d 6c 3e\nNot readable: its 6 bytes hold no whole packet",
		);
		expect(diagnose(new Uint8Array())).toBe("Recording: 0 bytes\nBegins: -\nNot readable: the recording is empty");
	});

	it("tells an Ogg file by its name", () => {
		expect(diagnose(Buffer.from("OggS..."))).toContain("Format: Ogg already");
	});

	it("stays short and shows no more than sixteen bytes, whatever the file", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				const [, begins = "", ...rest] = diagnose(bytes).split("\n");
				expect(begins.length).toBeLessThanOrEqual("Begins: ".length + 16 * 3 - 1);
				expect(rest.length).toBeLessThanOrEqual(4);
			}),
			{ numRuns: 1000 },
		);
	});
});
