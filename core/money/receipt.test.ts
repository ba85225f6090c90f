import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeReceipt, type Receipt, receiptsIn } from "./receipt.ts";

const RECEIPT: Receipt = { provider: "groq", model: "m", requests: 1, promptTokens: 2, completionTokens: 3, ms: 4 };

test("a receipt is one only where it is whole", () => {
	expect(decodeReceipt(RECEIPT)).toEqual(RECEIPT);
	for (const key of Object.keys(RECEIPT)) expect(decodeReceipt({ ...RECEIPT, [key]: undefined })).toBeUndefined();
});

test("a receipt keeps what was changed for a model, bounded", () => {
	const told = (changes: unknown) => decodeReceipt({ ...RECEIPT, changes })?.changes;
	expect(told(["-reasoning_effort"])).toEqual(["-reasoning_effort"]);
	expect(told(["x".repeat(200), 5, "a"])).toEqual(["a"]);
	expect(told(Array(20).fill("a"))).toHaveLength(8);
	expect(told("a")).toBeUndefined();
});

/** A key a row, as the Side Service writes them. */
function stored(rows: readonly object[]) {
	return (key: string) => {
		const slot = rows.findIndex((_, at) => key === `ledger.${at}`);
		return slot < 0 ? undefined : JSON.stringify({ v: 1, n: slot + 1, ...rows[slot] });
	};
}

describe("the receipts in a ledger", () => {
	test("are told the newest first, with the fault of those that had no answer", () => {
		const rows = [
			{ id: "a", at: 1, state: "answered", answer: { text: "Yes." }, receipt: RECEIPT },
			{ id: "b", at: 2, state: "sent" },
			{ id: "c", at: 3, state: "faulted", fault: { code: "timeout" }, receipt: RECEIPT },
		];
		expect(receiptsIn(stored(rows))).toEqual([
			{ at: 3, receipt: RECEIPT, fault: "timeout" },
			{ at: 1, receipt: RECEIPT },
		]);
	});

	test("hold nothing of what was asked, understood or answered", () => {
		const row = {
			at: 1,
			state: "faulted",
			heard: "secret",
			answer: { text: "secret" },
			receipt: RECEIPT,
			text: "secret",
		};
		expect(JSON.stringify(receiptsIn(stored([row])))).not.toContain("secret");
	});

	test("are none in anything else", () => {
		fc.assert(fc.property(fc.oneof(fc.anything(), fc.json()), (value) => Array.isArray(receiptsIn(() => value))));
	});
});
