import { describe, expect, test } from "vitest";
import { speak } from "../recorder/__fixtures__/speech.ts";
import { runTool } from "../recorder/__fixtures__/tools.ts";
import { wavFile } from "../recorder/__fixtures__/wav-file.ts";
import { durationMs } from "../recorder/duration.ts";
import { recordWav } from "../recorder/record.ts";
import { bench } from "./__fixtures__/bench.ts";
import { type MicrophoneOptions, openMicrophone } from "./microphone.ts";
import { memoryStorage } from "./storage.ts";

const APP = 20001;
const MIC = ["device:os.mic"];

const WAV = wavFile(
	Array.from(speak(2, 16_000), (sample) => sample / 32_768),
	{ samplesPerSecond: 16_000, bits: 16, channels: 1 },
);

async function page(code: string, options: MicrophoneOptions & { deviceId?: string; permissions?: string[] } = {}) {
	const { deviceId = "gtr4", permissions = MIC, ...wanted } = options;
	const opened = await openMicrophone(wanted);
	if (!opened.ok) throw new Error(opened.why);
	const storage = memoryStorage();
	const { watch, clock, install, said } = bench({ deviceId, storage, microphone: opened.value });
	const script = `const media = r("@zos/media"); Page({ build() { try { ${code} } catch (e) { console.log(e.message); } } })`;
	install({ appId: APP, scripts: { "page/index": script }, permissions });
	watch.launch(APP);
	const packets = () => packetsIn(storage.read(APP, "v.opus") ?? new Uint8Array());
	return { watch, clock, said, storage, packets };
}

/** Each stands behind its length and the encoder's final range, four bytes each (DOC guides/faq/opus-to-mp3). */
function packetsIn(file: Uint8Array): number {
	const view = new DataView(file.buffer, file.byteOffset, file.length);
	let count = 0;
	for (let at = 0; at + 8 <= file.length; at += 8 + view.getUint32(at)) count++;
	return count;
}

/** Records for as long as `ms` after the sound began, and says what it is told. */
const recordFor = (ms: number) => `
	const recorder = media.create(media.id.RECORDER);
	recorder.addEventListener(recorder.event.START, (ok) => {
		console.log("start " + ok);
		if (ok) setTimeout(() => recorder.stop(), ${ms});
	});
	recorder.addEventListener(recorder.event.STOP, () => console.log("stop " + recorder.getStatus()));
	recorder.setFormat(media.codec.OPUS, { target_file: "data://v.opus" });
	recorder.start();`;

describe("the watch's recorder", () => {
	test("records what is heard between start and stop, whole half a second later", async () => {
		const { clock, said, packets } = await page(recordFor(1000), { wav: WAV });
		await clock.runFor(80 + 1000 + 100);
		expect(said()).toEqual(["start true", "stop 0"]);
		expect(packets()).toBeLessThan(50);
		await clock.runFor(400);
		expect(packets()).toBe(50);
	});

	test("goes on in silence when the sound is over", async () => {
		const { clock, packets } = await page(recordFor(5000), { wav: WAV });
		await clock.runFor(6000);
		expect(packets()).toBe(250);
	});

	test("leaves what was in the file before behind the sound", async () => {
		const { clock, storage } = await page(`setTimeout(() => { ${recordFor(200)} }, 10)`, { wav: WAV });
		storage.write(APP, "v.opus", new Uint8Array(50_000).fill(7));
		await clock.runFor(2000);
		expect(storage.read(APP, "v.opus")?.length).toBe(50_000);
	});

	test("tells that the person has not allowed it, and records nothing", async () => {
		const { clock, said, storage } = await page(recordFor(500), { wav: WAV, refused: true });
		await clock.runFor(2000);
		expect(said()).toEqual(["start false"]);
		expect(storage.read(APP, "v.opus")).toBeUndefined();
	});

	test("needs its permission in the manifest", async () => {
		const { said } = await page(recordFor(500), { permissions: [] });
		expect(said().join()).toContain("device:os.mic");
	});

	test("is on a watch that the microphone was switched on for, and off one that it was switched off for", async () => {
		const there = `console.log(String(media && media.create(media.id.RECORDER) !== null))`;
		expect((await page(there, { deviceId: "balance2", present: true })).said()).toEqual(["true"]);
		expect((await page(there, { deviceId: "balance2" })).said()).toEqual(["undefined"]);
		expect((await page(there, { deviceId: "gtr4", present: false })).said()).toEqual(["undefined"]);
	});

	test("dies with its app: nothing is written afterwards", async () => {
		const { clock, watch, storage } = await page(recordFor(1000), { wav: WAV });
		await clock.runFor(500);
		watch.kill(APP);
		await clock.runFor(2000);
		expect(storage.read(APP, "v.opus")).toBeUndefined();
	});

	test("says of a sound that is none what is wrong with it", async () => {
		const opened = await openMicrophone({ wav: new TextEncoder().encode("not a sound") });
		expect(opened).toEqual({ ok: false, why: "not a WAV file: it does not begin with RIFF and WAVE" });
	});
});

