/**
 * What a newcomer does: `npm start`, then a real browser. Taps the watch on the page's picture, reads the answer, taps whatever
 * else is offered, enters a key and a server, and gets that server's answer. Counts the taps.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import words from "../../core/words/en-US.json" with { type: "json" };
import { readJournal } from "../../lab/records.ts";
import { ROOT } from "../../packaging/places.ts";
import { openState, type ServerMessage, type View } from "../../simulator/index.ts";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_GET_CHROMIUM } from "../chromium.ts";
import { type ModelServer, startModelServer } from "../model-server.ts";

const KEY = "k-0000-1111-2222-WXYZ";
const ANSWER = "A mock answers this, and it fits.";
const BEGIN_MS = 400_000;
const PACK_MS = 300_000;
const TEST_MS = 180_000;
const WAIT_MS = 60_000;
const LOOK_MS = 50;
/** Which two of the usual quick replies the face has may depend on the hour. */
const CHIPS = ["chip.1", "chip.2", "chip.3", "chip.7", "chip.8"] as const;
const CHIP = new RegExp(`^(${CHIPS.map((name) => words[name].slice(0, 6)).join("|")})`);
/** What those ask that are no actions. */
const ASKED = (["chip.1", "chip.2", "chip.3"] as const).map((name) => words[`${name}.text`]);
/** Those that the watch does by itself. */
const ACTS: readonly string[] = [words["chip.7"], words["chip.8"]];
/** What opens all quick replies on the app's first page. */
const MORE = new RegExp(`^${words["page.more"]}$`);
/** What opens the quick replies where the face has no room for them. */
const WAY_IN = new RegExp(`^(${words["glance.ready"]}|${words["glance.ask"]})$`);
/** What no offered button may be answered by. */
const CANNOT = [words["offline.not-model"], words["offline.unknown"], words["offline.none"], words["offline.setup"]];
const PAGES_MAX = 8;
const ASK = new RegExp(`^${words["glance.ask"]}$`);

let started: ChildProcess;
let model: ModelServer;
let browser: BrowserContext;
let page: Page;
let view: View;
let taps = 0;
const printed: string[] = [];
const faults: string[] = [];
const profile = mkdtempSync(join(tmpdir(), "askface-browser-"));
const kept = mkdtempSync(join(tmpdir(), "askface-kept-"));

beforeAll(async () => {
	const executablePath = findChromium();
	if (executablePath === null) throw new Error(HOW_TO_GET_CHROMIUM);
	model = await startModelServer();
	model.mock.onMessage(/./, { content: `**${ANSWER}**\n>> And now?` });
	const url = await npmStart();
	browser = await chromium.launchPersistentContext(profile, { executablePath, args: [...CHROMIUM_FLAGS] });
	page = await browser.newPage();
	page.setDefaultTimeout(WAIT_MS);
	await page.setViewportSize({ width: 1280, height: 800 });
	page.on("pageerror", (error) => faults.push(error.message));
	page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
	page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => hear(payload)));
	await page.goto(url);
	await until(() => view?.surface.startsWith("face"), "the face");
}, BEGIN_MS);

afterAll(async () => {
	await browser?.close();
	await model?.close();
	await stop();
	for (const folder of [profile, kept]) rmSync(folder, { recursive: true, force: true });
});

/** The address that it ends with. It is a process group of its own, so that all of it can be ended. */
function npmStart(): Promise<string> {
	const env = { ...process.env, PORT: "" };
	started = spawn("npm", ["start", "--", "--state", kept], {
		cwd: ROOT,
		env,
		detached: true,
		stdio: ["ignore", "pipe", "inherit"],
	});
	return new Promise((resolve, reject) => {
		const tooLong = setTimeout(() => reject(new Error("npm start never printed an address")), PACK_MS);
		started.stdout?.setEncoding("utf8").on("data", (text: string) => {
			printed.push(text);
			const url = /http:\/\/localhost:\d+(?=\n$)/.exec(printed.join(""))?.[0];
			if (url === undefined) return;
			clearTimeout(tooLong);
			resolve(url);
		});
		started.once("close", (code) => reject(new Error(`npm start ended with ${code}`)));
	});
}

