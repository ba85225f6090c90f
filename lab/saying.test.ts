/**
 * An answer that is spoken, from the tap to the sound: page, pieces over the link, Side Service, a server on loopback that sends a real
 * MP3. What the simulated watch's player was given is decoded by ffmpeg and held against what was said.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { PACKAGES } from "../packaging/packages.ts";
import { DEFAULT_PHONE, findDevice, linesIn, openState, parseLink, sees, tapText } from "../simulator/index.ts";
import { encodeMp3, peakCorrelation, playMp3, speak, wavFile } from "../simulator/testing.ts";
import { createAsker } from "./asking.ts";

const RUN_MS = 400_000;
const RATE = 24_000;
const NOW_MS = Date.UTC(2026, 10, 22, 10, 9);
const COMPANION = PACKAGES.companion.appId;
const FILE = "say.mp3";
const SAID = speak(6, RATE);
const MP3 = encodeMp3(SAID, RATE);
/** The simulated watch has a player where it has a microphone. */
const AUDIO = wavFile([0, 0], { samplesPerSecond: 16_000, bits: 16, channels: 1 });
const PLAYS = { audio: AUDIO, microphone: { present: true, dictation: true } };

const open: (() => void)[] = [];
afterEach(() => {
	for (const close of open.splice(0)) close();
});

