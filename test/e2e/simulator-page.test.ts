/** The simulator's page in a real browser, around a small app of our own: what a mouse, a keyboard and a reader find. */
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { packProject } from "../../packing/pack-project.ts";
import {
	createLiveClock,
	type DesktopHost,
	findDevice,
	hostDesktops,
	type Served,
	serve,
} from "../../simulator/index.ts";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_GET_CHROMIUM } from "../chromium.ts";

let browser: Browser;
let echo = "";
beforeAll(async () => {
	const executablePath = findChromium();
	if (executablePath === null) throw new Error(HOW_TO_GET_CHROMIUM);
	browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
	echo = await packProject(fileURLToPath(new URL("../../simulator/__fixtures__/echo", import.meta.url)));
});
afterAll(() => browser.close());

let host: DesktopHost;
let served: Served;
let page: Page;
const faults: string[] = [];
beforeEach(async () => {
	const device = findDevice("balance2");
	if (!device) throw new Error("no such watch");
	host = await hostDesktops({ packages: [echo], clock: createLiveClock() }, { device, language: "en-US" });
	served = await serve(host, { port: 0 });
	page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.on("pageerror", (error) => faults.push(error.message));
	page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
	await page.goto(served.url);
	await text("silence").waitFor();
});
afterEach(async () => {
	await page.close();
	await served.close();
	host.current().close();
	expect(faults.splice(0)).toEqual([]);
});

const text = (words: string) => page.locator("#watch-texts li").filter({ has: page.getByText(words, { exact: true }) });

/** Clicks the canvas at a point of the watch's screen. */
async function tapScreen(x: number, y: number): Promise<void> {
	const box = await page.locator("#watch").boundingBox();
	if (!box) throw new Error("no watch");
	await page.mouse.click(box.x + (x / 480) * box.width, box.y + (y / 480) * box.height);
}

test("a click on the picture is a tap there", async () => {
	await tapScreen(240, 145);
	await text("hello!").waitFor();
});

test("the picture is drawn at the watch's own size", async () => {
	const lit = await page.locator("#watch").evaluate((canvas: HTMLCanvasElement) => {
		const { width, height } = canvas;
		const data = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
		let count = 0;
		for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 40) count += 1;
		return { width, height, count };
	});
	expect(lit).toMatchObject({ width: 480, height: 480 });
	expect(lit.count).toBeGreaterThan(1000);
});

test("without a mouse: a text is reached by Tab and tapped by Enter, and the watch's keyboard takes what is typed", async () => {
	await page.getByRole("button", { name: "Write", exact: true }).focus();
	await page.keyboard.press("Enter");
	const field = page.getByLabel("The watch's keyboard");
	await field.waitFor();
	expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
	await page.keyboard.type("typed");
	await page.keyboard.press("Enter");
	await text("typed!").waitFor();
	expect(await field.isVisible()).toBe(false);
});

test("speech is typed text that is dictated, and Escape puts the keyboard away", async () => {
	await tapScreen(240, 335);
	await page.getByLabel("The watch's keyboard").fill("spoken");
	await page.getByRole("button", { name: "Dictate" }).click();
	await text("spoken!").waitFor();
	await tapScreen(240, 335);
	await page.getByLabel("The watch's keyboard").press("Escape");
	await page.getByLabel("The watch's keyboard").waitFor({ state: "hidden" });
});

test("settings are real form controls, and a redraw keeps what is half typed", async () => {
	const mark = page.getByLabel("Mark");
	await mark.focus();
	await page.keyboard.type("half");
	host.current().phone.settings(1101901).set("loud", "true", "service");
	await page.getByText("Very loud").waitFor();
	expect(await mark.inputValue()).toBe("half");
	expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
	await page.keyboard.press("Enter");
	await tapScreen(240, 145);
	await text("hellohalf").waitFor();
	await page.getByRole("switch", { name: "Loud" }).click();
	await page.getByText("Quiet").waitFor();
});

test("a closed Zepp app shows no settings and answers nothing", async () => {
	await page.getByRole("switch", { name: "Zepp app" }).click();
	await page.getByText("This app shows no settings now.").waitFor();
	await tapScreen(240, 145);
	await text("nobody there").waitFor();
	await page.getByRole("switch", { name: "Zepp app" }).click();
	await page.getByLabel("Mark").waitFor();
});

