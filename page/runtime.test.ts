import { describe, expect, it } from "vitest";
import type { Launch } from "../core/ask/launch.ts";
import { CHIP_MARK, decodeGlance, GLANCE_FILE } from "../core/face/glance.ts";
import type { Fault } from "../core/faults.ts";
import { checkReply } from "../core/wire/bounds.ts";
import { type Look, type Reply, type Request, VOICE_PIECE_BYTES } from "../core/wire/protocol.ts";
import { VERSION } from "../core/wire/version.ts";
import words from "../core/words/en-US.json";
import { fill } from "../core/words/words.ts";
import type { Files } from "../device/files.ts";
import type { Link, Timers } from "../device/link/link.ts";
import { layoutOf } from "./kit/layout.ts";
import { createRuntime, type Ports } from "./runtime.ts";
import type { Shown } from "./views/view.ts";

const LOOK: Look = {
	rev: 4,
	chips: [{ label: "Joke", text: "Tell a joke" }],
	accent: 0x00ff00,
	size: "small",
	ready: true,
};

/** A recording of two pieces and a bit. */
const SOUND = new Uint8Array(2 * VOICE_PIECE_BYTES + 10).fill(5);

/** The link without its radio: what is sent is told, and ends by the reply that the test gives, or with the radio. */
function linkInHand(say: (request: Request, reply: (message: unknown) => void) => void) {
	let told: ((connected: boolean) => void) | null = null;
	let waiting: { request: Request; end: (outcome: Reply | Fault) => void }[] = [];
	const link: Link & { status(connected: boolean): void } = {
		request: (request, _limitMs, done) => {
			const ofSame = waiting.filter((one) => "id" in request && "id" in one.request && one.request.id === request.id);
			if (request.method === "cancel") for (const { end } of ofSame) end({ code: "cancelled" });
			const one = {
				request,
				end: (outcome: Reply | Fault) => {
					if (!waiting.includes(one)) return;
					waiting = waiting.filter((other) => other !== one);
					done(outcome);
				},
			};
			waiting.push(one);
			say(request, (message) => {
				const reply = checkReply(message);
				one.end(reply.ok ? reply.value : { code: "bad-answer" });
			});
		},
		isWaking: () => false,
		onStatus: (listener) => {
			told = listener;
		},
		status: (connected) => {
			for (const { end } of connected ? [] : waiting) end({ code: "phone-away" });
			told?.(connected);
		},
	};
	return link;
}

/** One watch: its disk and its phone outlive the page. */
function watch() {
	const held = new Map<string, string>();
	const files: Files = {
		read: (path) => held.get(path) ?? null,
		write: (path, json) => {
			held.set(path, json);
			return true;
		},
		remove: (path) => held.delete(path),
		replace: (from, to) => {
			held.set(to, held.get(from) ?? "");
			return held.delete(from);
		},
	};
	let now = 1_000_000;
	const sent: { request: Request; reply: (message: unknown) => void }[] = [];
	const log: string[] = [];

	/** A page of its own: what it had in memory dies with it. */
	function openPage(launch: Launch, change: Partial<Ports> = {}) {
		const due = new Map<number, { at: number; run: () => void }>();
		let timer = 0;
		let ids = 0;
		let shown: readonly Shown[] = [];
		const timers: Timers = {
			set: (run, ms) => {
				due.set(++timer, { at: now + ms, run });
				return timer;
			},
			clear: (wanted) => due.delete(wanted),
		};
		const link = linkInHand((request, reply) => {
			log.push(
				`send ${request.method}${"id" in request ? ` with ${[...held.keys()].filter((name) => name.endsWith(".q")).length} stored` : ""}`,
			);
			sent.push({ request, reply });
		});
		const runtime = createRuntime({
			files,
			link,
			timers,
			drawing: { draw: (pieces) => (shown = pieces), lose: () => undefined },
			tools: {
				layout: layoutOf({ width: 480, height: 480, round: true }),
				say: (key, values) => fill(words[key], values ?? {}),
				measure: (text, size) => text.length * size * 0.55,
			},
			heightOf: (text, size, width) => Math.ceil((text.length * size * 0.55) / width) * size * 1.36,
			ways: ["voice", "keys"],
			recorder: { start: (begun) => begun(true), stop: (done) => done(), drop: () => log.push("recording dropped") },
			sounds: { size: () => SOUND.length, piece: (_path, at) => SOUND.slice(at, at + VOICE_PIECE_BYTES) },
			openKeyboard: () => true,
			closeKeyboard: () => log.push("keyboard closed"),
			hold: () => log.push("hold"),
			release: () => log.push("release"),
			isScreenOn: () => true,
			buzz: () => log.push("buzz"),
			now: () => now,
			freshId: () => `id${now}-${ids++}`,
			language: () => "en-US",
			facts: () => null,
			part: () => 1,
			defaults: () => ({ ...LOOK, rev: 0, size: "medium" }),
			...change,
		});
		runtime.open(launch);
		const turn = (ms: number) => {
			const until = now + ms;
			for (;;) {
				const next = [...due].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at)[0];
				if (next === undefined) break;
				due.delete(next[0]);
				now = next[1].at;
				next[1].run();
			}
			now = until;
		};
		const texts = () => shown.flatMap((piece) => ("text" in piece ? [piece.text] : []));
		return { runtime, link, turn, texts, timersLeft: () => due.size };
	}
	const glance = () => decodeGlance(held.get(GLANCE_FILE) ?? "");
	const lastAsk = () => {
		const found = sent.filter(({ request }) => request.method === "ask").pop();
		if (found?.request.method !== "ask") throw new Error("nothing was asked");
		return { ...found.request, reply: found.reply };
	};
	return { openPage, sent, log, glance, lastAsk, held };
}

