/**
 * The Side Service as it is bundled, in the simulator's phone: its fetch, its 10 s cut, its way with bodies of bytes. The
 * watch's end of the link is in the test's hand and speaks the slim transport.
 */
import { join as joinPath } from "node:path";
import { build } from "esbuild";
import { addPart, DATA, readFrame, SHAKE, writeFrame } from "../../core/wire/frames.ts";
import { decodeReply, type Reply, type Request, VOICE_PIECE_BYTES } from "../../core/wire/protocol.ts";
import { packRequest, unpackReply } from "../../core/wire/wire.ts";
import { ROOT } from "../../packaging/places.ts";
import {
	type Clock,
	createLink,
	createPhone,
	createVirtualClock,
	openState,
	parsePhone,
} from "../../simulator/index.ts";
import { NOW_MS } from "./phone.ts";

const APP_ID = 40002;
const REPLY_LIMIT_MS = 120_000;

export type SimulatedPhone = {
	clock: Clock;
	/** Through link, zml and router; simulated time passes until the reply is there. */
	request(request: Request): Promise<Reply>;
	/** A recorder's file in pieces, then the question. */
	speak(id: string, file: Uint8Array): Promise<Reply>;
	setting(key: string): string | undefined;
	close(): void;
};

/** `rate`: how many simulated ms pass in one real ms while a request is under way. `profile` as `--phone` takes it. */
export async function startSimulatedPhone(options: {
	settings: Record<string, string>;
	profile?: string;
	rate?: number;
}): Promise<SimulatedPhone> {
	const clock = createVirtualClock({ start: NOW_MS, rate: options.rate ?? 0.1 });
	const link = createLink({ clock });
	const phone = await createPhone({
		clock,
		radio: link.phone,
		profile: parsePhone(options.profile ?? ""),
		language: "en-US",
		seed: 1,
		settings: openState(null).settings,
		log: () => undefined,
	});
	const encode = (text: string) => new TextEncoder().encode(text);
	const manifest = JSON.stringify({ app: { appId: APP_ID, appName: "AskFace" } });
	const sideFiles = new Map([
		["app.json", encode(manifest)],
		["app-side.js", encode(await bundleSide())],
	]);
	phone.install({ appId: APP_ID, sideFiles });
	const storage = phone.settings(APP_ID);
	for (const [key, value] of Object.entries(options.settings)) storage.set(key, value, "page");

	let port = 0;
	let lastId = 0;
	const parts = new Map<number, Uint8Array[]>();
	const replies = new Map<number, Uint8Array>();
	link.watch.open(APP_ID, (bytes) => {
		const frame = readFrame(bytes.slice());
		if (frame?.type === SHAKE) port = frame.port;
		if (frame?.part === undefined) return;
		const { id } = frame.part;
		const there = parts.get(id) ?? [];
		parts.set(id, there);
		const reply = addPart(there, frame.part);
		if (reply !== null) replies.set(id, reply);
	});
	link.watch.send(APP_ID, writeFrame(SHAKE, 0, APP_ID, Uint8Array.of(APP_ID & 0xff)));
	await clock.runUntil(() => port !== 0, REPLY_LIMIT_MS);

	async function request(message: Request): Promise<Reply> {
		const id = ++lastId;
		link.watch.send(APP_ID, writeFrame(DATA, port, APP_ID, packRequest(message), id));
		await clock.runUntil(() => replies.has(id), REPLY_LIMIT_MS);
		const reply = decodeReply(unpackReply(replies.get(id) ?? new Uint8Array()));
		if (reply === null) throw new Error("no reply");
		return reply;
	}

	return {
		clock,
		request,
		async speak(id, file) {
			for (let at = 0; at < file.length; at += VOICE_PIECE_BYTES) {
				const bytes = file.subarray(at, at + VOICE_PIECE_BYTES);
				await request({ method: "voice", id, at, total: file.length, bytes });
			}
			return request({ method: "ask", id, voice: true, talk: "t1", lang: "en-US", rev: 0 });
		},
		setting: (key) => storage.get(key),
		close: () => phone.discard(),
	};
}

let bundled: Promise<string> | undefined;

function bundleSide(): Promise<string> {
	bundled ??= build({
		entryPoints: [joinPath(ROOT, "app-side/index.ts")],
		bundle: true,
		write: false,
		format: "iife",
		target: "es2020",
		platform: "neutral",
		mainFields: ["module", "main"],
		logLevel: "error",
	}).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
	return bundled;
}
