import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "../ask/journal.ts";
import { CUE_LIMIT, CUES_MAX } from "../run/cues.ts";
import type { Look } from "../wire/protocol.ts";
import type { FaceRoom } from "./face-fitting.ts";
import {
	CHIP_MARK,
	decodeFaceGlance,
	decodeGlance,
	GLANCE_BYTES,
	type Glance,
	NO_GLANCE,
	NO_PLAN,
	readLike,
	showOf,
} from "./glance.ts";
import { changedGlance, encodeGlance, encodeRunPlan, laterOf, looksOf, messageOf } from "./glance-writing.ts";

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
/** Letters of one width, in lines of one height. */
const room: FaceRoom = {
	canvas: { width: 480, height: 480, round: true },
	widthOf: (text, size) => text.length * size * 0.5,
	heightOf: (text, size, width) => {
		const lines = text.split("\n").map((line) => Math.max(1, Math.ceil((line.length * size * 0.5) / width)));
		return lines.reduce((sum, count) => sum + count, 0) * Math.round(size * 1.36);
	},
};
const glanceOf = (row: Row | null, wanted = look): Glance => ({
	...NO_GLANCE,
	...looksOf(wanted, room),
	...messageOf(row, wanted.accent, room),
	v: 3,
});
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
			const glance = glanceOf(row);
			expect(decodeGlance(encodeGlance(glance))).toEqual(glance);
		}
	});

	it("says what is to be seen, and nothing that does not fit", () => {
		const [none, open, answered, chinese, faulted] = rows.map((row) => glanceOf(row));
		const texts = { face: "Why is the sky blue?", text: "Why is the sky blue?", run: "" };
		expect(none).toMatchObject({ state: "none", face: "", text: "", run: "", at: 0 });
		expect(open).toMatchObject({ state: "open", at: 1000, ...texts });
		expect(faulted).toMatchObject({ state: "faulted", at: 2000, ...texts });
		expect(answered).toMatchObject({ state: "answered", at: 2000, run: "Air scatters blue light." });
		expect(answered?.text.length).toBeLessThanOrEqual(140);
		expect(chinese?.face).toBe("瑞利散射");
		expect(none?.chips.split(CHIP_MARK)).toEqual(["天气", "今天天气怎么样？", "Joke", "Tell me a joke"]);
		expect([none, answered].map((glance) => glance?.first)).toEqual(["", ""]);
		expect(glanceOf(rows[2] ?? null, { ...look, ready: false }).first).toBe("glance.no-key");
	});

	it("is ASCII and within its bound, whatever was asked and answered", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "binary", maxLength: 500 }),
				fc.string({ unit: "binary", maxLength: 400 }),
				(question, text) => {
					const chips = [1, 2, 3].map(() => ({ label: "\u4e00".repeat(24), text: "\u4e00".repeat(500) }));
					const row: Row = { ...head, question, state: "answered", answer: { text, line: text }, answeredAt: 1 };
					const file = encodeGlance(glanceOf(row, { ...look, chips }));
					expect(file.length).toBeLessThanOrEqual(GLANCE_BYTES);
					expect(/^[\x00-\x7f]*$/.test(file)).toBe(true);
					expect(decodeGlance(file).state).toBe("answered");
				},
			),
		);
	});

	it("is nothing when torn at any byte", () => {
		for (const row of rows) {
			const file = encodeGlance(glanceOf(row));
			for (let length = 0; length < file.length; length++) {
				expect(decodeGlance(file.slice(0, length))).toBe(NO_GLANCE);
				expect(decodeFaceGlance(file.slice(0, length))).toEqual(decodeFaceGlance(""));
			}
		}
	});

	it("has what is usual in the place of a field that is missing or of another kind, and of an older version nothing", () => {
		const glance = glanceOf(rows[2] ?? null);
		const read = (change: object) => decodeGlance(JSON.stringify({ ...glance, ...change }));
		expect(read({})).toEqual(glance);
		for (const name of Object.keys(glance)) {
			for (const value of [undefined, null, -1, 1.5, true, [], {}]) {
				const usual = name === "v" ? NO_GLANCE : { ...glance, [name]: { ...NO_GLANCE }[name] };
				const isNewer = name === "v" && typeof value === "number" && value > 2;
				if (!isNewer) expect(read({ [name]: value }), name).toEqual(usual);
			}
		}
		expect(read({ v: 1 })).toBe(NO_GLANCE);
		expect(read({ v: 4, mood: "merry" })).toEqual({ ...glance, v: 4 });
	});

	it("changes in part: what is not told stays, but for what was measured for another screen", () => {
		const asked = changedGlance("", { ...looksOf(look, room), ...messageOf(rows[1] ?? null, look.accent, room) }, room);
		const answered = changedGlance(asked, messageOf(rows[2] ?? null, look.accent, room), room);
		expect(decodeGlance(answered)).toEqual(glanceOf(rows[2] ?? null));
		expect(changedGlance(answered, messageOf(rows[2] ?? null, look.accent, room), room)).toBe(answered);
		const smaller = { ...room, canvas: { width: 390, height: 450, round: false } };
		const moved = decodeGlance(changedGlance(answered, messageOf(rows[2] ?? null, look.accent, smaller), smaller));
		expect(moved).toMatchObject({ state: "answered", width: 390, chips: "" });
	});

	it("keeps a line for later until there is another, or all is forgotten", () => {
		const row = rows[2] ?? null;
		if (row?.state !== "answered") throw new Error("no answer");
		const told: Row = { ...row, answer: { ...row.answer, later: "Rain at six: take a coat" } };
		expect(laterOf(told, 99, room)).toEqual({ own: "Rain at six: take a coat", ownUntil: 99 });
		expect(laterOf(row, 99, room)).toEqual({});
		expect(laterOf(null, 99, room)).toEqual({ own: "", ownUntil: 0 });
		const wide: Row = { ...row, answer: { ...row.answer, later: "天".repeat(60) } };
		const large = {
			...room,
			heightOf: (text: string, size: number, w: number) => Math.ceil((text.length * size) / w) * size,
		};
		const cut = laterOf(wide, 99, large).own ?? "";
		expect(cut).toMatch(/^天+…$/);
		expect(large.heightOf(cut, 26, 424)).toBeLessThanOrEqual(96);
	});

	it("is for the face as it is for the companion; what the face cannot read of it is the usual", () => {
		const glance = glanceOf(rows[2] ?? null);
		const { at, face, chips, first } = glance;
		const later = { own: "Rain at six", ownUntil: 9 };
		const file: { [name: string]: unknown } = JSON.parse(encodeGlance({ ...glance, ...later }));
		expect(decodeFaceGlance(JSON.stringify(file))).toEqual({ at, face, chips, first, ...later, show: showOf(glance) });
		const usual = decodeFaceGlance("").show;
		for (const show of [undefined, null, 7, "ab", {}, [], showOf(glance).slice(1), showOf(glance).slice(0, -1)]) {
			const read = decodeFaceGlance(JSON.stringify({ ...file, show }));
			if (show === null) expect(read).toEqual(decodeFaceGlance(""));
			else expect(read).toEqual({ at, face, chips, first, ...later, show: usual });
		}
	});

	it("of version 2 still says what it says", () => {
		const old = {
			v: 2,
			state: "answered",
			accent: 255,
			ink: 0,
			at: 7,
			face: "Rain,\nall day.",
			text: "Rain, all day.",
		};
		const file = JSON.stringify({ ...old, run: "Rain", chips: "Joke\u001fTell me a joke", split: 50 });
		expect(decodeGlance(file)).toMatchObject({ ...old, first: "", width: 0 });
		expect(decodeFaceGlance(file)).toMatchObject({ at: 7, face: "Rain,\nall day.", first: "" });
	});

	it("of version 3 has all that a reader of version 2 wants", () => {
		const wanted = ["v", "state", "accent", "ink", "at", "face", "text", "run", "chips", "split"];
		expect(Object.keys(JSON.parse(encodeGlance(glanceOf(rows[2] ?? null))))).toEqual(expect.arrayContaining(wanted));
	});

	it("never throws on 10,000 broken files", () => {
		const files = rows.map((row) => encodeGlance(glanceOf(row)));
		const broken = fc
			.tuple(fc.constantFrom(...files), fc.nat(5000), fc.nat(40), fc.string({ maxLength: 12 }))
			.map(([file, at, length, patch]) => file.slice(0, at) + patch + file.slice(at + length));
		fc.assert(
			fc.property(fc.oneof(broken, fc.json(), fc.string()), (file) => {
				const glance = decodeGlance(file);
				expect(decodeFaceGlance(file).show).toHaveLength(decodeFaceGlance("").show.length);
				expect(typeof glance.face + typeof glance.chips + typeof glance.at).toBe("stringstringnumber");
			}),
			{ numRuns: 10_000 },
		);
	});

	it("leaves out quick replies that would make it too long", () => {
		const chips = [1, 2].map((n) => ({ label: `Long ${n}`, text: "\u5929".repeat(700) }));
		const glance = decodeGlance(encodeGlance(glanceOf(rows[3] ?? null, { ...look, chips })));
		expect(glance.state).toBe("answered");
		expect(glance.chips.split(CHIP_MARK)).toEqual(["Long 1", "\u5929".repeat(700)]);
	});
});