const ASK: Launch = { kind: "ask", id: "tap", text: "Why is the sky blue?" };
const answerTo = (id: string): Reply => ({
	kind: "answer",
	id,
	answer: { text: "Because air scatters blue light.", next: ["And Mars?"] },
});

describe("a question from the face", () => {
	it("is stored, sent, answered, felt once, shown, and on the face", () => {
		const { openPage, log, glance, lastAsk } = watch();
		const page = openPage(ASK);
		expect(log).toEqual(["send ask with 1 stored", "hold"]);
		expect(page.texts()).toContain(words["page.asking"]);
		expect(glance()).toMatchObject({ state: "open", text: "Why is the sky blue?" });
		page.turn(3000);
		expect(page.texts()).toContain("3");
		lastAsk().reply(answerTo("tap"));
		expect(log.slice(2)).toEqual(["release", "buzz"]);
		expect(page.texts().join(" ")).toContain("Because air scatters blue light.");
		expect(glance()).toMatchObject({ state: "answered", text: "Because air scatters blue light." });
		expect(page.timersLeft()).toBe(0);
	});

	it("is never asked twice by a repeated launch", () => {
		const { openPage, lastAsk, sent } = watch();
		openPage(ASK).runtime.close();
		lastAsk().reply(answerTo("tap"));
		const again = openPage(ASK);
		lastAsk().reply(answerTo("tap"));
		again.runtime.close();
		const third = openPage(ASK);
		expect(third.texts().join(" ")).toContain("Because air scatters blue light.");
		expect(new Set(sent.flatMap(({ request }) => (request.method === "ask" ? [request.id] : []))).size).toBe(1);
	});

	it("is there again after the page was killed, and asked again under its id", () => {
		const { openPage, lastAsk } = watch();
		openPage(ASK);
		const next = openPage({ kind: "open" });
		expect(lastAsk()).toMatchObject({ id: "tap", text: "Why is the sky blue?" });
		lastAsk().reply(answerTo("tap"));
		expect(next.texts().join(" ")).toContain("Because air scatters blue light.");
	});

	it("ends in its fault with the question still there to ask again", () => {
		const { openPage, lastAsk, glance } = watch();
		const page = openPage(ASK);
		lastAsk().reply({ kind: "fault", id: "tap", fault: { code: "no-network" } });
		expect(page.texts()).toEqual(expect.arrayContaining([words["fault.no-network"], words["page.retry"], ASK.text]));
		expect(glance().state).toBe("faulted");
		page.runtime.dispatch({ kind: "retry" });
		expect(lastAsk()).toMatchObject({ text: ASK.text });
		expect(lastAsk().id).not.toBe("tap");
	});

	it("waits when the radio drops, says so, and goes by itself when it is back", () => {
		const { openPage, lastAsk, log, sent } = watch();
		const page = openPage(ASK);
		page.link.status(false);
		expect(page.texts()).toEqual(expect.arrayContaining([words["fault.phone-away"], words["page.cancel"], ASK.text]));
		expect(log.at(-1)).toBe("release");
		const before = sent.length;
		page.link.status(true);
		expect(sent).toHaveLength(before + 1);
		expect(page.texts()).toContain(words["page.asking"]);
		expect(lastAsk().id).toBe("tap");
		lastAsk().reply(answerTo("tap"));
		expect(page.texts().join(" ")).toContain("Because");
	});

	it("is let go by a cancel, and its late answer dropped", () => {
		const { openPage, lastAsk, sent, glance } = watch();
		const page = openPage(ASK);
		page.runtime.dispatch({ kind: "cancel" });
		expect(sent.at(-1)?.request).toEqual({ method: "cancel", id: "tap" });
		lastAsk().reply(answerTo("tap"));
		expect(page.runtime.state().view.kind).toBe("home");
		expect(glance().state).toBe("faulted");
	});

	it("goes on with the conversation, and carries what the phone wants to know", () => {
		const { openPage, lastAsk } = watch();
		const wanted: string[] = [];
		const page = openPage(ASK, {
			facts: (wants) => {
				wanted.push(...wants);
				return { now: 600, date: "2026-11-22", steps: 4000 };
			},
		});
		expect(lastAsk()).not.toHaveProperty("facts");
		lastAsk().reply({ ...answerTo("tap"), look: { ...LOOK, wants: ["steps"] } });
		page.runtime.dispatch({ kind: "ask", text: "And Mars?" });
		expect(lastAsk()).toMatchObject({ talk: "tap", lang: "en-US", facts: { now: 600, steps: 4000 } });
		expect(wanted).toEqual(["steps"]);
	});
});

