import { once } from "node:events";
import http from "node:http";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { packProject } from "../../packing/pack-project.ts";
import { DEVICES, findDevice } from "../devices.ts";
import { createLiveClock } from "../live-clock.ts";
import { hostDesktops } from "./host.ts";
import { toWav } from "./page/wav.ts";
import { decodePageMessage, type PageMessage, type ServerMessage, type View } from "./protocol.ts";
import { type Served, serve } from "./serve.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47];

let served: Served;
let origin = "";
beforeAll(async () => {
	const echo = await packProject(fileURLToPath(new URL("../__fixtures__/echo", import.meta.url)));
	const device = findDevice("balance2");
	if (!device) throw new Error("no such watch");
	const host = await hostDesktops({ packages: [echo], clock: createLiveClock() }, { device, language: "en-US" });
	served = await serve(host, { port: 0 });
	origin = served.url.replace("localhost", "127.0.0.1");
	return () => host.current().close();
});
afterAll(() => served.close());

/** A browser that remembers what it was told. */
async function connect(): Promise<{
	say(message: PageMessage | Uint8Array): void;
	until(done: (view: View) => boolean): Promise<View>;
	frames: Buffer[];
	settings(): unknown;
	/** What it was told takes its time, in order. */
	busy: string[];
	log: string[];
	close(): void;
}> {
	const socket = new WebSocket(`${origin.replace("http", "ws")}/live`, { origin });
	const frames: Buffer[] = [];
	let view: View | null = null;
	let settings: unknown = null;
	const busy: string[] = [];
	const log: string[] = [];
	socket.on("message", (data: Buffer, isBinary) => {
		if (isBinary) {
			frames.push(data);
			return;
		}
		const message = JSON.parse(String(data)) as ServerMessage;
		if (message.type === "view") view = message.view;
		if (message.type === "busy") busy.push(message.text);
		if (message.type === "log") log.push(...message.lines.map(({ text }) => text));
		if (message.type === "settings") settings = message.tree;
	});
	await once(socket, "open");
	return {
		say: (message) => socket.send(message instanceof Uint8Array ? message : JSON.stringify(message)),
		async until(done) {
			while (view === null || !done(view)) await once(socket, "message");
			return view;
		},
		frames,
		settings: () => settings,
		busy,
		log,
		close: () => socket.terminate(),
	};
}

const sees = (text: string) => (view: View) => view.texts.some((drawn) => drawn.text === text);

describe("over HTTP", () => {
	test("the page, its style and its script are there, and no file besides", async () => {
		for (const [path, type] of [
			["/", "text/html"],
			["/style.css", "text/css"],
			["/main.js", "text/javascript"],
		] as const) {
			const response = await fetch(origin + path);
			expect(response.headers.get("content-type")).toContain(type);
			expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
			expect((await response.text()).length).toBeGreaterThan(100);
		}
		expect((await fetch(`${origin}/../package.json`)).status).toBe(404);
		expect((await fetch(`${origin}/main.ts`)).status).toBe(404);
		expect((await fetch(origin, { method: "POST" })).status).toBe(405);
	});

	test("fonts are served by the names in their style sheet, and no other file of their packages", async () => {
		const css = await (await fetch(`${origin}/fonts.css`)).text();
		const paths = [...css.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? "");
		expect(paths.length).toBeGreaterThan(100);
		const font = await fetch(origin + paths[0]);
		expect(font.headers.get("content-type")).toBe("font/woff2");
		expect((await font.arrayBuffer()).byteLength).toBeGreaterThan(1000);
		for (const path of ["/fonts/noto-sans/../package.json", "/fonts/noto-sans/none.woff2", "/fonts/zpm/a.woff2"]) {
			expect((await fetch(origin + path)).status).toBe(404);
		}
	});

	test("a request by another name is not served", async () => {
		const request = http.get(origin, { headers: { Host: "evil.example" } });
		const [response] = (await once(request, "response")) as [http.IncomingMessage];
		response.resume();
		expect(response.statusCode).toBe(404);
	});
});

test.each(["http://evil.example", "https://localhost:1", ""])("a page from %j may not speak", async (from) => {
	const socket = new WebSocket(`${origin.replace("http", "ws")}/live`, from === "" ? {} : { origin: from });
	const [error] = (await once(socket, "error")) as [Error];
	expect(error.message).toContain("401");
});

