import { describe, expect, it } from "vitest";
import type { Deed } from "../../core/actions/deed.ts";
import { wordsOf } from "../../core/actions/deed-words.ts";
import { usualChips } from "../../core/ask/usual-chips.ts";
import { FAULTS, type FaultCode } from "../../core/faults.ts";
import { isWithin } from "../../core/screen.ts";
import { ROLES } from "../../core/settings/roles.ts";
import type { Answer, Look } from "../../core/wire/protocol.ts";
import { UNKNOWN_VERSION } from "../../core/wire/version.ts";
import arabic from "../../core/words/ar-EG.json" with { type: "json" };
import { fill, LANGUAGES } from "../../core/words/words.ts";
import type { Say } from "../../device/words.ts";
import { isSupported } from "../../packaging/supported.ts";
import { DEVICES, layoutText } from "../../simulator/index.ts";
import { type State, tellingAt, type View, view } from "../__fixtures__/screens.ts";
import type { CardKey } from "../kit/card.ts";
import { type Canvas, layoutOf, readingBox } from "../kit/layout.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { answerSize, pagesOf } from "../kit/pages.ts";
import { cardView } from "./card-view.ts";
import { readingSize } from "./reading-view.ts";

const QUESTION = "Why is the sky blue, and why is it red at dusk when the weather is fine and the air is clear?";
/** The longest. */
const LABEL = "Tea with Grandmother, Northwich!";
const ANSWER = "The sky is blue because air scatters short waves of sunlight more than long ones. ".repeat(9);
const RECEIPTS: readonly Partial<Answer>[] = [
	{},
	{
		by: "OpenRouter meta-llama/llama-3.3-70b-instruct",
		use: { requests: 2, promptTokens: 12_345, completionTokens: 1_234, costMicros: 1_234_567 },
	},
];
const ARABIC_BACK = arabic["page.back"];
const CODES = Object.keys(FAULTS) as FaultCode[];

/** One of each size and shape, and the smallest of other watches, so that they can follow. */
const CANVASES: readonly Canvas[] = [
	{ width: 360, height: 360, round: true },
	{ width: 320, height: 380, round: false },
	...new Map(
		DEVICES.filter(isSupported).map(({ width, height, shape }) => [
			`${width} ${height}`,
			{ width, height, round: shape === "round" },
		]),
	).values(),
];

async function sayIn(language: string): Promise<Say> {
	const words: { [key: string]: string } = (await import(`../../core/words/${language}.json`)).default;
	return (key, values) => fill(words[key] ?? "", values ?? {});
}

function toolsFor(canvas: Canvas, say: Say): Tools {
	const measure = (text: string, size: number) => layoutText(text, { textSize: size, width: 0, wrapped: false }).width;
	return { layout: layoutOf(canvas), say, isRightToLeft: say("page.back") === ARABIC_BACK, measure };
}