describe("a disk that is full", () => {
	function fullWatch() {
		const one = watch();
		const files: Files = {
			read: (path) => one.held.get(path) ?? null,
			write: () => false,
			remove: (path) => one.held.delete(path),
			replace: () => false,
		};
		return { ...one, page: one.openPage(ASK, { files }) };
	}

	it("has the question unsent, says so, and sends it if the person wants it so", () => {
		const { page, sent, lastAsk } = fullWatch();
		expect(sent.filter(({ request }) => request.method === "ask")).toEqual([]);
		expect(page.texts()).toEqual(expect.arrayContaining([words.unstored, words["page.anyway"], ASK.text]));
		page.runtime.dispatch({ kind: "confirm" });
		lastAsk().reply(answerTo("tap"));
		expect(page.texts().join(" ")).toContain("Because air scatters blue light.");
	});

	it("leaves it at that where the person does not", () => {
		const { page, sent } = fullWatch();
		page.runtime.dispatch({ kind: "home" });
		expect(page.runtime.state()).toMatchObject({ view: { kind: "home" }, entries: [] });
		expect(sent.filter(({ request }) => request.method === "ask")).toEqual([]);
	});
});

describe("forgetting", () => {
	const leftOf = (held: Map<string, string>) => [...held.values()].join(" ");

	it("on the watch leaves no word of what was asked", () => {
		const { openPage, lastAsk, held, glance } = watch();
		const page = openPage(ASK);
		lastAsk().reply({
			...answerTo("tap"),
			answer: { text: "Air.", plan: { cues: [{ at: { meters: 5 }, text: "Air." }] } },
		});
		expect(leftOf(held)).toContain("Air.");
		page.runtime.dispatch({ kind: "home" });
		page.runtime.dispatch({ kind: "history" });
		expect(page.texts()).toContain(words["page.forget"]);
		page.runtime.dispatch({ kind: "forget" });
		expect(page.texts().join(" ")).toContain("This deletes all questions");
		page.runtime.dispatch({ kind: "forget" });
		expect(leftOf(held)).not.toMatch(/Air|sky/);
		expect([glance().state, page.runtime.state().view.kind]).toEqual(["none", "home"]);
	});

	it("in the settings reaches the watch with the next look, once, and spares the question under way", () => {
		const { openPage, lastAsk, held } = watch();
		const page = openPage(ASK);
		lastAsk().reply({ ...answerTo("tap"), look: { ...LOOK, version: VERSION } });
		page.runtime.dispatch({ kind: "ask", text: "And Mars?" });
		const { id } = lastAsk();
		lastAsk().reply({ ...answerTo(id), look: { ...LOOK, rev: 5, version: VERSION, forgotten: 77 } });
		expect(page.runtime.state().entries.map((entry) => entry.id)).toEqual([id]);
		expect(leftOf(held)).not.toContain("Why is the sky blue?");
		page.runtime.dispatch({ kind: "ask", text: "And Venus?" });
		lastAsk().reply({ ...answerTo(lastAsk().id), look: { ...LOOK, rev: 6, version: VERSION, forgotten: 77 } });
		expect(page.runtime.state().entries).toHaveLength(2);
	});
});

