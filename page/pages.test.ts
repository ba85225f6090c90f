/** What the pages promise a person, from the first touch on: each page as the system evaluates it, one after the other. */
import { describe, expect, it } from "vitest";
import type { Launch } from "../core/ask/launch.ts";
import { CHIP_MARK } from "../core/face/glance.ts";
import { FAULTS, type FaultCode } from "../core/faults.ts";
import type { Look, Reply } from "../core/wire/protocol.ts";
import { VERSION } from "../core/wire/version.ts";
import { createWatch, LOOK, said } from "./__fixtures__/watch.ts";

const ASK: Launch = { kind: "ask", id: "tap", text: "Why is the sky blue?" };
const ANSWER = "Because air scatters blue light.";
const answerTo = (id: string, more: object = {}): Reply => ({
	kind: "answer",
	id,
	answer: { text: ANSWER, next: ["And Mars?"] },
	...more,
});
const AWAY = { code: "phone-away" } as const;

type Watch = ReturnType<typeof createWatch>;

/** A watch whose question `tap` is answered, and shown. */
async function answered(watch: Watch = createWatch()): Promise<Watch> {
	await watch.open(ASK);
	await watch.lastAsk().reply(answerTo("tap"));
	return watch;
}

describe("a question from the face", () => {
	it("is stored, sent, answered, felt once, shown, and on the face", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		expect(watch.log.filter((line) => line !== "release")).toEqual(["hold", "send ask with 1 stored"]);
		expect(watch.texts()).toContain("Asking\u2026");
		expect(watch.glance()).toMatchObject({ state: "open", text: ASK.kind === "ask" ? ASK.text : "" });
		await watch.turn(3000);
		expect(watch.texts()).toContain("3");
		await watch.lastAsk().reply(answerTo("tap"));
		expect(watch.log.filter((line) => line === "buzz")).toHaveLength(1);
		expect(watch.log.at(-1)).toBe("release");
		expect(watch.page()).toBe("read");
		expect(watch.texts().join(" ")).toContain(ANSWER);
		expect(watch.glance()).toMatchObject({ state: "answered", text: ANSWER });
		expect(watch.timersLeft()).toBe(0);
	});

	it("is asked from a first page as well that has let its link go, since the phone had said what there is", async () => {
		const watch = createWatch();
		await watch.open({ kind: "open" });
		await watch.reply(0, { kind: "hello", look: { ...LOOK, version: VERSION } });
		await watch.tap(LOOK.chips[0]?.label ?? "");
		expect([watch.page(), watch.asked().length]).toEqual(["ask", 1]);
	});

	it("opens its own page at once, or the first page, which hands it on", async () => {
		for (const page of ["index", "ask"] as const) {
			const watch = createWatch();
			await watch.open(ASK, page);
			expect([watch.page(), watch.asked().length]).toEqual(["ask", 1]);
		}
	});

	it("is never asked twice by a repeated launch", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		watch.close();
		await watch.lastAsk().reply(answerTo("tap"));
		await watch.open(ASK);
		await watch.lastAsk().reply(answerTo("tap"));
		watch.close();
		await watch.open(ASK);
		expect(watch.texts().join(" ")).toContain(ANSWER);
		expect(new Set(watch.asked().map(({ id }) => id)).size).toBe(1);
	});

	it("is there again after the page was killed, and asked again under its id", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		watch.kill();
		await watch.open({ kind: "open" });
		expect(watch.asked()).toHaveLength(2);
		expect(watch.lastAsk()).toMatchObject({ id: "tap", text: "Why is the sky blue?" });
		await watch.lastAsk().reply(answerTo("tap"));
		expect(watch.texts().join(" ")).toContain(ANSWER);
	});

	it("ends in its fault with the question still there to ask again", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		await watch.lastAsk().reply({ kind: "fault", id: "tap", fault: { code: "no-network" } });
		expect(watch.texts()).toEqual(
			expect.arrayContaining([said("fault.no-network"), said("page.retry"), "Why is the sky blue?"]),
		);
		expect(watch.glance().state).toBe("faulted");
		await watch.tap(said("page.retry"));
		expect(watch.lastAsk()).toMatchObject({ text: "Why is the sky blue?" });
		expect(watch.lastAsk().id).not.toBe("tap");
	});

	it("waits when the radio drops, says so, and goes by itself when it is back", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		await watch.radio(false);
		expect(watch.texts()).toEqual(expect.arrayContaining([said("fault.phone-away"), said("page.cancel")]));
		expect(watch.log.at(-1)).toBe("release");
		const before = watch.sent.length;
		await watch.radio(true);
		expect(watch.sent).toHaveLength(before + 1);
		expect(watch.texts()).toContain("Asking\u2026");
		expect(watch.lastAsk().id).toBe("tap");
		await watch.lastAsk().reply(answerTo("tap"));
		expect(watch.texts().join(" ")).toContain("Because");
	});

	it("is let go by a cancel, which the phone hears of, and its late answer dropped", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		const asked = watch.lastAsk();
		await watch.tap(said("page.cancel"));
		expect(watch.sent.map(({ request }) => request)).toContainEqual({ method: "cancel", id: "tap" });
		await asked.reply(answerTo("tap"));
		expect(watch.page()).toBe("index");
		expect(watch.glance().state).toBe("faulted");
		expect(watch.sent.filter(({ request }) => request.method === "cancel").length).toBe(2);
	});

	it("goes on with the conversation, and carries what the phone wants to know", async () => {
		const wanted: string[] = [];
		const watch = createWatch({
			facts: (wants) => {
				wanted.push(...wants);
				return { now: 600, date: "2026-11-22", steps: 4000 };
			},
		});
		await watch.open(ASK);
		expect(watch.lastAsk()).not.toHaveProperty("facts");
		await watch.lastAsk().reply(answerTo("tap", { look: { ...LOOK, wants: ["steps"] } }));
		await watch.swipe("up");
		await watch.tap("And Mars?");
		expect(watch.lastAsk()).toMatchObject({ talk: "tap", lang: "en-US", facts: { now: 600, steps: 4000 } });
		expect(wanted).toEqual(["steps"]);
	});

	it("is drawn twenty times at most on its way to the answer", async () => {
		const watch = await answered();
		expect(watch.draws()).toBeLessThanOrEqual(20);
	});
});

