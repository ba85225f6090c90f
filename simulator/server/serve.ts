/**
 * The page on localhost. Owns HTTP, the WebSocket and what each browser was last told; the desktop does the rest. Rule:
 * only this machine is served, and only pages that we served may speak: a key is entered here.
 */
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import type { Desktop } from "../desktop.ts";
import { type Device, findDevice } from "../devices.ts";
import { act } from "./acts.ts";
import { type Asset, loadAssets, loadFont } from "./assets.ts";
import { createMirror, type Mirror } from "./mirror.ts";
import { decodePageMessage, type ServerMessage, type Step } from "./protocol.ts";

/** Whoever makes the desktops: a browser may ask for another watch or language. */
export interface DesktopHost {
	/** What the page is called. */
	readonly title: string;
	/** The watches that a browser may choose from. */
	readonly devices: readonly Device[];
	/** What a newcomer may try, and what of it is done. */
	steps(): Step[];
	current(): Desktop;
	/** Closes the current desktop and begins another with the same state. */
	change(choice: { device: string; language: string }): Promise<Desktop>;
}

export type Served = { url: string; close(): Promise<void> };

const POLICY =
	"default-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws:; frame-ancestors 'none'; base-uri 'none'";

/** Half a minute of sound at the highest rate that a browser has, with room to spare. */
const MESSAGE_BYTES_MAX = 32 * 1024 * 1024;

/** `port` 0 takes a free one. Throws when the port is taken. */
export async function serve(host: DesktopHost, options: { port: number }): Promise<Served> {
	const assets = await loadAssets(host.title);
	const server = http.createServer((request, response) => void answer(request, response, assets));
	const sockets = new WebSocketServer({
		server,
		maxPayload: MESSAGE_BYTES_MAX,
		path: "/live",
		verifyClient: ({ req }: { req: http.IncomingMessage }) => isOwn(req),
	});
	const mirrors = new Map<WebSocket, Mirror>();
	/** One after the other: a change takes its time. */
	let changes = Promise.resolve();

	sockets.on("connection", (socket) => {
		// Who opens the page looks at the watch.
		if (mirrors.size === 0) host.current().watch.setScreen("on");
		mirrors.set(socket, createMirror(host.current(), socket, host));
		socket.on("message", (data, isBinary) => {
			if (isBinary && Buffer.isBuffer(data)) void hear(data);
			else onMessage(socket, String(data));
		});
		socket.on("close", () => {
			mirrors.get(socket)?.close();
			mirrors.delete(socket);
		});
	});

	function onMessage(socket: WebSocket, json: string): void {
		const message = decodePageMessage(json);
		const mirror = mirrors.get(socket);
		if (!message || !mirror) return;
		if (message.type === "choose") changes = changes.then(() => change(message));
		else act(host.current(), message, mirror.settingsApp());
	}

	async function hear(wav: Uint8Array): Promise<void> {
		const desktop = host.current();
		const heard = await desktop.microphone.hear(wav);
		if (heard.ok) desktop.note("info", `the microphone hears ${wav.length} B of WAV`);
		else desktop.note("error", `the microphone hears nothing new: ${heard.why}`);
	}

	function tellAll(message: ServerMessage): void {
		for (const socket of mirrors.keys()) socket.send(JSON.stringify(message));
	}

	async function change(choice: { device: string; language: string }): Promise<void> {
		const { device } = host.current();
		const next = findDevice(choice.device) ?? device;
		tellAll({ type: "busy", text: next === device ? "Starting again ..." : `Packing for ${next.name} ...` });
		for (const mirror of mirrors.values()) mirror.close();
		try {
			await host.change(choice);
		} catch (error) {
			host.current().note("error", error instanceof Error ? error.message : String(error));
		}
		for (const socket of mirrors.keys()) mirrors.set(socket, createMirror(host.current(), socket, host));
		tellAll({ type: "busy", text: "" });
	}

	server.listen(options.port, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${port}`,
		async close() {
			for (const mirror of mirrors.values()) mirror.close();
			for (const socket of sockets.clients) socket.terminate();
			sockets.close();
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

async function answer(
	request: http.IncomingMessage,
	response: http.ServerResponse,
	assets: ReadonlyMap<string, Asset>,
): Promise<void> {
	const path = (request.url ?? "").split("?")[0] ?? "";
	const asset = isLocal(request) ? (assets.get(path) ?? (await loadFont(path))) : undefined;
	if (!asset || (request.method !== "GET" && request.method !== "HEAD")) {
		response.writeHead(asset ? 405 : 404).end();
		return;
	}
	response.writeHead(200, {
		"Content-Type": asset.type,
		"Content-Security-Policy": POLICY,
		"X-Content-Type-Options": "nosniff",
		"Cache-Control": "no-store",
	});
	response.end(asset.body);
}

/** A name that somebody points at this machine from outside is not this machine's. */
function isLocal({ headers }: http.IncomingMessage): boolean {
	return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? "");
}

/** Any page in the browser can open a WebSocket to here; only ours may. */
function isOwn(request: http.IncomingMessage): boolean {
	return isLocal(request) && request.headers.origin === `http://${request.headers.host}`;
}
