import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Receipt } from "../core/money/receipt.ts";
import { asideKey, LEDGER_ROWS, ledgerRowKey } from "../core/settings/keeping.ts";
import { SETTING } from "../core/settings/settings.ts";
import { createLedger, LEDGER_ANSWERS, type LedgerRow, readLedger } from "./ledger.ts";

const RECEIPT: Receipt = { provider: "groq", model: "m", requests: 1, promptTokens: 2, completionTokens: 3, ms: 4 };
const NOW_MS = Date.UTC(2026, 10, 22);

function stored(kept = new Map<string, string>()) {
	const storage = {
		get: (key: string) => kept.get(key),
		set: (key: string, value: string) => void kept.set(key, value),
	};
	const start = () => createLedger({ storage, now: () => NOW_MS });
	return { kept, storage, start, ledger: start(), rows: () => readLedger(storage.get) };
}

describe("the ledger", () => {
	it("remembers what became of each question", () => {
		const { ledger, rows } = stored();
		expect(ledger.open({ id: "a", at: 1, state: "sent" })).toBe(true);
		ledger.open({ id: "b", at: 2, state: "sent" });
		ledger.settle("a", { state: "answered", answer: { text: "Yes." } }, RECEIPT);
		ledger.settle("b", { state: "faulted", fault: { code: "rate-limited", waitSeconds: 7 } });
		expect(rows()).toEqual([
			{ id: "a", at: 1, state: "answered", answer: { text: "Yes." }, receipt: RECEIPT },
			{ id: "b", at: 2, state: "faulted", fault: { code: "rate-limited", waitSeconds: 7 } },
		]);
		expect(ledger.find("b")?.state).toBe("faulted");
		expect(ledger.find("c")).toBeUndefined();
	});

	it("does not make a row of an outcome whose question it does not know", () => {
		const { ledger, kept } = stored();
		ledger.settle("a", { state: "cancelled" });
		expect(kept.size).toBe(0);
	});

	it("is bounded, and drops the texts of old answers first", () => {
		const { ledger, rows } = stored();
		for (let n = 0; n < LEDGER_ROWS + 5; n++)
			ledger.open({ id: `q${n}`, at: n, state: "answered", answer: { text: "Yes." }, receipt: RECEIPT });
		expect(rows()).toHaveLength(LEDGER_ROWS);
		expect(rows()[0]).toEqual({ id: "q5", at: 5, state: "answered", receipt: RECEIPT });
		expect(rows().filter((row) => "answer" in row)).toHaveLength(LEDGER_ANSWERS);
	});

	it("knows of hundreds of rows that have left that they were sent, and keeps flat", () => {
		const { ledger, kept } = stored();
		for (let n = 0; n < 500; n++) ledger.open({ id: `q${n}`, at: n, state: "answered", answer: { text: "Yes." } });
		const size = () => [...kept].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
		for (let n = 0; n < 400; n++) expect(ledger.find(`q${n}`)?.state, `q${n}`).toBe("sent");
		for (let n = 500; n < 600; n++) ledger.open({ id: `q${n}`, at: n, state: "sent" });
		const before = size();
		for (let n = 600; n < 1600; n++) ledger.open({ id: `q${n}`, at: n, state: "sent" });
		expect(size()).toBeLessThan(before * 1.5);
		expect(ledger.find("never")).toBeUndefined();
	});

	it("is not moved by questions that are cancelled before they come", () => {
		const { ledger, rows } = stored();
		ledger.open({ id: "a", at: 1, state: "answered", answer: { text: "Yes." } });
		for (let n = 0; n < 200; n++) ledger.foresee(`stray${n}`);
		expect(rows()).toHaveLength(1);
		expect(ledger.find("a")).toMatchObject({ state: "answered", answer: { text: "Yes." } });
		expect(ledger.find("stray199")).toMatchObject({ state: "cancelled" });
	});

	it("takes over what was kept in one text", () => {
		const old: LedgerRow[] = Array.from({ length: 40 }, (_, n) => ({ id: `q${n}`, at: n, state: "answered" }));
		const { kept, ledger, rows } = stored(new Map([[SETTING.ledger, JSON.stringify(old)]]));
		expect(ledger.find("q0")?.state).toBe("answered");
		expect([kept.get(SETTING.ledger), rows()]).toEqual(["", old]);
		ledger.open({ id: "new", at: 99, state: "sent" });
		expect(ledger.find("q0")?.state).toBe("sent");
	});

	it("reads anything that is stored without throwing, and keeps what is right", () => {
		fc.assert(fc.property(fc.oneof(fc.anything(), fc.json()), (value) => Array.isArray(readLedger(() => value))));
		const right: LedgerRow = { id: "a", at: 1, state: "sent" };
		const wrong = [null, {}, { id: "b", at: 1, state: "lost" }, { id: "c", at: 1, state: "faulted", fault: {} }];
		expect(readLedger((key) => (key === SETTING.ledger ? JSON.stringify([...wrong, right]) : ""))).toEqual([right]);
	});
});