describe("typing", () => {
	const listen: Launch = { kind: "listen", id: "x" };

	it("asks what was typed, and nothing when nothing was", async () => {
		for (const text of ["Why?", null, "", "  "]) {
			const watch = createWatch();
			await watch.open(listen);
			await watch.turn(300);
			await watch.type(text);
			expect([watch.page(), watch.asked().length]).toEqual(text === "Why?" ? ["ask", 1] : ["index", 0]);
		}
	});

	it("takes no text from a keyboard that is no longer wanted", async () => {
		const watch = createWatch();
		await watch.open(listen);
		await watch.turn(300);
		await watch.type("Why?");
		await watch.type("And why?");
		expect(watch.asked().map(({ text }) => text)).toEqual(["Why?"]);
	});

	it("goes home when the keyboard does not open", async () => {
		const watch = createWatch({ opensKeyboard: false });
		await watch.open(listen);
		await watch.turn(300);
		expect(watch.page()).toBe("index");
	});

	it("is by dictation, else by the keyboard, else by quick replies; without a recorder's listener not by it", async () => {
		for (const [ways, page] of [
			[["voice", "keys"], "ask"],
			[["keys"], "ask"],
			[["record", "keys"], "speak"],
			[[], "index"],
		] as const) {
			const watch = createWatch({ ways });
			await watch.open(listen);
			expect(watch.page(), ways.join()).toBe(page);
		}
		const deaf = createWatch({ ways: ["record", "keys"] });
		deaf.held.set("look.json", JSON.stringify({ ...LOOK, version: VERSION, deaf: true }));
		await deaf.open(listen);
		expect(deaf.page()).toBe("ask");
	});
});

describe("a disk that is full", () => {
	const full = () => createWatch({ files: { write: () => false, replace: () => false } });

	it("has the question unsent, says so, and sends it if the person wants it so", async () => {
		const watch = full();
		await watch.open(ASK);
		expect(watch.asked()).toEqual([]);
		expect(watch.texts()).toEqual(expect.arrayContaining([said("unstored"), said("page.anyway")]));
		await watch.tap(said("page.anyway"));
		await watch.lastAsk().reply(answerTo("tap"));
		expect(watch.page()).toBe("read");
		expect(watch.texts().join(" ")).toContain(ANSWER);
	});

	it("leaves it at that where the person does not", async () => {
		const watch = full();
		await watch.open(ASK);
		await watch.tap(said("page.back"));
		expect([watch.page(), watch.asked().length]).toEqual(["index", 0]);
		expect(watch.texts()).not.toContain(said("page.history"));
	});
});

