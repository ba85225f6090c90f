import { describe, expect, test } from "vitest";
import { speak } from "../recorder/__fixtures__/speech.ts";
import { wavFile } from "../recorder/__fixtures__/wav-file.ts";
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