async function stop(): Promise<void> {
	if (started?.pid === undefined || started.exitCode !== null) return;
	const closed = new Promise((resolve) => started.once("close", resolve));
	process.kill(-started.pid, "SIGTERM");
	await closed;
}

/** Where texts are on the watch is known from what the server tells the page; what they say is read in the page. */
function hear(payload: string | Buffer): void {
	if (typeof payload !== "string") return;
	const message = JSON.parse(payload) as ServerMessage;
	if (message.type === "view") view = message.view;
}

async function reads(part: string): Promise<void> {
	await page.waitForFunction((wanted) => {
		const texts = [...document.querySelectorAll("#watch-texts li")].map((item) => item.textContent ?? "");
		return texts.join(" ").replace(/\s+/g, " ").includes(wanted);
	}, part);
}

/** Clicks the picture of the watch at the middle of that text. */
async function tap(pattern: RegExp): Promise<void> {
	const find = () => view.texts.find(({ text }) => pattern.test(text));
	await until(() => find() !== undefined, `the watch shows ${pattern}`);
	const [text, box] = [find(), await page.locator("#watch").boundingBox()];
	if (text === undefined || box === null) throw new Error("no watch");
	const { width, height } = view.device;
	await page.mouse.click(box.x + (text.x / width) * box.width, box.y + (text.y / height) * box.height);
	taps += 1;
}

async function until(isSo: () => boolean, what: string): Promise<void> {
	const end = performance.now() + WAIT_MS;
	while (!isSo()) {
		if (performance.now() > end) throw new Error(`not in time: ${what}; it shows ${JSON.stringify(view.texts)}`);
		await page.waitForTimeout(LOOK_MS);
	}
}

/** The person is at the face; taps count from here. */
async function backToFace(): Promise<void> {
	await page.locator("#crown").click();
	await until(() => view.surface.startsWith("face"), "the face is back");
	taps = 0;
}

test("npm start ends with an address", () => {
	expect(printed.join("").trimEnd().split("\n").at(-1)).toMatch(/^AskFace simulator: http:\/\/localhost:\d+$/);
});

/** The journal on the watch's disk, the newest first: what was asked, and what was offered behind its answer. */
const asked = () => readJournal(openState(kept));

/** Taps it, and waits until that question is answered; what the answer is. */
async function answerTo(pattern: RegExp): Promise<{ text: string; next: readonly string[] }> {
	const known = asked()[0]?.id;
	await tap(pattern);
	await until(() => asked()[0]?.id !== known && asked()[0]?.state !== "open", "an answer");
	const [row] = asked();
	if (row?.state !== "answered") throw new Error(`${row?.question} ended as ${row?.state}`);
	const { text, next = [] } = row.answer;
	return { text, next };
}

/** Turns the pages of an answer until one shows it. */
async function turnTo(label: string): Promise<void> {
	const shows = () => view.texts.some(({ text }) => text === label);
	await page.locator("#watch").focus();
	for (let turned = 0; turned < PAGES_MAX && !shows(); turned++) {
		await page.keyboard.press("ArrowUp");
		await page.waitForTimeout(LOOK_MS * 10);
	}
}

const done = () => page.locator("#steps .done").count();

test("a newcomer has a good answer after two taps at most, having read nothing", { timeout: TEST_MS }, async () => {
	taps = 0;
	expect(view.screen).toBe("on");
	expect(await done()).toBe(0);
	if (!view.texts.some(({ text }) => CHIP.test(text))) await tap(WAY_IN);
	const { text } = await answerTo(CHIP);
	await reads(text.slice(0, 12));
	expect(taps).toBeLessThanOrEqual(2);
	expect(CANNOT).not.toContain(text);
	await until(() => view.steps[0]?.done === true, "the first step is ticked off");
	await backToFace();
	await until(() => view.steps[1]?.done === true, "the second step is ticked off");
	expect(await done()).toBe(2);
});

