import { describe, expect, it } from "vitest";
import { entryOf, type Outcome, type Row } from "../core/ask/journal.ts";
import { FAULTS, type FaultCode } from "../core/faults.ts";
import type { Look } from "../core/wire/protocol.ts";
import { type Effect, type Event, pageCount, type State, step, waitLeft } from "./state.ts";

const look: Look = {
	rev: 1,
	chips: [1, 2, 3, 4].map((n) => ({ label: `Chip ${n}`, text: `Question ${n}` })),
	accent: 0x3ddc97,
	size: "medium",
	ready: true,
};
const HOUR_MS = 3_600_000;
const NOW = 10_000_000;
const NO_PAGES = { asked: [], pages: [], size: 31 };
const stamp = { now: NOW, id: "fresh" };

function stateWith(rows: readonly Row[], change: Partial<State> = {}): State {
	const entries = rows.map((row, index) => entryOf(row, index, rows.length - index));
	return { view: { kind: "home" }, look, entries, ways: ["voice", "keys"], teaser: null, ...change };
}

const open = (id: string, at = NOW - 5000): Row => ({ id, question: `${id}?`, talk: "t", at, state: "open" });
const answered = (id: string): Row => ({ ...open(id), state: "answered", answer: { text: "Yes." }, answeredAt: NOW });
const faulted = (id: string, code: FaultCode): Row => ({
	...open(id),
	state: "faulted",
	fault: { code },
	answeredAt: NOW,
});

const kinds = (effects: readonly Effect[]) => effects.map((effect) => effect.kind);
const run = (state: State, event: Event) => step(state, event, stamp);

/** A state in which the question `id` is open and being waited for. */
function waitingFor(id: string): State {
	return stateWith([open(id)], { view: { kind: "waiting", id, question: `${id}?`, since: NOW, seconds: 0 } });
}

describe("asking", () => {
	it("stores the question before it sends it, holds the screen and tells the face", () => {
		const { state, effects } = run(stateWith([]), { kind: "ask", text: "  Why?  " });
		const row: Row = { id: "fresh", question: "Why?", talk: "fresh", at: NOW, state: "open" };
		expect(effects).toEqual([{ kind: "store", row }]);
		expect(state.view).toEqual({ kind: "waiting", id: "fresh", question: "Why?", since: NOW, seconds: 0 });
		expect(kinds(run(state, { kind: "stored", row, isStored: true }).effects)).toEqual(["send", "hold", "glance"]);
	});

	it("sends nothing that the disk would not take, unless the person says so", () => {
		const asked = run(stateWith([]), { kind: "ask", text: "Why?" });
		const row: Row = { id: "fresh", question: "Why?", talk: "fresh", at: NOW, state: "open" };
		const refused = run(asked.state, { kind: "stored", row, isStored: false });
		expect(refused).toMatchObject({ state: { view: { kind: "unstored", row } }, effects: [] });
		const home = run(refused.state, { kind: "home" });
		expect([home.state.view.kind, kinds(home.effects)]).toEqual(["home", []]);
		const sent = run(refused.state, { kind: "confirm" });
		expect(sent.state.view).toMatchObject({ kind: "waiting", id: "fresh" });
		expect(kinds(sent.effects)).toEqual(["keep", "send", "hold", "glance"]);
	});

	it("goes on with the conversation of the last question", () => {
		const { effects } = run(stateWith([answered("a")]), { kind: "ask", text: "And?" });
		expect(effects[0]).toMatchObject({ row: { talk: "t" } });
	});

	it("counts the seconds, and only while waiting", () => {
		const woken = step(waitingFor("a"), { kind: "tick", waking: true }, { now: NOW + 3000, id: "x" });
		expect(woken.state.view).toMatchObject({ seconds: 3, waking: true });
		expect(run(woken.state, { kind: "tick", waking: false }).state.view).not.toHaveProperty("waking");
		const later = step(waitingFor("a"), { kind: "tick" }, { now: NOW + 7400, id: "x" });
		expect(later.state.view).toMatchObject({ seconds: 7 });
		const home = stateWith([]);
		expect(run(home, { kind: "tick" }).state).toBe(home);
	});

	it("asks what was typed, and nothing when nothing was", () => {
		const typing = stateWith([], { view: { kind: "typing" } });
		expect(kinds(run(typing, { kind: "typed", text: "Why?" }).effects)).toEqual(["store"]);
		for (const text of [null, "", "  "]) {
			const { state, effects } = run(typing, { kind: "typed", text });
			expect(state.view.kind).toBe("home");
			expect(effects).toEqual([]);
		}
	});

	it("takes no text from a keyboard that is no longer wanted", () => {
		const home = stateWith([]);
		expect(run(home, { kind: "typed", text: "Why?" }).state).toBe(home);
	});
});