describe("the end of a question", () => {
	it("changes nothing when it comes a second time", async () => {
		const watch = await answered();
		await watch.lastAsk().reply({ kind: "fault", id: "tap", fault: { code: "timeout" } });
		watch.close();
		await watch.open({ kind: "read" }, "read");
		expect(watch.texts().join(" ")).toContain(ANSWER);
	});

	it("is the person's to choose after every fault: what it was for may have been mended", async () => {
		for (const code of Object.keys(FAULTS) as FaultCode[]) {
			if (code === "phone-away") continue;
			const watch = createWatch();
			await watch.open(ASK);
			await watch.lastAsk().reply({ kind: "fault", id: "tap", fault: { code } });
			await watch.tap(said("page.retry"));
			expect(watch.asked(), code).toHaveLength(2);
		}
	});

	it("is under the old id while the phone is away, so that nothing is paid for twice", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		await watch.lastAsk().reply(AWAY);
		expect(watch.log.at(-1)).toBe("release");
		await watch.tap(said("page.retry"));
		expect(watch.asked().map(({ id }) => id)).toEqual(["tap", "tap"]);
		expect(watch.texts()).toContain("Asking\u2026");
	});
});

describe("while the phone is away", () => {
	const HOUR_MS = 3_600_000;

	it("a question ends after the time that the person sets, and is only asked about until then", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		await watch.lastAsk().reply(AWAY);
		await watch.turn(HOUR_MS + 1);
		expect(watch.lastAsk()).toMatchObject({ id: "tap", late: true });
		await watch.lastAsk().reply(AWAY);
		expect(watch.texts()).toContain(said("fault.expired"));
	});

	it("one that has waited too long is asked about at the next opening, and ends there", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		watch.kill();
		await watch.turn(HOUR_MS + 1);
		await watch.open({ kind: "open" });
		expect(watch.lastAsk()).toMatchObject({ id: "tap", late: true });
		await watch.lastAsk().reply(AWAY);
		expect(watch.texts()).toContain(said("fault.expired"));
	});

	it("all that wait go when it is back, the oldest first", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		await watch.lastAsk().reply(AWAY);
		watch.kill();
		await watch.open({ kind: "ask", id: "two", text: "And at night?" });
		await watch.radio(false);
		const before = watch.sent.length;
		await watch.radio(true);
		expect(
			watch
				.asked()
				.slice(-2)
				.map(({ id }) => id),
		).toEqual(["tap", "two"]);
		expect(watch.sent).toHaveLength(before + 2);
	});

	it("the first page sends nothing, and hands on what waits once the phone is back", async () => {
		const watch = createWatch({ opensKeyboard: false });
		await watch.open(ASK);
		await watch.radio(false);
		watch.kill();
		await watch.open({ kind: "home" });
		expect([watch.page(), watch.asked().length]).toEqual(["index", 1]);
		await watch.radio(true);
		expect([watch.page(), watch.lastAsk().id]).toEqual(["ask", "tap"]);
	});
});

describe("a launch", () => {
	it("to read shows the newest question, or home where there is none", async () => {
		const none = createWatch();
		await none.open({ kind: "read" }, "read");
		expect(none.page()).toBe("index");
		const watch = await answered();
		watch.close();
		await watch.open({ kind: "read" }, "read");
		expect(watch.page()).toBe("read");
		await watch.open({ kind: "read" });
		expect(watch.page()).toBe("read");
	});

	it("to read shows a question that is open as waiting, and one that has failed as its fault", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		watch.kill();
		await watch.open({ kind: "read" }, "read");
		expect(watch.texts()).toContain("Asking\u2026");
		await watch.lastAsk().reply({ kind: "fault", id: "tap", fault: { code: "timeout" } });
		watch.close();
		await watch.open({ kind: "read" }, "read");
		expect(watch.texts()).toContain(said("fault.timeout"));
	});

	it("says hello when there is nothing to send", async () => {
		const watch = createWatch();
		await watch.open({ kind: "open" });
		expect(watch.sent.map(({ request }) => request.method)).toEqual(["hello"]);
	});
});

