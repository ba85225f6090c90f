import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APP_ID, bundleScript, createPocket } from "./__fixtures__/pocket.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A request of zml 0.0.43 as its watch end sends it: 66 bytes of header, then JSON. */
function zmlRequest(traceId: number, body: object): Uint8Array {
	const json = Buffer.from(JSON.stringify({ jsonrpc: "hmrpcv1", ...body }));
	const head = Buffer.alloc(66);
	head.writeUInt32LE(traceId, 0);
	head.writeUInt32LE(json.length, 16);
	head.writeUInt32LE(json.length, 20);
	head.set([1, 1], 24);
	head.set([2, 2], 54);
	return Buffer.concat([head, json]);
}

describe("with real zml", () => {
	let script = "";
	beforeAll(async () => {
		script = await bundleScript(`
			import { BaseSideService } from "@zeppos/zml/base-side";
			AppSideService(BaseSideService({
				onRequest(request, answer) { answer(null, { echo: request.text, asked: ++asked }); },
				onSettingsChange({ key, newValue }) { this.call({ key, newValue }); },
			}));
			let asked = 0;
		`);
	});

	test("a handshake starts the service and is answered with its port", async () => {
		const pocket = await createPocket({ side: script });
		pocket.sendFrame("handshake", Uint8Array.of(1));
		await pocket.clock.runFor(1000);
		expect(pocket.logs).toEqual([]);
		expect(pocket.down).toHaveLength(1);
		expect(pocket.down[0]).toMatchObject({ kind: "handshake", watchPort: 20, appId: APP_ID });
		expect(pocket.down[0]?.phonePort).toBeGreaterThan(0);
		expect(pocket.down[0]?.payload).toHaveLength(1);
	});

	test("a request is answered, with the header around the answer", async () => {
		const pocket = await createPocket({ side: script });
		pocket.sendFrame("handshake", Uint8Array.of(1));
		pocket.sendFrame("data", zmlRequest(10000, { text: "grüße 世界" }));
		await pocket.clock.runFor(2000);
		const answer = pocket.down[1];
		expect(answer?.kind).toBe("data");
		expect(JSON.parse(text(answer?.payload.subarray(66) ?? new Uint8Array()))).toEqual({
			jsonrpc: "hmrpcv1",
			result: { echo: "grüße 世界", asked: 1 },
		});
	});

	test("a change in the settings reaches a running service, and starts one that is not", async () => {
		const pocket = await createPocket({ side: script });
		for (const value of ["one", "two"]) {
			pocket.phone.settings(APP_ID).set("name", value, "page");
			await pocket.clock.runFor(2000);
		}
		const calls = pocket.down.map((frame) => JSON.parse(text(frame.payload.subarray(66))));
		expect(calls).toMatchObject([{ newValue: "one" }, { key: "name", newValue: "two" }]);
	});

	test("a killed service forgets, and the next frame starts a new one", async () => {
		const pocket = await createPocket({ side: script });
		const ask = async () => {
			pocket.sendFrame("data", zmlRequest(10000, { text: "again" }));
			await pocket.clock.runFor(2000);
			return JSON.parse(text(pocket.down.at(-1)?.payload.subarray(66) ?? new Uint8Array())).result.asked;
		};
		expect([await ask(), await ask()]).toEqual([1, 2]);
		pocket.phone.kill(APP_ID);
		expect(pocket.phone.isRunning(APP_ID)).toBe(false);
		expect(await ask()).toBe(1);
	});

	test("a closed Zepp app answers nothing until it is opened", async () => {
		const pocket = await createPocket({ side: script });
		pocket.phone.close();
		pocket.sendFrame("handshake", Uint8Array.of(1));
		await pocket.clock.runFor(2000);
		expect(pocket.down).toEqual([]);
		pocket.phone.open();
		pocket.sendFrame("handshake", Uint8Array.of(1));
		await pocket.clock.runFor(2000);
		expect(pocket.down).toHaveLength(1);
	});
});

const LISTEN = `messaging.peerSocket.addListener("message", (payload) => console.log(Buffer.from(payload).toString("hex")));`;

test("handshake frames reach the listener only where the switch says so", async () => {
	for (const rawHandshakes of [false, true]) {
		const side = `AppSideService({ onInit() { ${LISTEN} } })`;
		const pocket = await createPocket({ side }, { phone: { rawHandshakes } });
		pocket.sendFrame("handshake", Uint8Array.of(7));
		pocket.sendFrame("data", Uint8Array.of(0xab));
		await pocket.clock.runFor(1000);
		expect(pocket.logs.at(-1)).toBe("ab");
		expect(pocket.logs.length).toBe(rawHandshakes ? 2 : 1);
		if (rawHandshakes) expect(pocket.logs[0]).toMatch(/^01010100.{24}07$/);
	}
});

test("nothing of Node or a browser is there", async () => {
	const names = ["process", "require", "module", "global", "URL", "TextEncoder", "AbortController", "queueMicrotask"];
	const more = [
		"structuredClone",
		"FormData",
		"Blob",
		"WebAssembly",
		"crypto",
		"performance",
		"setImmediate",
		"window",
	];
	const list = JSON.stringify([...names, ...more]);
	const side = `console.log(${list}.filter((name) => typeof globalThis[name] !== "undefined").join()); AppSideService({})`;
	expect(await (await createPocket({ side })).startAndLog()).toEqual([""]);
});

