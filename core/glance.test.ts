import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeGlance, encodeGlance, type Fitting, GLANCE_BYTES, type Glance, glanceOf } from "./glance.ts";
import type { Row } from "./journal.ts";
import type { Look } from "./protocol.ts";

const look: Look = {
	rev: 3,
	chips: [
		{ label: "天气", text: "今天天气怎么样？" },
		{ label: "Joke", text: "Tell me a joke" },
	],
	accent: 0x3ddc97,
	size: "medium",
	ready: true,
};
const fitting: Fitting = {
	lines: (text) => [text.slice(0, 40), text.slice(40, 80), text.slice(80)],
	chips: (all) => ({ chips: all.slice(0, 2), split: 50 }),
};
const head = { id: "a1", question: "Why is the sky blue?", talk: "t", at: 1000 };
const rows: (Row | null)[] = [
	null,
	{ ...head, state: "open" },
	{ ...head, state: "answered", answer: { text: `${"Air scatters blue light. ".repeat(40)}` }, answeredAt: 2000 },
	{ ...head, state: "answered", answer: { text: "天空是蓝色的。".repeat(100), line: "瑞利散射" }, answeredAt: 2000 },
	{ ...head, state: "faulted", fault: { code: "no-network" }, answeredAt: 2000 },
];

describe("the glance file", () => {
	it("comes back as it was written", () => {
		for (const row of rows) {
			const glance = glanceOf(row, look, fitting);
			expect(decodeGlance(encodeGlance(glance))).toEqual(glance);
		}
	});

	it("is ASCII and within its bound, whatever was asked and answered", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "binary", maxLength: 500 }),
				fc.string({ unit: "binary", maxLength: 400 }),
				(question, text) => {
					const chips = [1, 2, 3].map(() => ({ label: "\u4e00".repeat(24), text: "\u4e00".repeat(500) }));
					const row: Row = { ...head, question, state: "answered", answer: { text, line: text }, answeredAt: 1 };
					const file = encodeGlance(glanceOf(row, { ...look, chips }, fitting));
					expect(file.length).toBeLessThanOrEqual(GLANCE_BYTES);
					expect(/^[\x00-\x7f]*$/.test(file)).toBe(true);
					expect(decodeGlance(file)).not.toBeNull();
				},
			),
		);
	});

	it("is nothing when torn at any byte", () => {
		for (const row of rows) {
			const file = encodeGlance(glanceOf(row, look, fitting));
			for (let length = 0; length < file.length; length++) expect(decodeGlance(file.slice(0, length))).toBeNull();
		}
	});

	it("never throws on 10,000 broken files", () => {
		const files = rows.map((row) => encodeGlance(glanceOf(row, look, fitting)));
		const broken = fc
			.tuple(fc.constantFrom(...files), fc.nat(5000), fc.nat(40), fc.string({ maxLength: 12 }))
			.map(([file, at, length, patch]) => file.slice(0, at) + patch + file.slice(at + length));
		fc.assert(
			fc.property(fc.oneof(broken, fc.json(), fc.string()), (file) => {
				const glance: Glance | null = decodeGlance(file);
				expect(glance === null || glance.chips.length <= 2).toBe(true);
			}),
			{ numRuns: 10_000 },
		);
	});

	it("leaves out quick replies that would make it too long", () => {
		const long = "\u5929".repeat(500);
		const chips = [1, 2].map((n) => ({ label: `Long ${n}`, text: long }));
		const row = rows[3] ?? null;
		const glance = decodeGlance(encodeGlance(glanceOf(row, { ...look, chips }, fitting)));
		expect(glance?.chips.map((chip) => chip.label)).toEqual(["Long 1", "Long 2"].slice(0, glance?.chips.length));
		expect(glance?.chips.length).toBeLessThan(3);
		expect(glance?.last?.state).toBe("answered");
	});
});