const readPlan = (file: string) => readLike(file, NO_PLAN);

describe("the plan of a run", () => {
	const cues = [
		{ at: { meters: 1000 }, text: "Settle in" },
		{ at: { seconds: 600 }, text: "喝水" },
	];

	it("comes back as it was written", () => {
		const file = encodeRunPlan({ goal: { meters: 5000, seconds: 1680 }, cues }, 77);
		const lines = "m1000 Settle in\ns600 喝水";
		expect(readPlan(file)).toEqual({ v: 1, at: 77, meters: 5000, seconds: 1680, cues: lines });
		expect(/^[\x00-\x7f]*$/.test(file)).toBe(true);
		expect(readPlan(encodeRunPlan({ cues }, 5))).toEqual({ ...NO_PLAN, at: 5, cues: lines });
	});

	it("is nothing when torn or of another version, and lacks what is missing or of another type", () => {
		const file = encodeRunPlan({ goal: { meters: 5000, seconds: 1680 }, cues }, 77);
		for (let length = 0; length < file.length; length++) expect(readPlan(file.slice(0, length))).toBe(NO_PLAN);
		for (const name of Object.keys(NO_PLAN)) {
			for (const value of [undefined, null, -1, 1.5, true, []]) {
				const broken = JSON.stringify({ ...JSON.parse(file), [name]: value });
				const usual = { ...JSON.parse(file), [name]: { ...NO_PLAN }[name] };
				if (name !== "v") expect(readPlan(broken), broken).toEqual(usual);
				else if (value !== 1.5) expect(readPlan(broken), broken).toBe(NO_PLAN);
			}
		}
	});

	it("is within what a reader reads, whatever its cues say", () => {
		const most = Array.from({ length: CUES_MAX }, () => ({ at: { meters: 5 }, text: "\u5929".repeat(CUE_LIMIT) }));
		expect(encodeRunPlan({ cues: most }, 5).length).toBeLessThanOrEqual(GLANCE_BYTES);
	});
});
