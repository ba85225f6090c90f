/**
 * A question spoken into the browser, from the simulator's page through the packed watch and phone to what the provider
 * is sent: once held to talk, with Chromium's own stand-in for a microphone, once from a sound file.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SETTING } from "../../core/settings/settings.ts";
import words from "../../core/words/en-US.json" with { type: "json" };
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import {
	createLiveClock,
	type DesktopHost,
	findDevice,
	hostDesktops,
	openState,
	type Served,
	serve,
} from "../../simulator/index.ts";
import { complaints, peakCorrelation, play, speak, wavFile } from "../../simulator/testing.ts";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_GET_CHROMIUM } from "../chromium.ts";
import { chat, type Endpoint, startEndpoint } from "../model-server.ts";

const COMPANION = PACKAGES.companion.appId;
const RATE = 16_000;
const SECONDS = 3;
/** 20 ms. */
const MOST_SHIFT = RATE / 50;
const HELD_MS = 4_000;
/** A busy machine hears only part of it: the browser opens the microphone when it comes to it. */
const LEAST_HEARD_MS = 500;
const BEGIN_MS = 300_000;
const TEST_MS = 120_000;
const WAIT_MS = 60_000;
/** Seconds that the watch shows: a busy machine does not see each of them. */
const LONG_ENOUGH = "([4-9]|1[0-9]|2[0-9])";
const SAID = "Why is the sky blue?";
const ANSWER = "Air scatters blue.";
/** The transcript, then the answer. */
const REPLIES = [{ body: JSON.stringify({ text: SAID }) }, chat(ANSWER)];

const speech = speak(SECONDS, RATE);
const folder = mkdtempSync(join(tmpdir(), "askface-microphone-"));
const SPEECH_FILE = join(folder, "speech.wav");

let endpoint: Endpoint;
let browser: Browser;
let host: DesktopHost;
let served: Served;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
	const executablePath = findChromium();
	if (executablePath === null) throw new Error(HOW_TO_GET_CHROMIUM);
	const samples = Array.from(speech, (sample) => sample / 32_768);
	writeFileSync(SPEECH_FILE, wavFile(samples, { samplesPerSecond: RATE, bits: 16, channels: 1 }));
	endpoint = await startEndpoint(REPLIES);
	browser = await chromium.launch({
		executablePath,
		args: [
			...CHROMIUM_FLAGS,
			"--use-fake-device-for-media-stream",
			"--use-fake-ui-for-media-stream",
			`--use-file-for-fake-audio-capture=${SPEECH_FILE}`,
		],
	});
	host = await hostWatch();
	served = await serve(host, { port: 0 });
	page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.setDefaultTimeout(WAIT_MS);
	page.on("pageerror", (error) => faults.push(error.message));
	await page.goto(served.url);
}, BEGIN_MS);

afterAll(async () => {
	await browser?.close();
	await served?.close();
	host?.current().close();
	await endpoint?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** A watch with a recorder and no dictation, whose recordings go to the endpoint. */
async function hostWatch(): Promise<DesktopHost> {
	const device = findDevice("balance");
	if (device === undefined) throw new Error("no such watch");
	const state = openState(null);
	const set = (key: string, value: string) => state.settings(COMPANION).set(key, value, "desktop");
	set(SETTING.provider, "groq");
	set(SETTING.baseUrl("groq"), endpoint.url);
	set(SETTING.key("groq"), "gsk_test-0000-1111-2222");
	const packages = await Promise.all([packPackage("face", device), packPackage("companion", device)]);
	return hostDesktops({ packages, clock: createLiveClock(), state }, { device, language: "en-US" });
}

const text = (shown: string) => page.locator("#watch-texts button").filter({ hasText: new RegExp(`^${shown}$`) });

/** Asks on the watch, for longer than the sound; gives what the provider was sent of it. */
async function askAloud(): Promise<Uint8Array> {
	const before = endpoint.taken().length;
	await page.getByRole("button", { name: "App", exact: true }).click();
	/** The face has a key to ask, too: this one is the page's alone. */
	await text(words["page.more"]).waitFor();
	await text(words["page.ask"]).click();
	await text(words["page.record"]).waitFor();
	await text(LONG_ENOUGH).waitFor();
	await text(words["page.send"]).click();
	await page.waitForFunction((answer) => {
		const lines = [...document.querySelectorAll("#watch-texts li")].map((item) => item.textContent ?? "");
		return lines.join(" ").includes(answer);
	}, ANSWER);
	const sent = endpoint.taken()[before]?.body ?? "";
	const base64 = /T2dnU[A-Za-z0-9+/_=-]+/.exec(sent)?.[0];
	if (base64 === undefined) throw new Error("no Ogg file was sent");
	return Buffer.from(base64, "base64");
}

test("a sound file is what the watch hears, and what the provider gets", { timeout: TEST_MS }, async () => {
	const heard = page.locator("#heard");
	await heard.filter({ hasText: "silence" }).waitFor();
	await page.setInputFiles("#sound", SPEECH_FILE);
	await heard.filter({ hasText: `${SECONDS}.0 s` }).waitFor();
	const ogg = await askAloud();
	expect(complaints(ogg)).toEqual([]);
	expect(peakCorrelation(speech, play(ogg), MOST_SHIFT).peak).toBeGreaterThan(0.9);
	expect(endpoint.taken().at(-1)?.body).toContain(SAID);
});

test("so is what is said into the browser while the button is held", { timeout: TEST_MS }, async () => {
	endpoint.answer(...REPLIES);
	const talk = page.getByRole("button", { name: "Hold to talk" });
	await talk.hover();
	await page.mouse.down();
	await page.waitForTimeout(HELD_MS);
	expect(await talk.getAttribute("aria-pressed")).toBe("true");
	await page.mouse.up();
	await page.waitForFunction(
		(before) => document.querySelector("#heard")?.textContent !== before,
		`The watch's recorder hears ${SECONDS}.0 s of sound.`,
	);
	expect(host.current().microphone.soundMs()).toBeGreaterThan(LEAST_HEARD_MS);
	const ogg = await askAloud();
	expect(complaints(ogg)).toEqual([]);
	expect(loudest(play(ogg))).toBeGreaterThan(loudest(speech) / 10);
});

test("nothing went wrong in the page", () => {
	expect(faults).toEqual([]);
});

function loudest(samples: ArrayLike<number>): number {
	let most = 0;
	for (let at = 0; at < samples.length; at++) most = Math.max(most, Math.abs(samples[at] ?? 0));
	return most;
}