test("a browser sees the watch, touches it, and sees what came of it", async () => {
	const browser = await connect();
	const view = await browser.until(sees("silence"));
	expect(view.device).toMatchObject({ id: "balance2", width: 480, shape: "round" });
	expect(view.devices).toEqual(DEVICES.map(({ id, name }) => ({ id, name })));
	expect(view.surfaces).toMatchObject([{ id: "page:1101901", name: "App" }]);
	expect([...(browser.frames[0]?.subarray(0, 4) ?? [])]).toEqual(PNG);
	const shout = view.texts.find(({ text }) => text === "Shout");
	browser.say({ type: "tap", x: shout?.x ?? 0, y: shout?.y ?? 0 });
	const after = await browser.until(sees("hello!"));
	expect(after.link.bytesUp).toBeGreaterThan(0);
	expect(after.phone.services).toEqual([{ id: 1101901, name: "Echo", running: true }]);
	browser.close();
});

test("the settings page is shown, acted on, and follows", async () => {
	const browser = await connect();
	await browser.until(() => browser.settings() !== null);
	expect(browser.settings()).toMatchObject({
		element: "View",
		children: [{ element: "TextInput" }, { value: false }, {}],
	});
	browser.say({ type: "act", node: "0.1", value: true });
	await browser.until(() => JSON.stringify(browser.settings()).includes("Very loud"));
	browser.close();
});

test("switches and buttons reach phone and link", async () => {
	const browser = await connect();
	browser.say({ type: "link", connected: false });
	await browser.until(({ link }) => !link.connected);
	browser.say({ type: "link", connected: true });
	browser.say({ type: "phone", open: false });
	await browser.until(({ phone, link }) => !phone.open && link.connected);
	browser.say({ type: "phone", open: true });
	browser.say({ type: "network", online: false });
	await browser.until(({ phone }) => phone.open && !phone.online);
	browser.say({ type: "network", online: true });
	browser.say({ type: "screen", screen: "off" });
	await browser.until(({ screen }) => screen === "off");
	browser.say({ type: "screen", screen: "on" });
	await browser.until(({ screen, phone }) => screen === "on" && phone.online);
	browser.close();
});

test("another watch shows the same app, and keeps its settings", async () => {
	const browser = await connect();
	browser.say({ type: "act", node: "0.0", value: "~" });
	browser.say({ type: "choose", device: "bip6", language: "de-DE" });
	const view = await browser.until(({ device }) => device.id === "bip6");
	expect(view).toMatchObject({ device: { width: 390, height: 450, shape: "square" }, language: "de-DE" });
	await browser.until(() => JSON.stringify(browser.settings()).includes('"~"'));
	browser.say({ type: "choose", device: "no such watch", language: "en-US" });
	browser.say({ type: "choose", device: "balance2", language: "en-US" });
	await browser.until(({ device }) => device.id === "balance2" && browser.busy.length === 6);
	expect(browser.busy).toEqual([
		"Packing for Amazfit Bip 6 ...",
		"",
		"Starting again ...",
		"",
		"Packing for Amazfit Balance 2 ...",
		"",
	]);
	browser.close();
});

test("a watch with a recorder hears what the page gives it, and says why of what is no sound", async () => {
	const browser = await connect();
	expect((await browser.until(() => true)).microphone).toBeNull();
	browser.say({ type: "choose", device: "balance", language: "en-US" });
	await browser.until(({ microphone }) => microphone?.soundMs === 0);
	browser.say(toWav(new Float32Array(24_000), 16_000));
	await browser.until(({ microphone }) => microphone?.soundMs === 1500);
	browser.say(new Uint8Array([1, 2, 3]));
	await browser.until(() => browser.log.some((line) => line.includes("not a WAV file")));
	expect((await browser.until(() => true)).microphone?.soundMs).toBe(1500);
	browser.say({ type: "choose", device: "balance2", language: "en-US" });
	await browser.until(({ microphone }) => microphone === null);
	browser.close();
});

test.each([
	"",
	"null",
	"[]",
	'{"type":"tap"}',
	'{"type":"tap","x":"1","y":2}',
	'{"type":"swipe","direction":"away"}',
	'{"type":"keyboard","how":"type"}',
	'{"type":"act","node":1}',
	'{"type":"act","node":"0","value":{}}',
	'{"type":"constructor"}',
])("%j is no message of the page", (json) => {
	expect(decodePageMessage(json)).toBeNull();
});

test("what the page sends is read as it was meant", () => {
	const messages: PageMessage[] = [
		{ type: "long-press", x: 1, y: 2 },
		{ type: "keyboard", how: "cancel" },
		{ type: "keyboard", how: "dictate", text: "" },
		{ type: "act", node: "0.1" },
		{ type: "act", node: "0.1", value: ["a"] },
		{ type: "wrist-down" },
	];
	for (const message of messages) expect(decodePageMessage(JSON.stringify(message))).toEqual(message);
});