function statesFor(tools: Tools): State[] {
	const look: Look = { rev: 1, chips: usualChips(tools.say), accent: 0x3ddc97, size: "large", ready: true };
	const entries = (["answered", "faulted", "open", "answered"] as const).map((state, slot) => {
		return { id: `e${slot}`, at: 0, title: QUESTION.slice(0, 60), state };
	});
	const base: State = {
		view: { kind: "home" },
		look,
		entries,
		ways: ["voice", "keys"],
		teaser: { id: "e0", line: ANSWER },
	};
	const { canvas } = tools.layout;
	const size = readingSize(look, canvas);
	const asked = pagesOf(QUESTION, size, tools);
	const read = pagesOf(ANSWER, size, tools);
	const answer = {
		text: ANSWER,
		by: "OpenAI",
		next: ["Why?", "Is it blue on Mars, too?", "What is scattering, in one sentence please?"],
	};
	const plain = { kind: "reading", asked, card: null, unset: "", hint: "", receipt: false } as const;
	const short = (text: string): View => {
		const large = answerSize(text, size, tools);
		const pages = pagesOf(text, large, tools);
		return { ...plain, answer: { text }, pages, size: large, at: asked.length };
	};
	const reading = (at: number, followUps = 3): View & { kind: "reading" } => {
		return { ...plain, answer: { ...answer, next: answer.next.slice(0, followUps) }, pages: read, size, at };
	};
	const deed = (more: Partial<Deed> = {}): Deed => {
		return { key: "a/0", do: "timer", label: LABEL, state: "set", at: 9e6, seconds: 5_430, ...more };
	};
	/** By how many deeds; the last of them could not be done. */
	const card = (deeds: number, text: string): View => {
		const telling = tellingAt(0, tools);
		const told = [
			deed(),
			{ key: "a/0", do: "alarm", label: "", state: "set", at: 9e6, days: 43, minutes: 1_439 } as const,
			deed({ state: "refused", why: "full" }),
		].slice(-deeds);
		const rows = told.map((one) => wordsOf(one, told, telling));
		const keys: CardKey[] = [
			{ label: tools.say("ring.undo"), tap: { kind: "undo" } },
			{ label: tools.say("ring.title"), tap: { kind: "rings" } },
		];
		const shown = cardView({ rows, keys: keys.slice(0, deeds) }, text, 0x3ddc97, tools);
		const pages = shown.isWhole ? [] : pagesOf(text, size, tools);
		return { ...plain, answer: { text }, card: shown.pieces, pages, size, at: asked.length };
	};
	const unset = tools.say("glance.unset");
	const claims = pagesOf(`I have set a timer.\n\n${unset}`, size, tools);
	const views: View[] = [
		{ kind: "home" },
		{ kind: "chips", at: 0, now: 9e6 },
		{ kind: "chips", at: 1, now: 9e6 },
		{ kind: "history", at: 0, now: 9e6 },
		{ kind: "typing" },
		{ kind: "waiting", question: QUESTION, seconds: 0 },
		{ kind: "waiting", question: "Why?", seconds: 69 },
		...[...asked, ...read].map((_, at) => reading(at)),
		...[0, 1, 2, 3].map((count) => reading(asked.length + read.length, count)),
		...["42", "10:09", "12.5 km", "Yes, at half past seven.", "Haferflocken", "四十五分钟", "٤٥ دقيقة"].map(short),
		...RECEIPTS.map((more): View => ({ ...reading(asked.length), answer: { ...answer, ...more }, receipt: true })),
		...CODES.map((code): View => ({ kind: "fault", question: QUESTION, fault: { code } })),
		{ kind: "fault", question: "Why?", fault: { code: "rate-limited", waitSeconds: 20 } },
		{ kind: "fault", question: "Why?", fault: { code: "request-refused", unstored: true } },
		{ kind: "unstored", row: { id: "a", question: QUESTION, talk: "t", at: 0, state: "open" } },
		{ kind: "forgetting" },
		{ kind: "history", at: 1, now: 9e6 },
		...[1, 2, 3].flatMap((deeds) => ["", "Done.", ANSWER].map((text) => card(deeds, text))),
		{ ...plain, answer: { text: "" }, unset, pages: claims, size, at: asked.length },
		{ kind: "ring", deed: deed(), now: 0 },
		{ kind: "ring", deed: deed({ label: "Tea", at: 20 * 86_400_000 }), now: 0 },
		{ kind: "ring", deed: deed({ label: "" }), now: 9e6 },
		{ kind: "ring", deed: deed({ state: "missed" }), now: 9e8 },
		{ kind: "rings", deeds: [], now: 0 },
		{ kind: "rings", deeds: [deed(), deed({ label: "", days: 43, minutes: 1_439 })], now: 0 },
	];
	const homes: State[] = [
		{ ...base, teaser: null, entries: [], ways: ["keys"] },
		{ ...base, ways: [], look: { ...look, ready: false } },
		{ ...base, look: { ...look, chips: look.chips.slice(0, 1) } },
		{ ...base, ring: `${LABEL} \u00b7 10:19` },
		{ ...base, ring: "Tea \u00b7 10:19", ways: [] },
		{ ...base, look: { ...look, version: UNKNOWN_VERSION } },
	];
	return [...views.map((shown) => ({ ...base, view: shown })), ...homes];
}

/** The part of the box that the text fills. */
function inkOf(piece: Shown & { kind: "text" }, { measure }: Tools) {
	const w = measure(piece.text, piece.size);
	const x = piece.left ? piece.x : piece.right ? piece.x + piece.w - w : piece.x + (piece.w - w) / 2;
	return { x, y: piece.y, w, h: piece.h };
}