test("another watch has another shape, and its screen can be put out", async () => {
	await page.getByRole("combobox", { name: "Watch" }).selectOption({ label: "Amazfit Bip 6" });
	await page.locator("#watch[width='390'][height='450']").waitFor();
	await text("silence").waitFor();
	await page.getByRole("button", { name: "Off", exact: true }).click();
	await page.locator("#wrist [data-screen='off'][aria-pressed='true']").waitFor();
	await expect.poll(litPixels).toBe(0);
	await page.getByRole("button", { name: "Wrist up" }).click();
	await expect.poll(litPixels).toBeGreaterThan(1000);
});

/** Pixels of the canvas that are not black. */
function litPixels(): Promise<number> {
	return page.locator("#watch").evaluate((canvas: HTMLCanvasElement) => {
		const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
		let count = 0;
		for (let at = 0; at < data.length; at += 4) if (Math.max(data[at] ?? 0, data[at + 1] ?? 0) > 20) count += 1;
		return count;
	});
}

test("the watch's day can be changed: its time, its units, what it measured, and that it measured nothing", async () => {
	const { watch } = host.current();
	await page.getByLabel("Time").fill("17:05");
	await page.getByRole("switch", { name: "24 hours" }).click();
	await page.getByRole("switch", { name: "Metric units" }).click();
	await page.getByLabel("Battery, %").fill("7");
	await page.getByLabel("Heart rate").fill("");
	await page.getByLabel("Weather").selectOption({ label: "Fog" });
	await page.getByLabel("Temperature, °C").fill("-3");
	await page.getByLabel("Steps").fill("12345");
	await page.getByLabel("Steps").press("Enter");
	await expect.poll(() => watch.sensors.steps).toBe(12_345);
	const { hour24, metric, aheadMs = () => 0, utcOffsetMinutes } = watch.settings;
	const shown = new Date(host.current().clock.now() + aheadMs() + utcOffsetMinutes * 60_000);
	expect([hour24, metric, shown.toISOString().slice(11, 15)]).toEqual([false, false, "17:0"]);
	const { battery, heartRate, weather } = watch.sensors;
	expect([battery, heartRate, weather]).toMatchObject([
		7,
		null,
		{ temperature: -3, forecast: [{ index: 13 }, {}, {}] },
	]);
});

test("who reads the phone's settings keeps the watch awake", { timeout: 30_000 }, async () => {
	let looks = 0;
	const { watch } = host.current();
	const stayLit = watch.stayLit.bind(watch);
	watch.stayLit = () => {
		looks += 1;
		stayLit();
	};
	await page.mouse.move(10, 10);
	await page.getByLabel("Mark").focus();
	await expect.poll(() => looks, { timeout: 15_000 }).toBeGreaterThan(0);
});

test("every control has a name and can be reached by Tab", async () => {
	const nameless = await page.evaluate(() => {
		const controls = [...document.querySelectorAll<HTMLElement>("button, input, select, textarea, canvas, [tabindex]")];
		const shown = controls.filter((control) => control.offsetParent !== null);
		const named = (control: HTMLElement) =>
			(control.getAttribute("aria-label") ?? "") !== "" ||
			(control.textContent ?? "").trim() !== "" ||
			((control as HTMLInputElement).labels?.length ?? 0) > 0;
		return shown.filter((control) => !named(control) || control.tabIndex < 0).map((control) => control.outerHTML);
	});
	expect(nameless).toEqual([]);
});

test.each([1280, 1171, 1121, 1000, 821, 700, 390, 360])(
	"at a width of %d nothing is cut off at the side",
	async (width) => {
		await page.setViewportSize({ width, height: 800 });
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(overflow).toBeLessThanOrEqual(0);
		const box = await page.locator("#watch").boundingBox();
		expect(box?.width).toBeGreaterThan(200);
		expect(box?.width).toBeCloseTo(box?.height ?? 0, 0);
		// The whole of it is on the first screen, its case too.
		const whole = await page.locator("#bezel").boundingBox();
		expect(whole?.x).toBeGreaterThanOrEqual(0);
		expect((whole?.x ?? 0) + (whole?.width ?? 0)).toBeLessThanOrEqual(width);
		expect((whole?.y ?? 0) + (whole?.height ?? 0)).toBeLessThanOrEqual(800);
	},
);
