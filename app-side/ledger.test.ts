import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Receipt } from "../core/receipt.ts";
import { SETTING } from "../core/settings.ts";
import { createLedger, decodeLedger, LEDGER_ANSWERS, LEDGER_ROWS, type LedgerRow } from "./ledger.ts";

const RECEIPT: Receipt = { provider: "groq", model: "m", requests: 1, promptTokens: 2, completionTokens: 3, ms: 4 };

function stored() {
	const kept = new Map<string, string>();
	const storage = {
		get: (key: string) => kept.get(key),
		set: (key: string, value: string) => void kept.set(key, value),
	};
	return { kept, ledger: createLedger(storage), rows: () => decodeLedger(kept.get(SETTING.ledger)) };
}

describe("the ledger", () => {
	it("remembers what became of each question", () => {
		const { ledger, rows } = stored();
		ledger.open({ id: "a", at: 1, state: "sent" });
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

	it("reads anything that is stored without throwing, and keeps what is right", () => {
		fc.assert(fc.property(fc.oneof(fc.anything(), fc.json()), (value) => Array.isArray(decodeLedger(value))));
		const right: LedgerRow = { id: "a", at: 1, state: "sent" };
		const wrong = [null, {}, { id: "b", at: 1, state: "lost" }, { id: "c", at: 1, state: "faulted", fault: {} }];
		expect(decodeLedger(JSON.stringify([...wrong, right]))).toEqual([right]);
	});
});
