import { describe, expect, it } from "vitest";
import type { Fault } from "../../core/faults.ts";
import type { Reply, Request } from "../../core/wire/protocol.ts";
import { createLink, type Timers, type Transport } from "./link.ts";

const ask: Request = { method: "ask", id: "a1", text: "Why?", talk: "t", lang: "en-US", rev: 0 };
const answer: Reply = { kind: "answer", id: "a1", answer: { text: "Because." } };

/** A clock that the test turns by hand. */
function handClock() {
	let now = 0;
	let next = 1;
	const timers = new Map<number, { at: number; run: () => void }>();
	const port: Timers = {
		set: (run, ms) => {
			timers.set(next, { at: now + ms, run });
			return next++;
		},
		clear: (timer) => timers.delete(timer),
	};
	const turn = (ms: number) => {
		const until = now + ms;
		for (;;) {
			const due = [...timers].filter(([, timer]) => timer.at <= until).sort((a, b) => a[1].at - b[1].at)[0];
			if (due === undefined) break;
			timers.delete(due[0]);
			now = due[1].at;
			due[1].run();
		}
		now = until;
	};
	return { port, turn, left: () => timers.size };
}

function desk() {
	const clock = handClock();
	const tries: { reply: (message: unknown) => void; fail: () => void }[] = [];
	const dropped: Request[] = [];
	const transport: Transport = {
		send: (_message, _limit, reply, fail) => tries.push({ reply, fail }),
		drop: (message) => dropped.push(message),
	};
	const link = createLink(transport, clock.port);
	const ends: (Reply | Fault)[] = [];
	link.request(ask, 70_000, (outcome) => ends.push(outcome));
	return { ...clock, tries, link, ends, dropped };
}

describe("a request over the link", () => {
	it("ends with the reply, leaves no timer and awaits nothing more", () => {
		const { tries, ends, left, dropped } = desk();
		tries[0]?.reply(answer);
		expect(ends).toEqual([answer]);
		expect(dropped).toEqual([ask]);
		expect(left()).toBe(0);
	});

	it("is not sent again once it was cancelled, and the cancel is", () => {
		const { tries, ends, link, turn, left, dropped } = desk();
		link.request({ method: "cancel", id: "a1" }, 25_000, (outcome) => ends.push(outcome));
		expect(ends).toEqual([{ code: "cancelled" }]);
		expect(dropped).toEqual([ask]);
		turn(20_000);
		expect(tries).toHaveLength(4);
		tries[3]?.reply({ kind: "cancelled", id: "a1" });
		expect(ends).toHaveLength(2);
		expect(left()).toBe(0);
	});

	it("of another id is not ended by a cancel", () => {
		const { ends, link } = desk();
		link.request({ method: "cancel", id: "a2" }, 25_000, () => undefined);
		expect(ends).toEqual([]);
	});

	it("is sent again when no reply comes, and takes the reply to either", () => {
		const { tries, ends, turn } = desk();
		turn(10_000);
		expect(tries).toHaveLength(2);
		tries[0]?.reply(answer);
		tries[1]?.reply(answer);
		expect(ends).toEqual([answer]);
	});

	it("ends as phone-away when the phone twice does not shake hands", () => {
		const { tries, ends, turn, left } = desk();
		turn(5_000);
		tries[0]?.fail();
		turn(1_000);
		tries[1]?.fail();
		expect(ends).toEqual([{ code: "phone-away" }]);
		expect(left()).toBe(0);
	});

	it("ends at once when the radio drops, and drops what comes later", () => {
		const { tries, ends, link } = desk();
		const statuses: boolean[] = [];
		link.onStatus((connected) => statuses.push(connected));
		link.status(false);
		tries[0]?.reply(answer);
		link.status(true);
		expect(ends).toEqual([{ code: "phone-away" }]);
		expect(statuses).toEqual([false, true]);
	});

	it("ends at its limit whatever the transport does", () => {
		const { ends, turn, left } = desk();
		turn(70_000);
		expect(ends).toEqual([{ code: "phone-away" }]);
		expect(left()).toBe(0);
	});

	it("calls a reply that is none by its name", () => {
		for (const message of [null, "x", {}, { kind: "answer", id: "a1" }, { result: 1 }]) {
			const { tries, ends } = desk();
			tries[0]?.reply(message);
			expect(ends).toEqual([{ code: "bad-answer" }]);
		}
	});

	it("takes no other question's answer for its own", () => {
		const { tries, ends } = desk();
		tries[0]?.reply({ ...answer, id: "other" });
		expect(ends).toEqual([]);
		tries[0]?.reply(answer);
		expect(ends).toEqual([answer]);
	});
});
