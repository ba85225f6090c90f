/**
 * Both ends of the link for the contract suite: the watch's end as an app in QuickJS on the simulated watch, and a Side
 * Service with real zml in a phone's context, over the modelled radio. Owns the wiring; the promises are the suite's.
 */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import {
	createLink,
	createPhone,
	createVirtualClock,
	GOOD_LINK,
	type Link,
	type LinkCounters,
	type LinkModel,
	openState,
	type Phone,
	parsePhone,
	readFrame,
} from "../../simulator/index.ts";
import { bench } from "../../simulator/testing.ts";

const APP_ID = 20001;
const START_MS = Date.UTC(2026, 0, 5, 10, 9);

/** The lines in which the two watch ends differ. */
export const WATCH_ENDS = {
	"our own watch end": `
		import { openPhone } from "./device/link/phone.ts";
		let phone;
		App({
			globalData: {},
			onCreate(plan) {
				phone = openPhone();
				run(phone.link, plan);
			},
			onDestroy() { phone.close(); },
		});`,
	"zml's own watch end": `
		import { BaseApp } from "@zeppos/zml/base-app";
		import { createZmlLink } from "./test/link/zml-end.ts";
		App(BaseApp({
			globalData: { messaging: null },
			onCreate(plan) {
				run(createZmlLink(this.globalData.messaging), plan);
			},
		}));`,
} as const;

export type WatchEnd = keyof typeof WATCH_ENDS;

const PLAN = `
	import { sendSpoken } from "./device/link/voice-upload.ts";
	const sounds = (size) => ({
		size: () => size,
		piece: (_, at) => new Uint8Array(Math.min(3400, size - at)).map((_, index) => (at + index) % 251),
	});
	function run(link, plan) {
		link.onStatus((connected) => console.log("status " + connected));
		JSON.parse(plan).forEach(({ id, atMs, text, soundBytes, limitMs, cancels }) => {
			const ask = { method: "ask", id, talk: "t", lang: "en-US", rev: 0 };
			const done = (outcome) => {
				const text = outcome.kind === "answer" ? outcome.answer.text : (outcome.code ?? outcome.kind);
				console.log("end " + JSON.stringify({ id, text }));
			};
			const spoken = { ask: { ...ask, voice: true }, path: "", fresh: true, limitMs, goesOn: () => true };
			setTimeout(() => {
				if (cancels !== undefined) link.request({ method: "cancel", id: cancels }, limitMs, done);
				else if (soundBytes === undefined) link.request({ ...ask, text }, limitMs, done);
				else sendSpoken(link, sounds(soundBytes), spoken, done);
			}, atMs);
		});
	}`;

/**
 * Says a question back, or as many letters as it asks for, after the wait that it names; of a recording how many of its
 * bytes are right. Recordings are kept in memory alone, as the product does.
 */
const SERVICE = `
	import { BaseSideService } from "@zeppos/zml/base-side";
	import { createUploads } from "./app-side/voice/uploads.ts";
	import { decodeRequest } from "./core/wire/request-decoder.ts";
	import { packReply, unpackRequest } from "./core/wire/wire.ts";
	const uploads = createUploads();
	function replyTo(request) {
		const { id, method, text = "" } = request;
		if (method === "cancel") return { kind: "cancelled", id };
		if (method === "voice") return { kind: "got", id, at: uploads.take(request) };
		const file = uploads.whole(id);
		if (request.voice && file === undefined) return { kind: "got", id, at: uploads.got(id) };
		const [, kind, count] = /^(letters) (\\d+)$/.exec(text) ?? [];
		const heard = file && "heard " + file.filter((byte, at) => byte === at % 251).length;
		return { kind: "answer", id, answer: { text: kind ? "海".repeat(Number(count)) : (heard ?? text) } };
	}
	AppSideService(BaseSideService({
		onRequest(request, respond) {
			const isPacked = request instanceof ArrayBuffer;
			const given = decodeRequest(isPacked ? unpackRequest(new Uint8Array(request)) : request).value;
			const reply = replyTo(given);
			const [, waitMs = 0] = /^wait (\\d+)$/.exec(given.text) ?? [];
			const send = () => isPacked
				? respond(null, Buffer.from(packReply(reply)), { dataType: "bin" })
				: respond(null, reply);
			setTimeout(send, Number(waitMs));
		},
	}));`;

/** `soundBytes`: it is spoken, and its recording is so long. `cancels`: it is none, and takes that one back. */
export type Question = { atMs: number; text: string; soundBytes?: number; cancels?: string; limitMs: number };
type End = { id: string; text: string };