describe("a player", () => {
	/** A tone as ffmpeg writes it, and how much sound ffmpeg itself finds in it, in seconds. */
	function tone(seconds: number, args: readonly string[]): { file: Uint8Array; seconds: number } {
		const source = ["-v", "error", "-f", "lavfi", "-i", `sine=frequency=440:duration=${seconds}`];
		const { out, status, messages } = runTool("ffmpeg", [...source, "-ac", "1", ...args, "-"]);
		if (status !== 0) throw new Error(messages);
		const heard = runTool(
			"ffmpeg",
			["-v", "error", "-i", "-", "-f", "s16le", "-ac", "1", "-ar", "16000", "-"],
			out,
		).out;
		return { file: Uint8Array.from(out), seconds: heard.length / 32_000 };
	}

	const mp3 = (rate: number, bitrate: string) => ["-ar", String(rate), "-b:a", bitrate, "-f", "mp3"];
	const PLAY = `
		const player = media.create(media.id.PLAYER), { event, state } = player;
		const names = ["PREPARE", "COMPLETE", "PLAY", "STOP", "PAUSE"];
		for (const name of names) player.addEventListener(event[name], (result) => console.log(name, result));
		player.setSource(player.source.FILE, { file: "data://voice.mp3" });`;

	// DOC media/Player: MP3. The rates are those that speech is sent in, and one with a tag before and a variable rate.
	test.each([
		["16 kbit/s", mp3(16_000, "16k")],
		["24 kbit/s", mp3(24_000, "24k")],
		["128 kbit/s", mp3(44_100, "128k")],
		["a variable rate and a title", ["-ar", "22050", "-q:a", "6", "-metadata", "title=Tea is ready", "-f", "mp3"]],
	])("knows how long an MP3 of %s is", (_name, args) => {
		const { file, seconds } = tone(3, args);
		expect(Math.abs((durationMs(file) ?? 0) / 1000 - seconds)).toBeLessThan(0.08);
	});

	test("knows how long a recording of the watch is, and that nothing else is a sound", async () => {
		const recorded = await recordWav(WAV);
		expect(recorded.ok && durationMs(recorded.value)).toBe(2000);
		const { file } = tone(1, ["-ar", "16000", "-f", "ogg", "-c:a", "libopus"]);
		for (const other of [file, new Uint8Array(), new TextEncoder().encode("<html>"), WAV])
			expect(durationMs(other)).toBeNull();
	});

	test("prepares, plays as long as the sound is, and says what it does; the watch keeps what was played", async () => {
		const { file } = tone(3, mp3(24_000, "24k"));
		const { watch, clock, said, storage } = await page(`${PLAY}
			player.addEventListener(event.PREPARE, () => { console.log(player.getDuration(), player.getStatus() === state.PREPARED); player.start() });
			player.addEventListener(event.PROGRESS, (at) => console.log("at", at));
			setTimeout(() => player.prepare(), 10);`);
		storage.write(APP, "voice.mp3", file);
		await clock.runFor(2_500);
		expect(said()).toEqual(["PREPARE true", "3 true", "PLAY true", "at 1", "at 2"]);
		await clock.runFor(2_000);
		expect(said().slice(5)).toEqual(["at 3", "COMPLETE undefined"]);
		expect(watch.sounds().map(({ appId, bytes }) => [appId, bytes])).toEqual([[APP, file]]);
	});

	test("rests where it is paused, goes on from there, and stops", async () => {
		const { clock, said, storage } = await page(`${PLAY}
			player.addEventListener(event.PREPARE, () => player.start());
			setTimeout(() => player.prepare(), 10);
			setTimeout(() => player.pause(), 1_000);
			setTimeout(() => player.resume(), 5_000);
			setTimeout(() => { player.stop(); player.start() }, 6_000);`);
		storage.write(APP, "voice.mp3", tone(3, mp3(24_000, "24k")).file);
		await clock.runFor(9_000);
		const why = "start: nothing is prepared";
		expect(said()).toEqual(["PREPARE true", "PLAY true", "PAUSE undefined", "PLAY true", why, "STOP undefined"]);
	});

	test.each([
		["is not there", null],
		["is neither MP3 nor a recording", new TextEncoder().encode("not a sound")],
	])("says that a file %s, and plays nothing", async (why, file) => {
		const { watch, clock, said, storage } = await page(
			`${PLAY} setTimeout(() => { player.prepare(); player.start() }, 10);`,
		);
		if (file) storage.write(APP, "voice.mp3", file);
		await clock.runFor(1_000);
		expect(said()).toEqual(["start: nothing is prepared", `data://voice.mp3 ${why}`, "PREPARE false"]);
		expect(watch.sounds()).toEqual([]);
	});

	test("falls silent with its app", async () => {
		const { watch, clock, said, storage } = await page(`${PLAY}
			player.addEventListener(event.PREPARE, () => player.start());
			setTimeout(() => player.prepare(), 10);`);
		storage.write(APP, "voice.mp3", tone(3, mp3(24_000, "24k")).file);
		await clock.runFor(1_000);
		watch.home();
		await clock.runFor(5_000);
		expect(said()).toEqual(["PREPARE true", "PLAY true"]);
	});
});