describe.each(CANVASES)("on $width x $height", (canvas) => {
	it.each(LANGUAGES)("every screen keeps its texts and keys on the screen in %s", async (language) => {
		const tools = toolsFor(canvas, await sayIn(language));
		const least = canvas.width / 480;
		for (const state of statesFor(tools)) {
			for (const piece of view(state, tools)) {
				const where = `${language} ${state.view.kind} ${JSON.stringify(piece)}`;
				if (piece.kind === "text") {
					expect(piece.size, where).toBeGreaterThanOrEqual(Math.floor(22 * least));
					expect(tools.measure(piece.text, piece.size), where).toBeLessThanOrEqual(piece.w);
					expect(isWithin(canvas, inkOf(piece, tools)), where).toBe(true);
				}
				if (piece.kind === "button") {
					expect(isWithin(canvas, piece), where).toBe(true);
					expect(piece.h, where).toBeGreaterThanOrEqual(Math.floor(64 * least));
					expect(piece.w, where).toBeGreaterThanOrEqual(Math.floor(64 * least));
				}
				if (piece.kind === "touch") expect(piece.h, where).toBeGreaterThanOrEqual(Math.floor(64 * least));
			}
		}
	});

	it("no two keys lie over each other, and no text over a key", async () => {
		const tools = toolsFor(canvas, await sayIn("de-DE"));
		for (const state of statesFor(tools)) {
			const pieces = view(state, tools);
			const keys = pieces.filter((piece) => piece.kind === "button");
			const texts = pieces.filter((piece) => piece.kind === "text").map((piece) => inkOf(piece, tools));
			keys.forEach((key, index) => {
				for (const other of [...keys.slice(index + 1), ...texts]) {
					const apart =
						other.x >= key.x + key.w ||
						key.x >= other.x + other.w ||
						other.y >= key.y + key.h ||
						key.y >= other.y + other.h;
					expect(apart, `${state.view.kind}: ${JSON.stringify(key)} ${JSON.stringify(other)}`).toBe(true);
				}
			});
		}
	});

	it("an answer's lines are in the reading box, in order, and nothing else is", async () => {
		const tools = toolsFor(canvas, await sayIn("en-US"));
		const box = readingBox(canvas);
		const isIn = ({ y, h }: Shown) => y >= box.y - 1 && y + h <= box.y + box.h + 1;
		const read = statesFor(tools).filter(({ view: { kind } }) => kind === "reading");
		const texts = read.map((state) => view(state, tools).filter((piece) => piece.kind === "text" && isIn(piece)));
		const lines = texts.flat().map((piece) => (piece.kind === "text" ? piece.text : ""));
		expect(lines.join(" ")).toContain(ANSWER.trim());
		for (const page of texts) expect(page.map(({ y }) => y)).toEqual(page.map(({ y }) => y).sort((a, b) => a - b));
	});
});

it.each(LANGUAGES)("every preset's quick replies are whole on every canvas in %s", async (language) => {
	const say = await sayIn(language);
	for (const canvas of CANVASES) {
		const tools = toolsFor(canvas, say);
		const [base] = statesFor(tools);
		if (base === undefined) throw new Error("no state");
		for (const preset of ROLES) {
			const chips = usualChips(say, preset);
			const lists = [0, 1].map((at): State => {
				return { ...base, look: { ...base.look, chips }, view: { kind: "chips", at, now: 0 } };
			});
			const texts = lists.flatMap((list) => view(list, tools)).map((piece) => ("text" in piece ? piece.text : ""));
			for (const { label } of chips) expect(texts, `${canvas.width} ${preset}`).toContain(label);
		}
	}
});

it("says the same for the same state", async () => {
	const tools = toolsFor({ width: 480, height: 480, round: true }, await sayIn("en-US"));
	for (const state of statesFor(tools))
		expect(JSON.stringify(view(state, tools))).toBe(JSON.stringify(view(state, tools)));
});

it("says of no old question that it is being asked, and no age that a clock which was set cannot know", async () => {
	const say = await sayIn("en-US");
	const tools = toolsFor({ width: 480, height: 480, round: true }, say);
	const [base] = statesFor(tools);
	if (base === undefined) throw new Error("no state");
	const at = Date.UTC(2026, 10, 27);
	const row = { id: "a", title: "Why?", at, state: "open" as const };
	const seen = (now: number) => {
		const state: State = { ...base, entries: [row], view: { kind: "history", at: 0, now } };
		return view(state, tools).map((piece) => ("text" in piece ? piece.text.replace(/ +/g, " ") : ""));
	};
	expect(seen(at + 60_000)).toContain(`${say("page.asking")} \u00b7 ${say("glance.minutes", { n: 1 })}`);
	expect(seen(at + 3_600_000)).toContain(`${say("page.unanswered")} \u00b7 ${say("glance.hours", { n: 1 })}`);
	for (const now of [0, at - 3_600_000, at + 20 * 365 * 24 * 3_600_000])
		expect(seen(now), `${now}`).toContain(say("page.unanswered"));
});

it("offers to ask again after every fault", async () => {
	const say = await sayIn("en-US");
	const tools = toolsFor({ width: 480, height: 480, round: true }, say);
	for (const state of statesFor(tools)) {
		if (state.view.kind !== "fault") continue;
		const offers = view(state, tools).some(({ tap }) => typeof tap === "object" && tap.kind === "retry");
		expect(offers, state.view.fault.code).toBe(true);
	}
});
