/**
 * Watch and phone of different versions: the real ends of both, with the bytes of the link between them and a model server
 * behind. What an older version was is kept beside this (keep.ts). Rule: whoever is older, answers arrive.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import type { Ports } from "../../app-side/ports.ts";
import type { Launch } from "../../core/ask/launch.ts";
import { SETTING } from "../../core/settings/settings.ts";
import { decodeReply } from "../../core/wire/protocol.ts";
import words from "../../core/words/en-US.json";
import { fill } from "../../core/words/words.ts";
import { ROOT } from "../../packaging/places.ts";
import { createWatch } from "../../page/__fixtures__/watch.ts";
import { type Canned, chat, closeEndpoints, endpointWith } from "../side-service/endpoint.ts";
import { createTestPhone, TEST_KEY, until } from "../side-service/phone.ts";
import { bundleVersion } from "./bundle.ts";

type Page = {
	open(launch: object): void;
	dispatch(event: object): void;
	close(): void;
	state(): { view: { kind: string }; look: { version?: number } };
};
type Transport = {
	drop(): void;
	send(message: object, limitMs: number, reply: (message: unknown) => void): void;
};
/** What is used of either version. Of links over a transport, and of decoders by themselves, each has one. */
type Version = {
	createRuntime?(ports: object): Page;
	layoutOf?(canvas: object): object;
	createLink?(transport: Transport, timers: object): object;
	decodeReply?(message: unknown): object | null;
	createService(ports: Ports): { route(request: unknown): Promise<object> };
	packRequest(request: object): Uint8Array;
	unpackRequest(bytes: Uint8Array): unknown;
	packReply(reply: object): Uint8Array;
	unpackReply(bytes: Uint8Array): unknown;
};