describe("forgetting", () => {
	const leftOf = ({ held }: Watch) => [...held.values()].join(" ");

	it("on the watch is asked for once, leaves no word of what was asked, and stops what is open", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		await watch.lastAsk().reply({
			kind: "answer",
			id: "tap",
			answer: { text: "Air.", plan: { cues: [{ at: { meters: 5 }, text: "Air." }] } },
		});
		expect(leftOf(watch)).toContain("Air.");
		await watch.swipe("right");
		await watch.tap(said("page.history"));
		await watch.tap(said("page.forget"));
		expect(watch.texts().some((text) => text.length > 9 && said("page.forget.help").startsWith(text))).toBe(true);
		await watch.tap(said("page.forget"));
		expect(leftOf(watch)).not.toMatch(/Air|sky/);
		expect([watch.glance().state, watch.page()]).toEqual(["none", "index"]);
		expect(watch.texts()).not.toContain(said("page.history"));
	});

	it("in the settings reaches the watch with the next look, once, and spares the question under way", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		await watch.lastAsk().reply(answerTo("tap", { look: { ...LOOK, version: VERSION } }));
		await watch.swipe("up");
		await watch.tap("And Mars?");
		const { id } = watch.lastAsk();
		await watch.lastAsk().reply(answerTo(id, { look: { ...LOOK, rev: 5, version: VERSION, forgotten: 77 } }));
		expect(leftOf(watch)).not.toContain("Why is the sky blue?");
		expect(watch.texts().join(" ")).toContain(ANSWER);
		await watch.swipe("up");
		await watch.tap("And Mars?");
		await watch
			.lastAsk()
			.reply(answerTo(watch.lastAsk().id, { look: { ...LOOK, rev: 6, version: VERSION, forgotten: 77 } }));
		expect([...watch.held.keys()].filter((name) => name.endsWith(".q"))).toHaveLength(2);
	});
});

describe("versions", () => {
	/** Its first line, wherever the screen breaks it. */
	const tells = (watch: Watch) =>
		watch.texts().some((text) => text.length > 6 && said("page.versions").startsWith(text));

	it.each([
		["an older phone, which tells none", undefined, true],
		["a newer phone", VERSION + 1, true],
		["a phone of the same", VERSION, false],
	])("are told apart with %s", async (_name, version, isTold) => {
		const watch = createWatch();
		await watch.open({ kind: "open" });
		expect(tells(watch)).toBe(false);
		await watch.reply(0, { kind: "hello", look: version === undefined ? LOOK : { ...LOOK, version } });
		expect(tells(watch)).toBe(isTold);
		watch.close();
		await watch.open({ kind: "open" });
		expect(tells(watch)).toBe(isTold);
	});

	it("are asked for where a look is kept that tells none", async () => {
		const watch = createWatch();
		watch.held.set("look.json", JSON.stringify(LOOK));
		await watch.open({ kind: "open" });
		expect(watch.sent[0]?.request).toEqual({ method: "hello", rev: 0 });
	});
});

describe("the looks", () => {
	it("are asked for at opening, kept, shown from then on, and not asked for again within a minute", async () => {
		const watch = createWatch();
		await watch.open({ kind: "open" });
		expect(watch.sent[0]?.request).toEqual({ method: "hello", rev: 0 });
		await watch.reply(0, { kind: "hello", look: { ...LOOK, version: VERSION } });
		expect(watch.texts()).toContain("Joke");
		expect(watch.glance()).toMatchObject({ accent: 0x00ff00, state: "none" });
		watch.close();
		await watch.open({ kind: "open" });
		expect(watch.sent.length).toBe(1);
		watch.close();
		await watch.turn(60_001);
		await watch.open({ kind: "open" });
		expect(watch.sent[1]?.request).toEqual({ method: "hello", rev: 4 });
	});

	it("leave the usual quick replies to a phone that names none", async () => {
		const watch = createWatch();
		await watch.open({ kind: "open" });
		await watch.reply(0, { kind: "hello", look: { ...LOOK, chips: [] } });
		expect(watch.texts()).toContain(said("chip.1"));
	});

	it("do not write the face's file where it would say the same", async () => {
		let written = 0;
		const held = new Map<string, string>();
		const watch = createWatch({
			files: {
				list: () => [...held.keys()],
				read: (path) => held.get(path) ?? null,
				write(path, json) {
					if (path.startsWith("glance")) written++;
					held.set(path, json);
					return true;
				},
				remove: (path) => held.delete(path),
				replace(from, to) {
					held.set(to, held.get(from) ?? "");
					return held.delete(from);
				},
			},
		});
		await watch.open({ kind: "open" });
		const first = written;
		expect(first).toBeGreaterThan(0);
		watch.close();
		await watch.open({ kind: "open" });
		expect(written).toBe(first);
	});
});