describe("the end of a question", () => {
	const answer: Outcome = { state: "answered", answer: { text: "Because.", line: "Because" }, answeredAt: NOW };

	it("is stored, told to the face, felt once and shown", () => {
		const { state, effects } = run(waitingFor("a"), { kind: "settled", id: "a", outcome: answer });
		expect(kinds(effects)).toEqual(["settle", "glance", "release", "buzz", "show"]);
		expect(state.teaser).toEqual({ id: "a", line: "Because" });
	});

	it("is stored without a word when the person is elsewhere", () => {
		const { state, effects } = run(stateWith([open("a")]), { kind: "settled", id: "a", outcome: answer });
		expect(kinds(effects)).toEqual(["settle", "glance"]);
		expect(state.view.kind).toBe("home");
	});

	it("changes nothing when it comes a second time, after a cancel, or for no question of ours", () => {
		for (const row of [answered("a"), faulted("a", "cancelled")]) {
			const state = stateWith([row]);
			expect(run(state, { kind: "settled", id: "a", outcome: answer })).toEqual({ state, effects: [] });
		}
		expect(run(stateWith([]), { kind: "settled", id: "b", outcome: answer }).effects).toEqual([]);
	});

	it("by hand stops the phone, lets the screen go and stays in the journal", () => {
		const { state, effects } = run(waitingFor("a"), { kind: "cancel" });
		expect(kinds(effects)).toEqual(["settle", "stop", "release", "glance"]);
		expect(effects[0]).toMatchObject({ outcome: { state: "faulted", fault: { code: "cancelled" } } });
		expect(state.view.kind).toBe("home");
	});
});

describe("asking again", () => {
	const faultState = (code: FaultCode) =>
		stateWith([faulted("a", code)], { view: { kind: "fault", id: "a", question: "a?", fault: { code } } });

	it("is under a new id where the phone had answered", () => {
		const { effects } = run(faultState("no-network"), { kind: "retry" });
		expect(effects[0]).toMatchObject({ kind: "store", row: { id: "fresh", question: "a?" } });
	});

	it("is under the old id while the phone is away, so that nothing is paid for twice", () => {
		const { state, effects } = run(run(waitingFor("a"), { kind: "away", id: "a" }).state, { kind: "retry" });
		expect(effects).toEqual([{ kind: "show", id: "a" }]);
		const shown = run(state, { kind: "shown", row: open("a"), as: NO_PAGES });
		expect(kinds(shown.effects)).toEqual(["hold", "resend"]);
		expect(shown.state.view).not.toHaveProperty("away");
	});

	it("is the person's to choose after every fault: what it was for may have been mended", () => {
		for (const code of Object.keys(FAULTS) as FaultCode[]) {
			const { state } = run(faultState(code), { kind: "retry" });
			expect(state.view, code).toMatchObject({ kind: "waiting", question: "a?" });
		}
	});
});

