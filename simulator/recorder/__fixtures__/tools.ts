/**
 * The programs that judge our Ogg: opusenc, opusdec and opusinfo of opus-tools, and ffmpeg; and espeak-ng, which speaks. Rule: one that is not
 * installed fails the test and says how to install it, because a test that skips itself proves nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PACKAGES = {
	opusenc: "opus-tools",
	opusdec: "opus-tools",
	opusinfo: "opus-tools",
	ffmpeg: "ffmpeg",
	"espeak-ng": "espeak-ng",
} as const;
const TOOL_TIMEOUT_MS = 20_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

export type Tool = keyof typeof PACKAGES;

type Outcome = { status: number | null; out: Buffer; messages: string };

/** Runs a tool on `input`. A failure of the tool is an outcome; only its absence throws. */
export function runTool(tool: Tool, args: readonly string[], input: Uint8Array = new Uint8Array()): Outcome {
	const run = spawnSync(tool, args, { input, timeout: TOOL_TIMEOUT_MS, maxBuffer: MAX_OUTPUT_BYTES });
	if (run.error !== undefined && "code" in run.error && run.error.code === "ENOENT") {
		throw new Error(`${tool} is not installed; this test needs it: apt-get install -y ${PACKAGES[tool]}`);
	}
	return { status: run.status, out: run.stdout, messages: run.stderr.toString() };
}

/** An MP3 as services of speech send it, made by ffmpeg from 16-bit mono sound. */
export function encodeMp3(samples: Int16Array, samplesPerSecond: number, bitrate = "24k"): Uint8Array {
	const raw = ["-f", "s16le", "-ar", String(samplesPerSecond), "-ac", "1", "-i", "-"];
	const mp3 = ["-ar", "24000", "-b:a", bitrate, "-f", "mp3", "-"];
	const run = runTool("ffmpeg", ["-v", "error", ...raw, ...mp3], bytesOf(samples));
	if (run.status !== 0) throw new Error(`ffmpeg: ${run.messages}`);
	return Uint8Array.from(run.out);
}

/** Packets of any kind, made by opusenc from 16-bit mono sound, still in opusenc's own Ogg file. */
export function encodeOgg(samples: Int16Array, samplesPerSecond: number, args: readonly string[]): Uint8Array {
	const raw = ["--raw", "--raw-bits", "16", "--raw-rate", String(samplesPerSecond), "--raw-chan", "1"];
	const run = runTool("opusenc", ["--quiet", ...raw, ...args, "-", "-"], bytesOf(samples));
	if (run.status !== 0) throw new Error(`opusenc ${args.join(" ")}: ${run.messages}`);
	return run.out;
}

/** What espeak-ng says in one of its voices, at 16 kHz between -1 and 1; its loudest sample is 1. */
export function sayAloud(voice: string, text: string): Float32Array {
	const said = runTool("espeak-ng", ["-v", voice, "--stdout", text]);
	if (said.status !== 0) throw new Error(`espeak-ng ${voice}: ${said.messages}`);
	const args = ["-v", "error", "-f", "wav", "-i", "-", "-f", "f32le", "-ar", "16000", "-ac", "1", "-"];
	const { out, status, messages } = runTool("ffmpeg", args, said.out);
	if (status !== 0) throw new Error(`ffmpeg: ${messages}`);
	const samples = new Float32Array(out.buffer.slice(out.byteOffset, out.byteOffset + out.length - (out.length % 4)));
	const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
	return samples.map((sample) => sample / loudest);
}

/** What opusinfo, opusdec and ffmpeg have against a file, in their words; empty where all three take it. */
export function complaints(ogg: Uint8Array): string[] {
	const folder = mkdtempSync(join(tmpdir(), "zepp-ogg-"));
	try {
		const file = join(folder, "voice.ogg");
		writeFileSync(file, ogg);
		const info = runTool("opusinfo", [file]);
		const told = `${info.out.toString()}${info.messages}`;
		const found = told.split("\n").filter((line) => /warning|error|invalid|corrupt|unknown|hole/i.test(line));
		if (info.status !== 0) found.push(`opusinfo: status ${info.status}`);
		const decoded = runTool("opusdec", ["--quiet", file, join(folder, "voice.wav")]);
		if (decoded.status !== 0 || decoded.messages !== "") found.push(`opusdec: ${decoded.status} ${decoded.messages}`);
		const played = decode(ogg);
		if (played.status !== 0 || played.messages !== "") found.push(`ffmpeg: ${played.status} ${played.messages}`);
		return found;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** The sound at 16 kHz mono, as ffmpeg plays it. */
export function play(ogg: Uint8Array): Int16Array {
	const { out, status, messages } = decode(ogg);
	if (status !== 0) throw new Error(`ffmpeg: ${messages}`);
	return new Int16Array(out.buffer.slice(out.byteOffset, out.byteOffset + out.length - (out.length % 2)));
}

/** An MP3's sound at 24 kHz mono, as ffmpeg plays it. */
export function playMp3(mp3: Uint8Array): Int16Array {
	const args = ["-v", "error", "-f", "mp3", "-i", "-", "-f", "s16le", "-ar", "24000", "-ac", "1", "-"];
	const { out, status, messages } = runTool("ffmpeg", args, mp3);
	if (status !== 0) throw new Error(`ffmpeg: ${messages}`);
	return new Int16Array(out.buffer.slice(out.byteOffset, out.byteOffset + out.length - (out.length % 2)));
}

function decode(ogg: Uint8Array): Outcome {
	const args = ["-v", "error", "-f", "ogg", "-i", "-", "-f", "s16le", "-ar", "16000", "-ac", "1", "-"];
	return runTool("ffmpeg", args, ogg);
}

function bytesOf(samples: Int16Array): Uint8Array {
	return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