test('no button that is offered is answered by "I cannot"', { timeout: 2 * TEST_MS }, async () => {
	const exactly = (label: string) => new RegExp(`^${label.replace(/[?]/g, "\\$&")}$`);
	const answered: string[] = [];
	for (const label of CHIPS.map((name) => words[name])) {
		await page.getByRole("button", { name: "App", exact: true }).click();
		await until(() => view.surface.startsWith("page"), "the app");
		await tap(MORE);
		await until(() => view.texts.some(({ text }) => text === words["page.back"]), "the list of quick replies");
		await turnTo(label);
		if (ACTS.includes(label)) {
			await tap(exactly(label));
			await until(() => view.texts.some(({ text }) => text === words["ring.undo"]), "what the watch did");
			continue;
		}
		const { text, next } = await answerTo(exactly(label));
		answered.push(text);
		const [followUp] = next;
		if (followUp === undefined) continue;
		await turnTo(followUp);
		answered.push((await answerTo(exactly(followUp))).text);
	}
	expect(answered.length).toBeGreaterThan(3);
	expect(answered.filter((text) => CANNOT.includes(text))).toEqual([]);
});

test("dictation takes one tap from the face to listening", { timeout: TEST_MS }, async () => {
	await backToFace();
	await tap(ASK);
	const said = page.getByLabel("The watch is listening. What is said?");
	await said.waitFor();
	expect(taps).toBe(1);
	await said.fill(words["offline.ask.time"]);
	await page.getByRole("button", { name: "Dictate" }).click();
	await reads("It is ");
});

test("a key and a base URL in the settings page give that endpoint's answer", { timeout: TEST_MS }, async () => {
	const settings = page.locator("#settings");
	await settings.getByLabel(words["setting.provider"]).selectOption({ label: words["setting.provider.custom"] });
	await settings.getByLabel(words["setting.url"]).click();
	await page.keyboard.type(model.url);
	await settings.getByLabel(words["setting.model"], { exact: true }).click();
	await page.keyboard.type("mock-1");
	await settings.getByLabel(words["setting.key"]).click();
	await settings.getByText(words["setting.model.about"]).waitFor();
	await page.keyboard.type(KEY);
	await page.keyboard.press("Enter");
	await settings.getByText(words["setting.test.passed"].slice(0, 8)).waitFor();
	await until(() => view.steps.every((step) => step.done), "the last step is ticked off");
	expect(await settings.textContent()).toContain(KEY.slice(-4));
	expect(await page.content()).not.toContain(KEY);
	await backToFace();
	await tap(CHIP);
	await reads(ANSWER);
	expect(taps).toBe(1);
	expect(ASKED).toContain(model.asked().at(-1)?.at(-1)?.content);
});

test.each([
	{ width: 1280, height: 800 },
	{ width: 390, height: 844 },
])("the page fits $width by $height, and shows an answer there", { timeout: TEST_MS }, async (size) => {
	await page.setViewportSize(size);
	await reads(ANSWER);
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(beyond).toBeLessThanOrEqual(0);
	const box = await page.locator("#watch").boundingBox();
	expect(box?.width).toBeGreaterThan(200);
	const picture = await page.screenshot(shotPath(size));
	expect(picture.byteLength).toBeGreaterThan(10_000);
});

test("nothing went wrong in the browser", () => {
	expect(faults).toEqual([]);
});

/** Kept for a person's eyes where `SHOTS_DIR` names a folder. */
function shotPath({ width, height }: { width: number; height: number }): { path?: string } {
	const folder = process.env.SHOTS_DIR;
	return folder === undefined ? {} : { path: join(folder, `start-${width}x${height}.png`) };
}