describe("versions", () => {
	/** Its first line, wherever the screen breaks it. */
	const said = (page: { texts(): string[] }) =>
		page.texts().some((text) => text.length > 9 && words["page.versions"].startsWith(text));

	it.each([
		["an older phone, which tells none", undefined, true],
		["a newer phone", VERSION + 1, true],
		["a phone of the same", VERSION, false],
	])("are told apart with %s", (_name, version, isTold) => {
		const { openPage, sent } = watch();
		const page = openPage({ kind: "open" });
		expect(said(page)).toBe(false);
		sent[0]?.reply({ kind: "hello", look: version === undefined ? LOOK : { ...LOOK, version } });
		expect(said(page)).toBe(isTold);
		page.runtime.close();
		expect(said(openPage({ kind: "open" }))).toBe(isTold);
	});

	it("are asked for where a look is kept that tells none", () => {
		const { openPage, sent, held } = watch();
		held.set("look.json", JSON.stringify(LOOK));
		openPage({ kind: "open" });
		expect(sent[0]?.request).toEqual({ method: "hello", rev: 0 });
	});
});

describe("the looks", () => {
	it("are asked for at opening, kept, and shown from then on", () => {
		const { openPage, sent, glance } = watch();
		const page = openPage({ kind: "open" });
		expect(sent[0]?.request).toEqual({ method: "hello", rev: 0 });
		sent[0]?.reply({ kind: "hello", look: LOOK });
		expect(page.texts()).toContain("Joke");
		expect(glance()).toMatchObject({ accent: 0x00ff00, state: "none" });
		page.runtime.close();
		openPage({ kind: "open" });
		expect(sent[1]?.request).toEqual({ method: "hello", rev: 4 });
	});

	it("leave the usual quick replies to a phone that names none", () => {
		const { openPage, sent } = watch();
		const page = openPage({ kind: "open" });
		sent[0]?.reply({ kind: "hello", look: { ...LOOK, chips: [] } });
		expect(page.texts()).toContain("Joke");
	});
});

describe("short answers", () => {
	it("stand in the largest type that holds them", () => {
		const sizeOf = (text: string) => {
			const { openPage, lastAsk } = watch();
			const page = openPage(ASK);
			lastAsk().reply({ kind: "answer", id: "tap", answer: { text } });
			const { view } = page.runtime.state();
			return view.kind === "reading" ? view.size : 0;
		};
		expect(sizeOf("42")).toBe(128);
		expect(sizeOf("Because air scatters blue light.")).toBe(31);
		expect(sizeOf("Yes, at half past seven.")).toBeGreaterThan(31);
		expect(sizeOf("Yes, at half past seven.")).toBeLessThan(sizeOf("10:09"));
	});
});

describe("quick replies", () => {
	const LOOK_WITH_TWO: Look = { ...LOOK, chips: [...LOOK.chips, { label: "Snack", text: "Suggest a snack" }] };
	const order = (page: { runtime: { state(): { look: Look } } }) =>
		page.runtime.state().look.chips.map(({ label }) => label);

	it("that were used at this time of day come first at the next opening, on the face too", () => {
		const { openPage, sent, glance } = watch();
		const page = openPage({ kind: "open" });
		sent[0]?.reply({ kind: "hello", look: LOOK_WITH_TWO });
		page.runtime.dispatch({ kind: "ask", text: "Suggest a snack" });
		expect(order(page)).toEqual(["Joke", "Snack"]);
		page.runtime.close();
		expect(order(openPage({ kind: "open" }))).toEqual(["Snack", "Joke"]);
		expect(glance().chips.split(CHIP_MARK)[0]).toBe("Snack");
	});

	it("are the preset's where the person wrote none", () => {
		const { openPage, sent } = watch();
		const page = openPage(
			{ kind: "open" },
			{
				defaults: (preset) => ({ ...LOOK, chips: [{ label: preset ?? "plain", text: "x" }] }),
			},
		);
		sent[0]?.reply({ kind: "hello", look: { ...LOOK, chips: [], preset: "diet" } });
		expect(page.texts()).toContain("diet");
	});
});

describe("closing", () => {
	it("lets the screen go, leaves no timer of its own and hears nothing more", () => {
		const { openPage, log, lastAsk } = watch();
		const page = openPage(ASK);
		page.runtime.close();
		expect(log.at(-1)).toBe("release");
		lastAsk().reply(answerTo("tap"));
		expect(log).not.toContain("buzz");
		expect(page.timersLeft()).toBe(0);
	});

	it("goes home when the keyboard does not open", () => {
		const { openPage } = watch();
		const page = openPage({ kind: "listen", id: "x" }, { openKeyboard: () => false });
		page.turn(300);
		expect(page.runtime.state().view.kind).toBe("home");
	});
});