describe("with the phone away", () => {
	it("a question waits on the screen and lets the screen go", () => {
		const { state, effects } = run(waitingFor("a"), { kind: "away", id: "a" });
		expect(state.view).toMatchObject({ kind: "waiting", id: "a", away: true });
		expect(kinds(effects)).toEqual(["release"]);
	});

	it("goes when it is back, with all that wait, the oldest first", () => {
		const waits = run(
			{ ...waitingFor("b"), entries: stateWith([open("b"), open("a")]).entries },
			{ kind: "away", id: "b" },
		);
		const { effects } = run(waits.state, { kind: "back" });
		expect(effects).toEqual([
			{ kind: "resend", id: "a" },
			{ kind: "resend", id: "b" },
			{ kind: "glance" },
			{ kind: "show", id: "b" },
		]);
	});

	it("ends after the time that the person sets", () => {
		const look = { ...stateWith([]).look, waitMinutes: 10 };
		const atAge = (ageMs: number, event: Event) =>
			kinds(run(stateWith([open("a", NOW - ageMs)], { look }), event).effects);
		expect(atAge(HOUR_MS / 6 - 1, { kind: "away", id: "a" })).toEqual([]);
		expect(atAge(HOUR_MS / 6, { kind: "away", id: "a" })).toEqual(["settle", "glance"]);
		expect(atAge(HOUR_MS / 6, { kind: "back" })).toEqual(["resend", "glance"]);
	});

	it("leaves what else is on the screen alone", () => {
		const home = stateWith([open("a")]);
		expect(run(home, { kind: "away", id: "a" })).toEqual({ state: home, effects: [] });
		expect(run(stateWith([answered("a")]), { kind: "back" }).effects).toEqual([]);
	});
});

describe("opening", () => {
	const launched = (state: State, launch: Parameters<typeof opened>[1]) => opened(state, launch);
	function opened(state: State, launch: Extract<Event, { kind: "launched" }>["launch"]) {
		return run(state, { kind: "launched", launch });
	}

	it("with a question asks it at once under the id of the tap", () => {
		const { effects } = launched(stateWith([]), { kind: "ask", id: "tap", text: "Why?" });
		expect(effects[0]).toMatchObject({ kind: "store", row: { id: "tap", question: "Why?" } });
		expect(kinds(effects)).not.toContain("hello");
	});

	it("a second time with the same id shows that row and asks nothing", () => {
		const { effects } = launched(stateWith([answered("tap")]), { kind: "ask", id: "tap", text: "Why?" });
		expect(effects).toEqual([{ kind: "show", id: "tap" }, { kind: "hello" }]);
	});

	it("to listen opens dictation, else the keyboard, else the quick replies", () => {
		const listen = (ways: State["ways"]) => launched(stateWith([], { ways }), { kind: "listen", id: "x" });
		expect(listen(["voice", "keys"]).effects[0]).toEqual({ kind: "type", way: "voice" });
		expect(listen(["keys"]).effects[0]).toEqual({ kind: "type", way: "keys" });
		expect(listen([]).state.view.kind).toBe("home");
	});

	it("to read shows the newest row, or home where there is none", () => {
		expect(launched(stateWith([answered("b"), answered("a")]), { kind: "read" }).effects[0]).toEqual({
			kind: "show",
			id: "b",
		});
		expect(launched(stateWith([]), { kind: "read" }).state.view.kind).toBe("home");
	});

	it("asks open rows again, the oldest first, under their ids", () => {
		const { effects } = launched(stateWith([open("b"), open("a"), answered("z")]), { kind: "open" });
		expect(effects).toEqual([
			{ kind: "resend", id: "a" },
			{ kind: "resend", id: "b" },
			{ kind: "show", id: "b" },
			{ kind: "glance" },
		]);
	});

	it("asks about rows that have waited too long, and ends them where the phone is away", () => {
		const { state, effects } = launched(stateWith([open("old", NOW - HOUR_MS)]), { kind: "open" });
		expect(effects[0]).toEqual({ kind: "resend", id: "old" });
		expect(run(state, { kind: "away", id: "old" }).effects[0]).toMatchObject({
			kind: "settle",
			id: "old",
			outcome: { fault: { code: "expired" } },
		});
		const young = stateWith([open("young", NOW - HOUR_MS + 1)]);
		expect(run(young, { kind: "away", id: "young" }).effects).toEqual([]);
	});

	it.each([
		["asked by a clock that was reset and is right again", 0, Date.UTC(2026, 10, 27)],
		["asked by a clock that was years ahead", Date.UTC(2031, 0, 1), Date.UTC(2026, 10, 27)],
		["asked before the clock was reset", Date.UTC(2026, 10, 27), 0],
	])("lets no row expire that was %s", (_, at, now) => {
		const state = stateWith([open("a", at)]);
		expect(waitLeft(state, at, now)).toBe(HOUR_MS);
		expect(step(state, { kind: "away", id: "a" }, { now, id: "x" }).effects).toEqual([]);
	});

	it("says hello when there is nothing to send", () => {
		expect(kinds(launched(stateWith([]), { kind: "open" }).effects)).toEqual(["hello"]);
	});
});

