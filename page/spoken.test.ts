import { describe, expect, it } from "vitest";
import { entryOf, type Row } from "../core/ask/journal.ts";
import type { FaultCode } from "../core/faults.ts";
import type { Look } from "../core/wire/protocol.ts";
import type { Event, State, View } from "./model.ts";
import { step } from "./state.ts";

const look: Look = { rev: 1, chips: [], accent: 0x3ddc97, size: "medium", ready: true };
const NOW = 10_000_000;
const PAGES = { asked: [], pages: [], size: 31 };
const row: Row = { id: "a", question: "Spoken question", talk: "a", at: NOW - 5000, voice: true, state: "open" };

function stateWith(view: View, change: Partial<State> = {}): State {
	return { view, look, entries: [entryOf(row, 0, 1)], ways: ["record"], teaser: null, ...change };
}

function run(state: State, event: Event, now = NOW) {
	const { state: next, effects } = step(state, event, { now, id: "fresh" });
	return { state: next, view: next.view, effects, kinds: effects.map(({ kind }) => kind) };
}

const HOME: View = { kind: "home" };
const LISTENING: View = { kind: "recording", since: NOW, seconds: 0, stage: "listening" };
const waiting: View = { kind: "waiting", id: "a", question: row.question, since: NOW, seconds: 0 };

/** The screen of the question's end. */
function faultOf(code: FaultCode, heard?: string): State {
	const ended: Row = {
		...row,
		state: "faulted",
		fault: { code },
		answeredAt: NOW,
		...(heard ? { heard, question: heard } : {}),
	};
	return run(stateWith(HOME), { kind: "shown", row: ended, as: PAGES }).state;
}

describe("recording a question", () => {
	it("opens the microphone, counts from when it listens, and is put away at the tap", () => {
		const opened = run(stateWith(HOME), { kind: "type", way: "record" });
		expect(opened.kinds).toEqual(["record", "hold"]);
		expect(run(opened.state, { kind: "spoken" }).kinds).toEqual([]);
		const listens = run(opened.state, { kind: "listening", records: true }, NOW + 900);
		expect(run(listens.state, { kind: "tick" }, NOW + 5000).view).toMatchObject({ seconds: 4 });
		const ended = run(listens.state, { kind: "spoken" });
		expect(ended.kinds).toEqual(["record-end"]);
		expect(run(ended.state, { kind: "spoken" }).kinds).toEqual([]);
	});

	it("stores the question with its recording before it is sent", () => {
		const { effects, view } = run(stateWith(LISTENING), { kind: "recorded", title: "Spoken question" });
		expect(effects.map(({ kind }) => kind)).toEqual(["store"]);
		expect(effects[0]).toMatchObject({ row: { id: "fresh", question: "Spoken question", voice: true, state: "open" } });
		expect(view).toMatchObject({ kind: "waiting", id: "fresh" });
	});

	it("ends by itself after half a minute", () => {
		expect(run(stateWith(LISTENING), { kind: "tick" }, NOW + 29_900).kinds).toEqual([]);
		expect(run(stateWith(LISTENING), { kind: "tick" }, NOW + 30_000).kinds).toEqual(["record-end"]);
	});

	it("is dropped by a cancel, and what comes of it later too", () => {
		const { state, kinds } = run(stateWith(LISTENING), { kind: "cancel" });
		expect(kinds).toEqual(["record-drop", "release"]);
		expect(run(state, { kind: "recorded", title: "x" }).state).toBe(state);
	});

	it("says that there is no microphone, or that the app may not use it, and can be tried again", () => {
		const opened = run(stateWith(HOME), { kind: "launched", launch: { kind: "listen", id: "tap" } });
		const refused = run(opened.state, { kind: "listening", records: false });
		expect(refused.view).toMatchObject({ kind: "fault", fault: { code: "no-microphone" } });
		expect(run(refused.state, { kind: "retry" }).kinds).toEqual(["record", "hold"]);
	});

	it("is not offered where nobody could listen", () => {
		const deaf = stateWith(HOME, { look: { ...look, deaf: true } });
		const { view, kinds } = run(deaf, { kind: "launched", launch: { kind: "listen", id: "tap" } });
		expect(view.kind).toBe("home");
		expect(kinds).not.toContain("record");
	});
});

describe("a recording on its way", () => {
	it("shows how much is there, and holds the screen anew for the answer", () => {
		const sent = run(stateWith(waiting), { kind: "sent", id: "a", at: 3400, total: 9000 });
		expect(sent.view).toMatchObject({ sent: { at: 3400, total: 9000 } });
		const whole = run(sent.state, { kind: "sent", id: "a", at: 9000, total: 9000 });
		expect(whole.view).not.toHaveProperty("sent");
		expect(whole.kinds).toEqual(["hold"]);
	});

	it("shows what was understood, and asks it under the same id once it is confirmed", () => {
		const { state, kinds } = run(stateWith(waiting), { kind: "heard", id: "a", text: "Is it late?" });
		expect(kinds).toEqual(["release", "buzz"]);
		const asked = run(state, { kind: "confirm" });
		expect(asked.effects).toEqual([{ kind: "confirm", id: "a", text: "Is it late?" }, { kind: "hold" }]);
		expect(asked.view).toMatchObject({ kind: "waiting", id: "a", question: "Is it late?" });
	});

	it("is stopped where it was misunderstood, and spoken again", () => {
		const { view, kinds } = run(stateWith({ kind: "heard", id: "a", text: "Is it plate?" }), { kind: "retry" });
		expect(kinds).toEqual(["settle", "stop", "release", "glance", "record", "hold"]);
		expect(view.kind).toBe("recording");
	});
});

describe("trying a spoken question again", () => {
	it.each<FaultCode>(["timeout", "overloaded", "no-network"])(
		"after %s sends the same recording under a new id",
		(code) => {
			const { effects } = run(faultOf(code), { kind: "retry" });
			expect(effects[0]).toMatchObject({ kind: "store", from: "a", row: { id: "fresh", voice: true } });
		},
	);

	it("asks its words where they are known", () => {
		const { effects } = run(faultOf("overloaded", "Is it late?"), { kind: "retry" });
		expect(effects[0]).toMatchObject({ kind: "store", row: { question: "Is it late?" } });
		expect(effects[0]).not.toHaveProperty("row.voice");
	});

	it("listens again where nothing was understood", () => {
		expect(run(faultOf("unclear-speech"), { kind: "retry" }).kinds).toEqual(["record", "hold"]);
	});
});