export type Ends = {
	link: Link;
	phone: Phone;
	/** Starts the app where it does not run, lets it ask, and simulated time go on for `ms`. */
	run(questions: readonly Question[], ms: number): Promise<void>;
	/** How the questions ended, in the order of their ends; `q0` is the first. */
	ended(): End[];
	/** Ports at which the Side Service was, the oldest first. */
	ports(): number[];
	/** Of the radio, as the watch's end told them. */
	statuses(): boolean[];
	/** A list of what the watch says from now on: when, in ms since then, and how many bytes. */
	upFrames(): { atMs: number; bytes: number }[];
	/** The person leaves the app: it ends, and `run` starts it anew. */
	leave(): void;
	/** Exceptions that left the app's callbacks. */
	crashes(): number;
	counters(): LinkCounters;
	later(atMs: number, act: () => void): void;
	close(): void;
};

export async function createEnds(end: WatchEnd, model: Partial<LinkModel> = {}): Promise<Ends> {
	const clock = createVirtualClock({ start: START_MS });
	const link = createLink({ clock, model: { ...GOOD_LINK, ...model } });
	const phone = await createPhone({
		clock,
		radio: link.phone,
		profile: parsePhone(""),
		language: "en-US",
		seed: 1,
		settings: openState(null).settings,
		freshPorts: true,
		log: () => undefined,
	});
	const ports = new Set<number>();
	link.onTraffic(({ direction, bytes }) => {
		const frame = direction === "down" ? readFrame(bytes) : null;
		if (frame?.kind === "handshake") ports.add(frame.phonePort);
	});
	const [app, side] = await Promise.all([bundle(PLAN + WATCH_ENDS[end]), bundle(SERVICE)]);
	const bytes = (text: string) => new TextEncoder().encode(text);
	const sideFiles = new Map([
		["app.json", bytes(JSON.stringify({ app: { appId: APP_ID, appName: "Contract" } }))],
		["app-side.js", bytes(side)],
	]);
	phone.install({ appId: APP_ID, sideFiles });
	const { watch, install, said } = bench({ clock, bluetooth: link.watch, settings: { brightTimeMs: 3_600_000 } });
	install({ appId: APP_ID, scripts: { app, "page/index": "Page({})" } });
	return {
		link,
		phone,
		async run(questions, ms) {
			const params = questions.map((question, at) => ({ id: `q${at}`, ...question }));
			if (questions.length > 0) watch.launch(APP_ID, { params });
			await clock.runFor(ms);
		},
		ended: () =>
			said()
				.filter((line) => line.startsWith("end "))
				.map((line): End => JSON.parse(line.slice(4))),
		ports: () => [...ports],
		statuses: () =>
			said()
				.filter((line) => line.startsWith("status "))
				.map((line) => line === "status true"),
		upFrames: () => upFramesOf(link, clock),
		leave: () => watch.home(),
		crashes: () => watch.crashes().length,
		counters: link.counters,
		later: (atMs, act) => void clock.after(atMs, act),
		close() {
			watch.dispose();
			phone.discard();
		},
	};
}

function upFramesOf(link: Link, clock: { now(): number }): { atMs: number; bytes: number }[] {
	const said: { atMs: number; bytes: number }[] = [];
	const began = clock.now();
	link.onTraffic(({ direction, bytes }) => {
		if (direction === "up") said.push({ atMs: clock.now() - began, bytes: bytes.length });
	});
	return said;
}

/**
 * As the packager would: one script, in which the watch's modules are asked for by name. Minified as there: unminified code
 * meets a fault of this QuickJS ("unconsistent stack size").
 */
async function bundle(source: string): Promise<string> {
	const result = await build({
		stdin: { contents: source, resolveDir: fileURLToPath(new URL("../..", import.meta.url)), loader: "ts" },
		bundle: true,
		write: false,
		format: "esm",
		minify: true,
		target: "es2020",
		platform: "neutral",
		mainFields: ["module", "main"],
		external: ["@zos/*"],
		logLevel: "error",
		tsconfigRaw: "{}",
		define: { COMPANION_APP_ID: String(APP_ID) },
	});
	const code = (result.outputFiles[0]?.text ?? "").replace(
		/import\{([^}]*)\}from"(@zos\/[^"]+)";/g,
		(_, names: string, module: string) => `const {${names.replace(/ as /g, ":")}}=__$$R$$__("${module}");`,
	);
	return `(()=>{${code}})();`;
}