describe("a ledger that is damaged", () => {
	/** Every id that stands in it was sent, wherever it is cut. */
	it("at any byte of the one text of old, has sent what stood there", () => {
		const whole = JSON.stringify([
			{ id: "a1", at: 1, state: "answered", answer: { text: "Yes." } },
			{ id: "b2", at: 2, state: "sent" },
		]);
		for (let length = 1; length < whole.length; length++) {
			const { ledger } = stored(new Map([[SETTING.ledger, whole.slice(0, length)]]));
			expect(ledger.find("a1"), String(length)).toMatchObject({ state: "sent" });
			if (length >= whole.indexOf("b2")) expect(ledger.find("b2"), String(length)).toMatchObject({ state: "sent" });
		}
	});

	it("at any byte of a row, has sent that row and knows the others", () => {
		const { ledger, kept } = stored();
		for (const id of ["a1", "b2"]) ledger.open({ id, at: 1, state: "answered", answer: { text: "Yes." } });
		const whole = kept.get(ledgerRowKey(0)) ?? "";
		expect(whole.length).toBeGreaterThan(20);
		for (let length = 1; length < whole.length; length++) {
			const one = stored(new Map([...kept, [ledgerRowKey(0), whole.slice(0, length)]]));
			expect(one.ledger.find("a1"), String(length)).toMatchObject({ state: "sent" });
			expect(one.ledger.find("b2")).toMatchObject({ state: "answered" });
			expect(one.kept.get(asideKey("ledger")), "kept for the person").not.toBe("");
			expect(one.start().find("a1"), "after a restart").toMatchObject({ state: "sent" });
		}
	});

	it.each([
		["a row of a newer state", JSON.stringify({ v: 1, n: 1, id: "a1", at: 1, state: "postponed" })],
		["a row of a newer version", JSON.stringify({ v: 2, rows: { id: "a1" } })],
		["a record that shows no id", '{"v":2}'],
		["no record at all", "\u0000\u0000"],
	])("by %s asks nothing again, and what is asked from now on", (_name, raw) => {
		for (const key of [ledgerRowKey(0), SETTING.ledger]) {
			const { ledger } = stored(new Map([[key, raw]]));
			expect(ledger.find("a1")).toMatchObject({ state: "sent" });
			expect(ledger.find(`${(NOW_MS + 1000).toString(36)}-x1`)).toBeUndefined();
			expect(ledger.open({ id: "c3", at: 3, state: "sent" })).toBe(true);
		}
	});

	it("is whole again once the person goes on without it", () => {
		const { ledger, kept } = stored(new Map([[ledgerRowKey(0), '{"v":2}']]));
		expect(ledger.find("a1")).toMatchObject({ state: "sent" });
		kept.set(asideKey("ledger"), "");
		expect(ledger.find("a1")).toBeUndefined();
	});

	it("keeps little aside, however much is damaged", () => {
		const { start, kept } = stored();
		for (let n = 0; n < 100; n++) {
			kept.set(ledgerRowKey(n % LEDGER_ROWS), `{"id":"q${n}" ${"x".repeat(1000)}`);
			start().find("a1");
		}
		expect((kept.get(asideKey("ledger")) ?? "").length).toBeLessThan(25_000);
	});
});
