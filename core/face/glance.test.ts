import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "../ask/journal.ts";
import { CUE_LIMIT, CUES_MAX } from "../run/cues.ts";
import type { Look } from "../wire/protocol.ts";
import { CHIP_MARK, decodeGlance, decodeRunPlan, GLANCE_BYTES, GLANCE_STATES, NO_GLANCE, NO_PLAN } from "./glance.ts";
import { encodeGlance, encodeRunPlan, type Fitting, glanceOf } from "./glance-writing.ts";

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

	it("says what is to be seen, and nothing that does not fit", () => {
		const [none, open, answered, chinese, faulted] = rows.map((row) => glanceOf(row, look, fitting));
		const texts = { face: "Why is the sky blue?\n\n", text: "Why is the sky blue?", run: "" };
		expect(none).toMatchObject({ state: "none", face: "", text: "", run: "", at: 0 });
		expect(open).toMatchObject({ state: "open", at: 1000, ...texts });
		expect(faulted).toMatchObject({ state: "faulted", at: 2000, ...texts });
		expect(answered).toMatchObject({ state: "answered", at: 2000, run: "Air scatters blue light." });
		expect(answered?.text.length).toBeLessThanOrEqual(140);
		expect(chinese?.face).toBe("瑞利散射\n\n");
		expect(none?.chips.split(CHIP_MARK)).toEqual(["天气", "今天天气怎么样？", "Joke", "Tell me a joke"]);
		expect(glanceOf(rows[2] ?? null, { ...look, ready: false }, fitting).state).toBe("unready");
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
					expect(decodeGlance(file).state).toBe("answered");
				},
			),
		);
	});

	it("is nothing when torn at any byte", () => {
		for (const row of rows) {
			const file = encodeGlance(glanceOf(row, look, fitting));
			for (let length = 0; length < file.length; length++) expect(decodeGlance(file.slice(0, length))).toBe(NO_GLANCE);
		}
	});

	it("is nothing when it is of an older version, lacks a field or has one of another type", () => {
		const glance = glanceOf(rows[2] ?? null, look, fitting);
		const read = (change: object) => decodeGlance(JSON.stringify({ ...glance, ...change }));
		expect(read({})).toEqual(glance);
		for (const name of Object.keys(glance)) {
			for (const value of [undefined, null, -1, 1.5, Number.MAX_VALUE, true, [], {}])
				expect(read({ [name]: value })).toBe(NO_GLANCE);
		}
		for (const change of [{ v: 1 }, { accent: 0x1000000 }, { ink: 0x1000000 }, { split: 9 }, { split: 91 }]) {
			expect(read(change)).toBe(NO_GLANCE);
		}
	});

	it("of a newer version is shown by what there is to show", () => {
		const glance = glanceOf(rows[3] ?? null, look, fitting);
		const read = (change: object) => decodeGlance(JSON.stringify({ ...glance, v: 3, mood: "merry", ...change }));
		expect(read({})).toMatchObject({ state: "answered", text: glance.text });
		expect(read({ state: "pondered" })).toMatchObject({ state: "answered", text: glance.text });
		expect(read({ state: "pondered", text: "" }).state).toBe("none");
	});

	it("never throws on 10,000 broken files", () => {
		const files = rows.map((row) => encodeGlance(glanceOf(row, look, fitting)));
		const broken = fc
			.tuple(fc.constantFrom(...files), fc.nat(5000), fc.nat(40), fc.string({ maxLength: 12 }))
			.map(([file, at, length, patch]) => file.slice(0, at) + patch + file.slice(at + length));
		fc.assert(
			fc.property(fc.oneof(broken, fc.json(), fc.string()), (file) => {
				const glance = decodeGlance(file);
				expect(GLANCE_STATES).toContain(glance.state);
				expect(typeof glance.face + typeof glance.chips + typeof glance.at).toBe("stringstringnumber");
			}),
			{ numRuns: 10_000 },
		);
	});

	it("leaves out quick replies that would make it too long", () => {
		const chips = [1, 2].map((n) => ({ label: `Long ${n}`, text: "\u5929".repeat(700) }));
		const glance = decodeGlance(encodeGlance(glanceOf(rows[3] ?? null, { ...look, chips }, fitting)));
		expect(glance.state).toBe("answered");
		expect(glance.chips.split(CHIP_MARK)).toEqual(["Long 1", "\u5929".repeat(700)]);
	});
});

describe("the plan of a run", () => {
	const cues = [
		{ at: { meters: 1000 }, text: "Settle in" },
		{ at: { seconds: 600 }, text: "喝水" },
	];

	it("comes back as it was written", () => {
		const file = encodeRunPlan({ goal: { meters: 5000, seconds: 1680 }, cues }, 77);
		const lines = "m1000 Settle in\ns600 喝水";
		expect(decodeRunPlan(file)).toEqual({ v: 1, at: 77, meters: 5000, seconds: 1680, cues: lines });
		expect(/^[\x00-\x7f]*$/.test(file)).toBe(true);
		expect(decodeRunPlan(encodeRunPlan({ cues }, 5))).toEqual({ ...NO_PLAN, at: 5, cues: lines });
	});

	it("is nothing when torn, of another version, or with a field missing or of another type", () => {
		const file = encodeRunPlan({ goal: { meters: 5000, seconds: 1680 }, cues }, 77);
		for (let length = 0; length < file.length; length++) expect(decodeRunPlan(file.slice(0, length))).toBe(NO_PLAN);
		for (const name of Object.keys(NO_PLAN)) {
			for (const value of [undefined, null, -1, 1.5, Number.MAX_VALUE, true, []]) {
				const broken = JSON.stringify({ ...JSON.parse(file), [name]: value });
				expect(decodeRunPlan(broken), broken).toBe(NO_PLAN);
			}
		}
	});

	it("is within what a reader reads, whatever its cues say", () => {
		const most = Array.from({ length: CUES_MAX }, () => ({ at: { meters: 5 }, text: "\u5929".repeat(CUE_LIMIT) }));
		expect(encodeRunPlan({ cues: most }, 5).length).toBeLessThanOrEqual(GLANCE_BYTES);
	});
});
