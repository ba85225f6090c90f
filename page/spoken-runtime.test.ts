/** A spoken question through the page's runtime: its disk, its recorder and what goes over the link. */
import { expect, it } from "vitest";
import type { Launch } from "../core/ask/launch.ts";
import { decodeGlance, GLANCE_FILE } from "../core/face/glance.ts";
import type { Look, Reply, Request } from "../core/wire/protocol.ts";
import words from "../core/words/en-US.json";
import { fill } from "../core/words/words.ts";
import type { Files } from "../device/files.ts";
import type { Link } from "../device/link/link.ts";
import { RECORDING } from "../device/link/voice-upload.ts";
import { layoutOf } from "./kit/layout.ts";
import { createRuntime } from "./runtime.ts";

const LOOK: Look = { rev: 4, chips: [], accent: 0x00ff00, size: "small", ready: true };
const SOUND = "a recording";

/** A watch whose disk outlives the page, and a phone that answers what the test says. */
function watch(answer: (request: Request) => Reply | "silence") {
	const disk = new Map<string, string>();
	const files: Files = {
		read: (path) => disk.get(path) ?? null,
		write: (path, json) => disk.set(path, json).has(path),
		remove: (path) => disk.delete(path),
		replace(from, to) {
			const held = disk.get(from);
			if (held === undefined) return false;
			disk.set(to, held);
			return disk.delete(from);
		},
	};
	const sent: Request[] = [];
	const link: Link = {
		onStatus: () => undefined,
		isWaking: () => false,
		request(request, _limit, done) {
			sent.push(request);
			const reply = answer(request);
			if (reply !== "silence") done(reply);
		},
	};
	let ids = 0;
	const openPage = (launch: Launch) => {
		const runtime = createRuntime({
			...{ files, link, ways: ["record"], drawing: { draw: () => undefined, lose: () => undefined } },
			timers: { set: () => 1, clear: () => undefined },
			tools: {
				layout: layoutOf({ width: 480, height: 480, round: true }),
				say: (key, values) => fill(words[key], values ?? {}),
				measure: (text, size) => text.length * size * 0.55,
			},
			heightOf: (text, size, width) => Math.ceil((text.length * size * 0.5) / width) * size,
			recorder: {
				start: (begun) => begun(true),
				stop(done) {
					disk.set(RECORDING, SOUND);
					done();
				},
				drop: () => undefined,
			},
			sounds: {
				size: (path) => (disk.get(path) ?? "").length,
				piece: (path, at) => (disk.has(path) ? new TextEncoder().encode((disk.get(path) ?? "").slice(at)) : null),
			},
			...{ openKeyboard: () => true, closeKeyboard: () => undefined, hold: () => undefined, release: () => undefined },
			...{ isScreenOn: () => true, buzz: () => undefined, now: () => 1_000_000, freshId: () => `id${ids++}` },
			...{ language: () => "en-US", facts: () => null, part: () => 1, defaults: () => LOOK },
		});
		runtime.open(launch);
		return runtime;
	};
	return { disk, sent, openPage, kinds: () => sent.map(({ method }) => method) };
}

/** As the Side Service does it, with what it says to the question. */
function phone(end: (id: string) => Reply | "silence") {
	let kept = 0;
	return (request: Request): Reply | "silence" => {
		if (request.method === "hello") return { kind: "hello" };
		if (request.method === "cancel") return { kind: "cancelled", id: request.id };
		if (request.method === "voice") kept = request.at + request.bytes.length;
		if (request.method === "voice" || kept < SOUND.length) return { kind: "got", id: request.id, at: kept };
		return end(request.id);
	};
}

const answered = (id: string): Reply => ({ kind: "answer", id, answer: { text: "Yes.", heard: "Is it late?" } });
const LISTEN: Launch = { kind: "listen", id: "tap" };

it("is sent, answered and shown by its words, and its recording is gone", () => {
	const { openPage, kinds, disk } = watch(phone(answered));
	const page = openPage(LISTEN);
	page.dispatch({ kind: "spoken" });
	expect(kinds().filter((method) => method !== "hello")).toEqual(["voice", "ask"]);
	expect(page.state().view).toMatchObject({ kind: "reading", asked: [["Is it late?"]] });
	expect(page.state().entries[0]?.title).toBe("Is it late?");
	expect([...disk.keys()].filter((path) => path.endsWith(".v") || path === RECORDING)).toEqual([]);
});

