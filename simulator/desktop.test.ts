import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, expect, test } from "vitest";
import { packProject } from "../packing/pack-project.ts";
import { createDesktop, type Desktop, type DesktopOptions } from "./desktop.ts";
import { findDevice } from "./devices.ts";
import { parseLink } from "./link/link.ts";
import { sees, tapText } from "./person.ts";
import { parsePhone } from "./phone/profile.ts";
import { openState } from "./state.ts";
import { createVirtualClock } from "./virtual-clock.ts";

const ECHO = 1101901;
const START = Date.UTC(2026, 0, 2, 10, 9);
const PATIENCE_MS = 90_000;

let echo = "";
beforeAll(async () => {
	echo = await packProject(fileURLToPath(new URL("./__fixtures__/echo", import.meta.url)));
});

const open: (() => void)[] = [];
afterEach(() => {
	for (const close of open.splice(0)) close();
});

async function start(options: Partial<DesktopOptions> & { rate?: number } = {}): Promise<Desktop> {
	const device = options.device ?? findDevice("balance2");
	if (!device) throw new Error("no such watch");
	const clock = createVirtualClock({ start: START, rate: options.rate ?? 1 });
	const desktop = await createDesktop({
		clock,
		packages: [echo],
		settings: { brightTimeMs: PATIENCE_MS },
		...options,
		device,
	});
	open.push(desktop.close);
	desktop.begin();
	await desktop.clock.runUntil(() => sees(desktop.watch, "silence"), PATIENCE_MS);
	return desktop;
}

function shows(desktop: Desktop, text: string): Promise<boolean> {
	return desktop.clock.runUntil(() => sees(desktop.watch, text), PATIENCE_MS);
}

test("what a finger starts goes through zml on both ends and comes back", async () => {
	const desktop = await start();
	tapText(desktop.watch, "Shout");
	expect(await shows(desktop, "hello!")).toBe(true);
	const { handshakesUp, dataFramesUp, dataFramesDown } = desktop.link.counters();
	expect([handshakesUp > 0, dataFramesUp, dataFramesDown]).toEqual([true, 1, 1]);
	expect(desktop.watch.crashes()).toEqual([]);
});

test("the keyboard's text and what is said reach the app", async () => {
	const desktop = await start();
	for (const [how, words] of [
		["type", "grüße"],
		["dictate", "spoken"],
	] as const) {
		tapText(desktop.watch, "Write");
		await desktop.clock.runUntil(() => desktop.watch.keyboard() !== null, PATIENCE_MS);
		expect(desktop.watch[how](words)).toBe(true);
		expect(await shows(desktop, `${words}!`)).toBe(true);
	}
});

test("a setting entered on the phone reaches the watch and changes the next answer", async () => {
	const desktop = await start();
	tapText(desktop.watch, "Shout");
	await shows(desktop, "hello!");
	const page = desktop.phone.settingsPage(ECHO);
	const input = page?.render()?.children[0];
	if (!page || !input || typeof input === "string") throw new Error("no input");
	page.act(input.id, "?");
	expect(await shows(desktop, "now with ?")).toBe(true);
	tapText(desktop.watch, "Shout");
	expect(await shows(desktop, "hello?")).toBe(true);
});

test("the Side Service's requests go out over real HTTP while the watch waits", async () => {
	const server = http.createServer((_, response) => response.end("from afar")).listen(0, "127.0.0.1");
	open.push(() => server.close());
	await once(server, "listening");
	const desktop = await start();
	desktop.phone.settings(ECHO).set("url", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, "desktop");
	tapText(desktop.watch, "Shout");
	expect(await shows(desktop, "from afar!")).toBe(true);
});

test("a closed Zepp app, or a link that is away, ends in the app's own failure", async () => {
	for (const break_ of [(desktop: Desktop) => desktop.phone.close(), (desktop: Desktop) => desktop.link.disconnect()]) {
		const desktop = await start();
		break_(desktop);
		tapText(desktop.watch, "Shout");
		expect(await shows(desktop, "nobody there")).toBe(true);
	}
});

test("the same seed gives the same run to the byte and the millisecond", async () => {
	const run = async (seed: number) => {
		const link = parseLink(`latency=100,reorder=0.5,seed=${seed}`);
		const desktop = await start({ link });
		const seen: string[] = [];
		desktop.link.onTraffic(({ at, direction, bytes, fate }) => seen.push(`${at} ${direction} ${bytes.length} ${fate}`));
		for (let turn = 0; turn < 3; turn += 1) {
			tapText(desktop.watch, "Shout");
			await shows(desktop, "…");
			await shows(desktop, "hello!");
		}
		return seen;
	};
	const first = await run(3);
	expect(first.length).toBeGreaterThan(6);
	expect(await run(3)).toEqual(first);
	expect(await run(4)).not.toEqual(first);
});

test("what was set outlives the desktop where its state is kept", async () => {
	const state = openState(null);
	const first = await start({ state });
	first.phone.settings(ECHO).set("mark", "~", "page");
	first.close();
	const second = await start({ state, phone: parsePhone("awake") });
	tapText(second.watch, "Shout");
	expect(await shows(second, "hello~")).toBe(true);
});

test("nothing runs after a desktop is closed", async () => {
	const desktop = await start();
	tapText(desktop.watch, "Shout");
	desktop.close();
	const before = desktop.entries().length;
	await desktop.clock.runFor(600_000);
	expect(desktop.entries().length).toBe(before);
});

test("one log has what every part says, each by its name", async () => {
	const desktop = await start();
	tapText(desktop.watch, "Shout");
	await shows(desktop, "hello!");
	desktop.link.disconnect();
	desktop.note("info", "noted");
	const sources = new Set(desktop.entries().map(({ source }) => source));
	expect(sources).toContain("watch");
	expect(sources).toContain("link");
	expect(sources).toContain("host");
});