describe("forgetting", () => {
	it("asks once, then stops what is open and removes all", () => {
		const asked = run(stateWith([answered("b"), open("a")]), { kind: "forget" });
		expect([asked.state.view.kind, asked.effects]).toEqual(["forgetting", []]);
		expect(run(asked.state, { kind: "home" })).toMatchObject({ state: { view: { kind: "home" } }, effects: [] });
		const { state, effects } = run({ ...asked.state, teaser: { id: "b", line: "Yes." } }, { kind: "forget" });
		expect(effects).toEqual([{ kind: "stop", id: "a" }, { kind: "forget", what: "all" }, { kind: "glance" }]);
		expect([state.view.kind, state.teaser]).toEqual(["home", null]);
	});

	it("in the settings removes all that has ended, and leaves the question alone that is being asked", () => {
		const reading = run(stateWith([answered("a")]), { kind: "shown", row: answered("a"), as: NO_PAGES }).state;
		const { state, effects } = run(reading, { kind: "forgotten" });
		expect([state.view.kind, effects]).toEqual(["home", [{ kind: "forget", what: "ended" }, { kind: "glance" }]]);
		expect(run(waitingFor("a"), { kind: "forgotten" }).state.view.kind).toBe("waiting");
	});
});

describe("pages", () => {
	const shown = run(stateWith([answered("a")]), {
		kind: "shown",
		row: answered("a"),
		as: { asked: [["a?"]], pages: [["1"], ["2"]], size: 31 },
	}).state;

	it("open at the answer, with the question before it and what comes next after it", () => {
		expect(shown.view).toMatchObject({ kind: "reading", at: 1 });
		expect(shown.view.kind === "reading" && pageCount(shown.view)).toBe(4);
	});

	it("turn to either end and no further", () => {
		let state = shown;
		for (let n = 0; n < 9; n++) state = run(state, { kind: "turn", by: 1 }).state;
		expect(state.view).toMatchObject({ at: 3 });
		expect(run(state, { kind: "turn", by: 1 }).state).toBe(state);
		for (let n = 0; n < 9; n++) state = run(state, { kind: "turn", by: -1 }).state;
		expect(state.view).toMatchObject({ at: 0 });
	});

	it("lie under the receipt, which any way back or onward takes away", () => {
		const receipt = run(shown, { kind: "receipt" }).state;
		expect(receipt.view).toMatchObject({ kind: "reading", at: 1, receipt: true });
		for (const event of [{ kind: "home" }, { kind: "turn", by: 1 }, { kind: "turn", by: -1 }] as const) {
			expect(run(receipt, event).state.view).toEqual(shown.view);
		}
		expect(run(stateWith([]), { kind: "receipt" }).state.view.kind).toBe("home");
	});

	it("of a list turn three rows at a time", () => {
		const list = run(stateWith([]), { kind: "chips" }).state;
		const second = run(list, { kind: "turn", by: 1 }).state;
		expect(second.view).toMatchObject({ kind: "chips", at: 1 });
		expect(run(second, { kind: "turn", by: 1 }).state).toBe(second);
	});

	it("show an open row as waiting and a faulted one as its fault", () => {
		const waiting = run(stateWith([]), { kind: "shown", row: open("a"), as: NO_PAGES });
		expect([waiting.state.view.kind, kinds(waiting.effects)]).toEqual(["waiting", ["hold", "resend"]]);
		const fault = run(stateWith([]), { kind: "shown", row: faulted("a", "blocked"), as: NO_PAGES });
		expect(fault.state.view).toMatchObject({ kind: "fault", fault: { code: "blocked" } });
	});
});
