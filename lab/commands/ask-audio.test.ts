/** The sound that `ask` is given: what is taken for one, and what ends the command before anything is packed. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../cli/command.ts";
import { wavFile } from "../../simulator/testing.ts";
import { decodeAskOptions } from "./ask-options.ts";

const FORM = { samplesPerSecond: 16_000, bits: 16, channels: 1 };

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "askface-audio-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, bytes);
	return path;
}

const decode = (...args: string[]) => decodeAskOptions(args, 0);

describe("a sound for the watch", () => {
	test("needs no question, and means the recorder on whichever watch", () => {
		const path = file("speech.wav", wavFile([0, 0.5, -0.5], FORM));
		for (const args of [
			["--audio", path],
			["--input", "recorder", "--audio", path, "--device", "balance"],
		]) {
			expect(decode(...args)).toMatchObject({ input: "recorder", questions: [""] });
		}
		expect(decode("--audio", path).audio?.length).toBeGreaterThan(44);
	});

	test.each([
		["is no WAV file", new TextEncoder().encode("ID3 not a wave"), /not a WAV file/],
		["is not PCM", wavFile([0, 0], { ...FORM, format: 3, bits: 32 }), /only PCM/],
		["has no sample in it", wavFile([], FORM), /without sound/],
	])("that %s is refused with the reason", (_name, bytes, reason) => {
		const path = file("bad.wav", bytes);
		expect(() => decode("--input", "recorder", "--audio", path)).toThrow(reason);
		expect(() => decode("--input", "recorder", "--audio", path)).toThrow(UsageError);
	});

	test("is missed where the recorder is asked for, and has no place where it is not", () => {
		const path = file("speech.wav", wavFile([0, 0.5], FORM));
		expect(() => decode("--input", "recorder")).toThrow(/needs --audio/);
		expect(() => decode("--input", "recorder", "--audio", join(folder, "none.wav"))).toThrow(/cannot read/);
		expect(() => decode("--input", "keyboard", "--audio", path, "Why?")).toThrow(/for --input recorder/);
	});
});