describe("short answers", () => {
	it("stand in the largest type that holds them", async () => {
		const sizeOf = async (text: string) => {
			const watch = createWatch();
			await watch.open(ASK);
			await watch.lastAsk().reply({ kind: "answer", id: "tap", answer: { text } });
			return watch.sizeOf(text.split(" ")[0] ?? "");
		};
		expect(await sizeOf("42")).toBe(128);
		expect(await sizeOf("Because air scatters blue light.")).toBe(31);
		expect(await sizeOf("Yes, at half past seven.")).toBeGreaterThan(31);
		expect(await sizeOf("Yes, at half past seven.")).toBeLessThan(await sizeOf("10:09"));
	});
});

describe("quick replies", () => {
	const TWO: Look = { ...LOOK, version: VERSION, chips: [...LOOK.chips, { label: "Snack", text: "Suggest a snack" }] };
	const first = (watch: Watch) => watch.texts().filter((text) => text === "Joke" || text === "Snack");

	it.each(["on the watch", "on the face"])(
		"that were used %s at this time of day come first at the next opening, on the face too",
		async (where) => {
			const watch = createWatch();
			await watch.open({ kind: "open" });
			await watch.reply(0, { kind: "hello", look: TWO });
			expect(first(watch)).toEqual(["Joke", "Snack"]);
			if (where === "on the watch") await watch.tap("Snack");
			else await watch.open({ kind: "ask", id: "face-1", text: "Suggest a snack" }, "ask");
			watch.close();
			await watch.open({ kind: "home" });
			expect(first(watch)).toEqual(["Snack", "Joke"]);
			expect(watch.glance().chips.split(CHIP_MARK)[0]).toBe("Snack");
		},
	);

	it("are the preset's where the person wrote none", async () => {
		const watch = createWatch();
		await watch.open({ kind: "open" });
		await watch.reply(0, { kind: "hello", look: { ...LOOK, chips: [], preset: "diet" } });
		expect(watch.texts()).toContain(said("chips.diet").split("|")[0]);
	});
});

describe("an answer", () => {
	it("opens at its first page, with the question before it and what comes next after it, and turns no further", async () => {
		const watch = await answered();
		await watch.swipe("down");
		expect(watch.texts()).toContain(said("page.asked"));
		const atBegin = watch.draws();
		await watch.swipe("down");
		expect(watch.draws()).toBe(atBegin);
		await watch.swipe("up");
		await watch.swipe("up");
		expect(watch.texts()).toContain("And Mars?");
		const atEnd = watch.draws();
		await watch.swipe("up");
		expect(watch.draws()).toBe(atEnd);
	});

	it("lies under the receipt, which any way back or onward takes away", async () => {
		const watch = await answered();
		for (const away of [() => watch.swipe("up"), () => watch.swipe("right"), () => watch.tap(said("page.back"))]) {
			await watch.touch(0, true);
			expect(watch.texts()).toContain(said("page.receipt"));
			await away();
			expect(watch.texts().join(" ")).toContain(ANSWER);
		}
	});

	it("leads home by a swipe to the right, where it is told of", async () => {
		const watch = await answered();
		await watch.swipe("right");
		expect(watch.page()).toBe("index");
		expect(watch.texts().join(" ")).toContain("Because");
		await watch.touch(0);
		expect(watch.page()).toBe("read");
	});
});

describe("the list of questions", () => {
	it("turns three rows at a time, to either end and no further", async () => {
		const watch = createWatch();
		for (const n of [1, 2, 3, 4]) {
			await watch.open({ kind: "ask", id: `q${n}`, text: `Question ${n}?` });
			await watch.lastAsk().reply(answerTo(`q${n}`));
			watch.close();
		}
		await watch.open({ kind: "home" });
		await watch.tap(said("page.history"));
		const rows = () => watch.texts().filter((text) => text.startsWith("Question"));
		expect(rows()).toEqual(["Question 4?", "Question 3?", "Question 2?"]);
		await watch.swipe("up");
		expect(rows()).toEqual(["Question 1?"]);
		expect(watch.texts()).toContain(said("page.forget"));
		await watch.swipe("up");
		expect(rows()).toEqual(["Question 1?"]);
		await watch.swipe("right");
		expect(watch.texts()).toContain(said("page.history"));
	});
});

describe("closing", () => {
	it("lets the screen go, leaves no timer of its own and hears nothing more", async () => {
		const watch = createWatch();
		await watch.open(ASK);
		const asked = watch.lastAsk();
		watch.close();
		expect(watch.log.at(-1)).toBe("release");
		await asked.reply(answerTo("tap"));
		expect(watch.log).not.toContain("buzz");
		expect(watch.timersLeft()).toBe(0);
	});
});