test("code from strings is refused, but for the one way to the global object", async () => {
	const side = `
		const attempt = (run) => { try { return String(run()); } catch (error) { return error.name; } };
		console.log(attempt(() => new Function("return this")() === globalThis));
		console.log(attempt(() => new Function("return 1")()));
		console.log(attempt(() => (() => {}).constructor("return 1")()));
		AppSideService({});`;
	expect(await (await createPocket({ side })).startAndLog()).toEqual(["true", "EvalError", "EvalError"]);
});

test("time and chance are those of the simulation", async () => {
	const side = `
		console.log(new Date().toISOString(), Date.now() === +new Date(), new Date(0).getTime(), new Date() instanceof Date);
		console.log(Math.random());
		setTimeout(() => console.log(new Date().toISOString()), 60000);
		AppSideService({});`;
	const pocket = await createPocket({ side });
	await pocket.startAndLog();
	await pocket.clock.runFor(60_000);
	expect(pocket.logs[0]).toBe("2026-01-02T03:04:05.000Z true 0 true");
	expect(pocket.logs[2]).toBe("2026-01-02T03:05:05.000Z");
	expect((await (await createPocket({ side })).startAndLog())[1]).toBe(pocket.logs[1]);
});

test("what a callback throws is logged and the service goes on", async () => {
	const side = `
		AppSideService({
			onInit() { null.x; },
			onRun() {
				setTimeout(() => { throw new Error("in a timer"); }, 10);
				setTimeout(() => Promise.reject(new Error("nobody caught")), 20);
				setTimeout(() => console.log("%s is %d", "still", 1, { a: [2] }), 30);
			},
		});`;
	const pocket = await createPocket({ side });
	await pocket.startAndLog();
	await pocket.clock.runFor(100);
	expect(pocket.logs[0]).toMatch(/^onInit threw TypeError/);
	expect(pocket.logs[1]).toMatch(/^a timer threw Error: in a timer/);
	expect(pocket.logs[2]).toMatch(/^unhandled rejection: Error: nobody caught/);
	expect(pocket.logs.at(-1)).toBe('still is 1 {"a":[2]}');
});

test("a service that is stopped is told, one that is killed is not; neither's last rejection ends the process", async () => {
	for (const end of ["stop", "kill"] as const) {
		const side = `AppSideService({ onDestroy() { console.log("bye"); }, onRun() { Promise.reject(new Error("late")); } });`;
		const pocket = await createPocket({ side });
		pocket.phone.start(APP_ID);
		pocket.phone[end](APP_ID);
		await pocket.clock.runFor(1000);
		expect(pocket.logs).toEqual(end === "stop" ? ["bye"] : []);
		expect(pocket.phone.isRunning(APP_ID)).toBe(false);
	}
});

test("intervals repeat until cleared", async () => {
	const side = `
		let ticks = 0;
		const id = setInterval(() => { console.log(++ticks); if (ticks === 3) clearInterval(id); }, 100);
		AppSideService({});`;
	const pocket = await createPocket({ side });
	await pocket.startAndLog();
	await pocket.clock.runFor(1000);
	expect(pocket.logs).toEqual(["1", "2", "3"]);
});

test("what is not modelled says so when it is called, not before, and even where the app swallows it", async () => {
	const side = `
		transferFile.inbox.on("file", () => {});
		for (const call of [network.downloader.downloadFile, image.convert, transferFile.outbox.enqueueFile]) {
			try { call({ url: "http://x" }); } catch (error) { }
		}
		AppSideService({});`;
	expect(await (await createPocket({ side })).startAndLog()).toEqual([
		"not modelled: network.downloader.downloadFile",
		"not modelled: image.convert",
		"not modelled: transferFile.outbox.enqueueFile",
	]);
});

describe("killed while a request is under way", () => {
	const server = http.createServer();
	let url = "";
	beforeAll(async () => {
		server.listen(0, "127.0.0.1");
		await once(server, "listening");
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	test("nothing of it runs any more: no reply, no timer, no write; the connection is given up", async () => {
		const side = `
			settings.settingsStorage.setItem("state", "sent");
			const after = (what) => { console.log(what); settings.settingsStorage.setItem("state", what); };
			fetch({ url: "${url}" }).then(() => after("reply"), () => after("failure"));
			setTimeout(() => after("timer"), 50);
			AppSideService({ onDestroy() { after("destroyed"); } });`;
		const pocket = await createPocket({ side });
		const asked = once(server, "request") as Promise<[http.IncomingMessage, http.ServerResponse]>;
		pocket.phone.start(APP_ID);
		const [request, response] = await asked;
		const closed = once(response, "close");
		expect(request.method).toBe("GET");
		pocket.phone.kill(APP_ID);
		await closed;
		await turn();
		await pocket.clock.runFor(60_000);
		expect(pocket.logs).toEqual([]);
		expect(pocket.phone.settings(APP_ID).all()).toEqual({ state: "sent" });
	});
});