function load(code: Uint8Array): Promise<Version> {
	return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

const OLD = await load(brotliDecompressSync(readFileSync(join(import.meta.dirname, "9007f8c.mjs.br"))));
const NOW = await load(await bundleVersion(ROOT));

/** A phone whose storage outlives its version. */
async function phoneOf(...answers: Canned[]) {
	const endpoint = await endpointWith(...answers);
	const phone = createTestPhone();
	phone.choose("openai", { key: TEST_KEY, baseUrl: endpoint.url, model: "gpt-5.4-mini" });
	const run = (version: Version) => {
		const service = version.createService(phone.ports);
		return async (bytes: Uint8Array) => version.packReply(await service.route(version.unpackRequest(bytes)));
	};
	return { phone, endpoint, run };
}

type Phone = (bytes: Uint8Array) => Promise<Uint8Array>;

/** What a person sees of a watch, whatever its version. */
type Seen = {
	text(): string;
	isReading(): boolean;
	hasFailed(): boolean;
	/** As it was kept; empty before the phone told any. */
	look(): { version?: number; size?: string; accent?: number; ready?: boolean };
	retry(): void;
	close(): void;
};

function openOn(version: Version, disk: Map<string, string>, phone: Phone, launch: Launch): Seen {
	return version === OLD ? openOld(version, disk, phone, launch) : openNow(disk, phone, launch);
}

function openNow(disk: Map<string, string>, phone: Phone, launch: Launch): Seen {
	const watch = createWatch({
		held: disk,
		ways: ["keys"],
		link(request, reply) {
			void phone(NOW.packRequest(request)).then((bytes) => {
				reply(decodeReply(NOW.unpackReply(bytes)) ?? { code: "bad-answer" });
			});
		},
	});
	void watch.open(launch);
	return {
		text: () => watch.texts().join(" "),
		isReading: () => watch.page() === "read" && watch.texts().length > 0,
		hasFailed: () => watch.page() === "ask" && watch.texts().includes(words["page.retry"]),
		look: () => JSON.parse(disk.get("look.json") ?? "{}"),
		retry: () => void watch.tap(words["page.retry"]),
		close: () => watch.kill(),
	};
}

function openOld(version: Version, disk: Map<string, string>, phone: Phone, launch: Launch): Seen {
	let shown: readonly object[] = [];
	let ids = 0;
	const timers = { set: () => ++ids, clear: () => undefined };
	const say = (message: object, take: (message: unknown) => void) => {
		void phone(version.packRequest(message)).then((bytes) => take(version.unpackReply(bytes)));
	};
	const runtime = version.createRuntime?.({
		files: {
			read: (path: string) => disk.get(path) ?? null,
			write: (path: string, text: string) => disk.set(path, text) === disk,
			remove: (path: string) => disk.delete(path) || true,
			replace: (from: string, to: string) => disk.set(to, disk.get(from) ?? "") === disk && disk.delete(from),
		},
		link: linkOf(version, say, timers),
		timers,
		drawing: {
			draw: (pieces: readonly object[]) => {
				shown = pieces;
			},
			lose: () => undefined,
		},
		tools: {
			layout: version.layoutOf?.({ width: 480, height: 480, round: true }),
			say: (key: keyof typeof words, values: Record<string, string> = {}) => fill(words[key] ?? "", values),
			measure: (text: string, size: number) => text.length * size * 0.5,
		},
		ways: ["keys"],
		recorder: { start: () => undefined, stop: () => undefined, drop: () => undefined },
		sounds: { size: () => 0, piece: () => null },
		openKeyboard: () => true,
		closeKeyboard: () => undefined,
		hold: () => undefined,
		release: () => undefined,
		isScreenOn: () => true,
		buzz: () => undefined,
		now: () => 1_795_342_140_000,
		freshId: () => `fresh${ids++}`,
		language: () => "en-US",
		facts: () => null,
		part: () => 1,
		defaults: () => ({ rev: 0, chips: [], accent: 0xff00ff, size: "medium", ready: true }),
	});
	if (runtime === undefined) throw new Error("the version that was kept has no page");
	runtime.open(launch);
	return {
		text: () => shown.flatMap((piece) => ("text" in piece ? [piece.text] : [])).join(" "),
		isReading: () => runtime.state().view.kind === "reading",
		hasFailed: () => runtime.state().view.kind === "fault",
		look: () => runtime.state().look,
		retry: () => runtime.dispatch({ kind: "retry" }),
		close: () => runtime.close(),
	};
}

/** The watch's end of the link, without the radio. */
function linkOf(version: Version, say: (message: object, take: (message: unknown) => void) => void, timers: object) {
	const transport: Transport = { drop: () => undefined, send: (message, _limit, take) => say(message, take) };
	const request = (message: object, _limitMs: number, done: (outcome: object) => void) =>
		say(message, (reply) => done(version.decodeReply?.(reply) ?? { code: "bad-answer" }));
	const plain = { request, isWaking: () => false, onStatus: () => undefined };
	return version.createLink?.(transport, timers) ?? plain;
}

const ASK: Launch = { kind: "ask", id: "tap-1", text: "Why is the sky blue?" };

afterEach(closeEndpoints);

describe.each([
	["an older watch and the phone of now", OLD, NOW],
	["the watch of now and an older phone", NOW, OLD],
])("%s", (_name, watchVersion, phoneVersion) => {
	test("hand over an answer, with the looks that the person chose", async () => {
		const { phone, run } = await phoneOf(chat("Air scatters blue light.\n>> And Mars? | And at dusk?"));
		phone.stored.set(SETTING.size, "large");
		phone.stored.set(SETTING.accent, "#112233");
		const page = openOn(watchVersion, new Map(), run(phoneVersion), ASK);
		await until(() => page.isReading());
		expect(page.text()).toContain("Air scatters blue light.");
		expect(page.look()).toMatchObject({ size: "large", accent: 0x112233, ready: true });
	});

	test("hand over a fault, and the next answer", async () => {
		const { run } = await phoneOf({ status: 401, body: '{"error":{"message":"no"}}' }, chat("Because."));
		const page = openOn(watchVersion, new Map(), run(phoneVersion), ASK);
		await until(() => page.hasFailed());
		expect(page.text()).toContain(words["fault.key-refused"]);
		page.retry();
		await until(() => page.isReading());
		expect(page.text()).toContain("Because.");
	});

	test("ask nobody twice for a question whose page was killed", async () => {
		const { endpoint, run } = await phoneOf(chat("Once."), chat("Twice."));
		const disk = new Map<string, string>();
		const answer = run(phoneVersion);
		const first = openOn(watchVersion, disk, answer, ASK);
		await until(() => endpoint.hits() === 1);
		first.close();
		const again = openOn(watchVersion, disk, answer, { kind: "open" });
		await until(() => again.isReading());
		expect([again.text().includes("Once."), endpoint.hits()]).toEqual([true, 1]);
	});
});

test("the watch says that the phone's version is another one", async () => {
	const { run } = await phoneOf();
	const tells = (page: Seen) => page.text().includes(words["page.versions"].slice(0, 12));
	const page = openOn(NOW, new Map(), run(OLD), { kind: "open" });
	await until(() => tells(page));
	const same = openOn(NOW, new Map(), run(NOW), { kind: "open" });
	await until(() => same.look().version !== undefined);
	expect(tells(same)).toBe(false);
});

describe("an update", () => {
	test("of the watch keeps what was asked, and of the phone what became of it", async () => {
		const { endpoint, run } = await phoneOf(chat("Once."), chat("Twice."));
		const disk = new Map<string, string>();
		const before = openOn(OLD, disk, run(OLD), ASK);
		await until(() => before.isReading());
		before.close();
		// The answer never reached the disk: the watch of now asks the phone of now for it.
		disk.delete("j0.a");
		const after = openOn(NOW, disk, run(NOW), { kind: "open" });
		await until(() => after.isReading());
		expect([after.text().includes("Once."), endpoint.hits()]).toEqual([true, 1]);
	});

	test("that is taken back on the watch, and made again, still shows what was answered", async () => {
		const { run } = await phoneOf(chat("Once."), chat("Twice."));
		const disk = new Map<string, string>();
		const page = openOn(NOW, disk, run(NOW), ASK);
		await until(() => page.isReading());
		page.close();
		const back = openOn(OLD, disk, run(OLD), { ...ASK, id: "tap-2" });
		await until(() => back.isReading());
		back.close();
		const again = openOn(NOW, disk, run(NOW), { kind: "row", id: "tap-1" });
		await until(() => again.isReading());
		expect(again.text()).toContain("Once.");
		expect([...disk.keys()].filter((name) => name.endsWith(".q"))).toHaveLength(2);
	});
});