/** Answers questions, and speaks: MP3 in Gemini's JSON. */
async function startServer(sound: Uint8Array) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		request.resume();
		request.on("end", () => {
			const path = request.url ?? "";
			asked.push(path);
			response.writeHead(200, { "Content-Type": "application/json" });
			const data = Buffer.from(sound).toString("base64");
			const steps = [{ type: "model_output", content: [{ type: "audio", mime_type: "audio/mp3", data }] }];
			const answer = { candidates: [{ content: { parts: [{ text: "It is four." }] }, finishReason: "STOP" }] };
			response.end(JSON.stringify(path.includes("interactions") ? { status: "completed", steps } : answer));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	open.push(() => {
		server.closeAllConnections();
		server.close();
	});
	const spoken = () => asked.filter((path) => path.includes("interactions")).length;
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1beta`, spoken };
}

async function answered({ sound = MP3, aloud = false }: { sound?: Uint8Array; aloud?: boolean } = {}) {
	const { url, spoken } = await startServer(sound);
	const device = findDevice("balance2");
	if (device === undefined) throw new Error("no such watch");
	const state = openState(null);
	const bench = { device, state, now: NOW_MS, phone: DEFAULT_PHONE, link: parseLink(""), rate: 0.1, ...PLAYS };
	const asker = await createAsker(bench, {
		[SETTING.provider]: "gemini",
		[SETTING.baseUrl("gemini")]: url,
		[SETTING.key("gemini")]: "sk-test-0000-1111-2222",
		[SETTING.consent]: JSON.stringify({ gemini: "2026-11-22" }),
		[SETTING.speaker]: "gemini",
		[SETTING.aloud]: aloud ? "yes" : "",
	});
	open.push(asker.close);
	const { desktop } = asker;
	const { clock, watch } = desktop;
	const file = () => state.watch.read(COMPANION, FILE);
	const shown = () => linesIn(watch, { y: 0, h: watch.scene().height }).join("\n");
	/** The answer, its last page, and the key there. */
	async function say(): Promise<void> {
		watch.launch(COMPANION, { params: '{"read":1}' });
		await clock.runFor(500);
		for (let turns = 0; turns < 4 && !sees(watch, words["page.say"]); turns++) {
			watch.swipe("up");
			await clock.runFor(300);
		}
		tapText(watch, words["page.say"]);
		await clock.runFor(300);
	}
	return { asker, desktop, clock, watch, file, shown, say, spoken };
}

describe("Say it", () => {
	test(
		"plays what the server sent, once it is whole, leads back to the answer, and leaves no file",
		async () => {
			const { asker, clock, watch, file, say, shown, spoken } = await answered();
			expect(await asker.ask("2+2?", "face", "keyboard")).toMatchObject({ ok: true, reply: "It is four." });
			await say();
			expect(watch.surface()?.url).toBe("page/say");
			expect(await clock.runUntil(() => sees(watch, words["page.say.plays"]), 60_000), shown()).toBe(true);
			await clock.runFor(200);
			const [sound, ...others] = watch.sounds();
			expect(others).toEqual([]);
			expect(sound?.bytes).toEqual(MP3);
			const { peak } = peakCorrelation(SAID, playMp3(sound?.bytes ?? new Uint8Array()), RATE * 0.1);
			expect(peak).toBeGreaterThan(0.8);
			expect(await clock.runUntil(() => watch.surface()?.url === "page/read", 20_000)).toBe(true);
			expect(file()).toBeUndefined();
			expect(spoken()).toBe(1);
			expect(watch.crashes()).toEqual([]);
		},
		RUN_MS,
	);

	test(
		"goes on where it was cut: the same sound, for one request",
		async () => {
			const { asker, desktop, clock, watch, say, shown, spoken } = await answered();
			await asker.ask("2+2?", "face", "keyboard");
			await say();
			const isComing = () => /Loading: (?!0 )/.test(shown());
			expect(await clock.runUntil(isComing, 60_000), shown()).toBe(true);
			desktop.link.disconnect();
			expect(await clock.runUntil(() => sees(watch, words["fault.phone-away"]), 60_000), shown()).toBe(true);
			await clock.runFor(20_000);
			desktop.link.reconnect();
			expect(await clock.runUntil(() => watch.sounds().length > 0, 120_000), shown()).toBe(true);
			expect(watch.sounds()[0]?.bytes).toEqual(MP3);
			expect(spoken()).toBe(1);
		},
		RUN_MS,
	);

	test(
		"is stopped at any time, and a page that is killed leaves nothing for long",
		async () => {
			const { asker, clock, watch, file, say } = await answered();
			await asker.ask("2+2?", "face", "keyboard");
			await say();
			await clock.runUntil(() => sees(watch, words["page.say.plays"]), 60_000);
			tapText(watch, words["page.say.stop"]);
			await clock.runFor(1_000);
			expect([watch.surface()?.url, file()]).toEqual(["page/read", undefined]);
			await say();
			await clock.runUntil(() => sees(watch, words["page.say.plays"]), 60_000);
			watch.kill(COMPANION);
			expect(file()).toBeDefined();
			watch.launch(COMPANION);
			await clock.runFor(2_000);
			expect(file()).toBeUndefined();
			expect(watch.crashes()).toEqual([]);
		},
		RUN_MS,
	);

	test(
		"says why there is no sound",
		async () => {
			const { asker, clock, watch, file, say, shown } = await answered({
				sound: new TextEncoder().encode("RIFFxxxxWAVE"),
			});
			await asker.ask("2+2?", "face", "keyboard");
			await say();
			expect(await clock.runUntil(() => sees(watch, words["page.say.failed"]), 60_000), shown()).toBe(true);
			expect(file()).toBeUndefined();
			expect(watch.sounds()).toEqual([]);
		},
		RUN_MS,
	);

	test(
		"needs no tap after a spoken question, where the person wants it so",
		async () => {
			const { asker, clock, watch, spoken } = await answered({ aloud: true });
			const { desktop } = asker;
			desktop.watch.launch(COMPANION);
			await clock.runFor(5_000);
			tapText(watch, words["page.speak"]);
			await clock.runUntil(() => watch.keyboard() !== null, 5_000);
			watch.dictate("2+2?");
			expect(await clock.runUntil(() => watch.sounds().length > 0, 60_000)).toBe(true);
			expect(await clock.runUntil(() => watch.surface()?.url === "page/read", 20_000)).toBe(true);
			await clock.runFor(10_000);
			expect([watch.sounds().length, spoken()]).toEqual([1, 1]);
		},
		RUN_MS,
	);
});