it("that a killed page left open is asked again from its recording", () => {
	let dead = true;
	const { openPage, sent, disk } = watch((request) => (dead ? "silence" : phone(answered)(request)));
	openPage(LISTEN).dispatch({ kind: "spoken" });
	expect(disk.get("j0.v")).toBe(SOUND);
	dead = false;
	const live = phone(answered);
	const again = watch(live);
	for (const [path, text] of disk) again.disk.set(path, text);
	const page = again.openPage({ kind: "open" });
	expect(sent.filter(({ method }) => method === "voice")).toHaveLength(1);
	expect(again.kinds()).toEqual(["ask", "voice", "ask"]);
	expect(page.state().view).toMatchObject({ kind: "reading" });
});

it("keeps its recording where a fault leaves its words unknown, and sends it again by hand", () => {
	let fails = true;
	const { openPage, disk, kinds } = watch(
		phone((id) => (fails ? { kind: "fault", id, fault: { code: "timeout" } } : answered(id))),
	);
	const page = openPage(LISTEN);
	page.dispatch({ kind: "spoken" });
	expect(page.state().view).toMatchObject({ kind: "fault", question: words["page.spoken"] });
	expect(disk.get("j0.v")).toBe(SOUND);
	fails = false;
	page.dispatch({ kind: "retry" });
	expect(kinds().filter((method) => method === "ask")).toHaveLength(2);
	expect(page.state().view).toMatchObject({ kind: "reading", asked: [["Is it late?"]] });
});

it("is never another one that was spoken and dropped", () => {
	const pieces: string[] = [];
	const end = phone((id) => ({ kind: "fault", id, fault: { code: "overloaded" } }));
	const { openPage, disk } = watch((request) => {
		if (request.method === "voice") pieces.push(new TextDecoder().decode(request.bytes));
		return end(request);
	});
	const page = openPage(LISTEN);
	page.dispatch({ kind: "spoken" });
	const first = page.state().entries[0]?.id ?? "";
	page.dispatch({ kind: "retry" });
	disk.set(RECORDING, "dropped");
	page.dispatch({ kind: "open", id: first });
	page.dispatch({ kind: "retry" });
	expect(pieces.join()).not.toContain("dropped");
	expect(page.state().view).toMatchObject({ kind: "fault", fault: { code: "unclear-speech" } });
	expect(disk.has(RECORDING)).toBe(false);
	disk.set(RECORDING, "of a page that was closed");
	openPage({ kind: "open" });
	expect(disk.has(RECORDING)).toBe(false);
});

it("that is to be confirmed is no question that the face says is being asked", () => {
	const end = phone((id) => ({ kind: "heard", id, text: "Is it late?" }));
	const { openPage, disk } = watch((request) =>
		request.method === "ask" && request.text !== undefined ? "silence" : end(request),
	);
	const glance = () => decodeGlance(disk.get(GLANCE_FILE) ?? "");
	const page = openPage(LISTEN);
	page.dispatch({ kind: "spoken" });
	expect(glance()).toMatchObject({ state: "faulted", text: "Is it late?" });
	page.dispatch({ kind: "confirm" });
	expect(glance().state).toBe("open");
});

it("that is to be confirmed is asked by its text, which stays with the answer", () => {
	const listening = phone((id) => ({ kind: "heard", id, text: "Is it late?" }));
	const { openPage, sent } = watch((request) => {
		if (request.method === "ask" && request.text !== undefined) {
			return { kind: "answer", id: request.id, answer: { text: "Yes." } };
		}
		return listening(request);
	});
	const page = openPage(LISTEN);
	page.dispatch({ kind: "spoken" });
	expect(page.state().view).toMatchObject({ kind: "heard", text: "Is it late?" });
	page.dispatch({ kind: "confirm" });
	expect(sent.at(-1)).toMatchObject({ method: "ask", text: "Is it late?" });
	expect(page.state().view).toMatchObject({ kind: "reading", asked: [["Is it late?"]] });
});
