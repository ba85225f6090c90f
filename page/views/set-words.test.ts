/** How the screens set their words: whole, as large as fits, in the middle, and saying only what can be done. */
import { describe, expect, it } from "vitest";
import { FAULTS, type FaultCode } from "../../core/faults.ts";
import type { Answer } from "../../core/wire/protocol.ts";
import { UNKNOWN_VERSION } from "../../core/wire/version.ts";
import { fill, LANGUAGES } from "../../core/words/words.ts";
import type { Say } from "../../device/words.ts";
import { isSupported } from "../../packaging/supported.ts";
import { DEVICES, layoutText } from "../../simulator/index.ts";
import { type State, type View, view } from "../__fixtures__/screens.ts";
import { block } from "../kit/block.ts";
import { type Canvas, gripBox, layoutOf } from "../kit/layout.ts";
import type { Listed, Saying, Shown, Tools } from "../kit/model.ts";
import { SIZE, WHITE } from "../kit/theme.ts";
import { hintOf } from "./reading-view.ts";

const ROUND: Canvas = { width: 480, height: 480, round: true };
const SQUARE: Canvas = { width: 390, height: 450, round: false };
const CANVASES: readonly Canvas[] = DEVICES.filter(isSupported).map(({ width, height, shape }) => {
	return { width, height, round: shape === "round" };
});
const ACCENT = 0x3ddc97;

async function toolsIn(language: string, canvas: Canvas): Promise<Tools> {
	const words: { [key: string]: string } = (await import(`../../core/words/${language}.json`)).default;
	const say: Say = (key, values) => fill(words[key] ?? "", values ?? {});
	const measure = (text: string, size: number) => layoutText(text, { textSize: size, width: 0, wrapped: false }).width;
	return { layout: layoutOf(canvas), say, isRightToLeft: language === "ar-EG", measure };
}

function stateWith(shown: View, more: Partial<State> = {}): State {
	const chips = [1, 2, 3, 4, 5].map((number) => ({ label: `Chip ${number}`, text: "Why?" }));
	const look = { rev: 1, chips, accent: ACCENT, size: "medium", ready: true } as const;
	return { view: shown, look, entries: [], ways: ["keys"], teaser: null, ...more };
}

type Text = Shown & { kind: "text" };

function textsOf(pieces: readonly Shown[]): Text[] {
	return pieces.filter((piece): piece is Text => piece.kind === "text");
}

function faultLines(code: FaultCode, tools: Tools): Text[] {
	const shown = view(stateWith({ kind: "fault", question: "Why?", fault: { code } }), tools);
	return textsOf(shown).filter(({ color }) => color === WHITE);
}

describe("what helps after a fault", () => {
	it.each(["de-DE", "en-US", "fr-FR", "ru-RU"])(
		"has no word alone on its last line, and none cut, in %s",
		async (tag) => {
			for (const canvas of [ROUND, SQUARE]) {
				const tools = await toolsIn(tag, canvas);
				for (const code of Object.keys(FAULTS) as FaultCode[]) {
					if (code === "phone-away") continue;
					const lines = faultLines(code, tools);
					// A line may end at a space or behind a hyphen.
					expect(lines.map(({ text }) => text.replace(/\s/g, "")).join(""), code).toBe(
						tools.say(`fault.${code}.help`).replace(/\s/g, ""),
					);
					if (lines.length > 1) expect(lines.at(-1)?.text.trim(), code).toContain(" ");
				}
			}
		},
	);

	it.each(LANGUAGES)("names a model without a price, whole, on every watch, in %s", async (tag) => {
		const model = "openai/whisper-large-v3-turbo";
		for (const canvas of CANVASES) {
			const tools = await toolsIn(tag, canvas);
			const fault = { code: "over-budget", model } as const;
			const shown = textsOf(view(stateWith({ kind: "fault", question: "Why?", fault }), tools));
			const told = shown.filter(({ color }) => color === WHITE).map(({ text }) => text);
			expect(told.join("").replace(/\s/g, "")).toBe(tools.say("unpriced", { model }).replace(/\s/g, ""));
		}
	});

	it.each(LANGUAGES)("asks whole whether a spoken question was understood, on every watch, in %s", async (tag) => {
		for (const canvas of CANVASES) {
			const tools = await toolsIn(tag, canvas);
			const shown = view(stateWith({ kind: "heard", text: "Why?" }), tools);
			const keys = shown.flatMap((piece) => (piece.kind === "button" ? [piece.text] : []));
			expect(keys, `${canvas.width}`).toEqual([tools.say("page.again"), tools.say("page.ask")]);
		}
	});

	it("joins its sentences as the language does", async () => {
		for (const [tag, between] of [
			["zh-CN", "。"],
			["ja-JP", "。"],
			["de-DE", ". "],
		] as const) {
			const { say, ...tools } = await toolsIn(tag, ROUND);
			const told = say("page.queued").replace(/[.。]$/, "") + between + say("fault.phone-away.help");
			const text = faultLines("phone-away", { say, ...tools }).map((line) => line.text);
			expect(text.join("").replace(/ /g, "")).toBe(told.replace(/ /g, ""));
			expect(text.some((line) => line.includes("。 "))).toBe(false);
		}
	});
});

describe("a block of text", () => {
	const sizes = [SIZE.title, SIZE.body, SIZE.small];

	it("is as large as lets all of it be there, else cut, in the middle of its room", async () => {
		const tools = await toolsIn("en-US", ROUND);
		const set = (text: string) => textsOf(block(text, { top: 120, lines: 5, sizes, color: WHITE }, tools));
		const short = set("May I run before breakfast?");
		const long = set("May I run before breakfast, and how far, and what do I eat after it? ".repeat(3).trim());
		const endless = set("May I run before breakfast? ".repeat(30));
		expect(short.map(({ size }) => size)).toEqual(short.map(() => SIZE.title));
		expect(long[0]?.size).toBeLessThan(SIZE.title);
		expect(long.some(({ text }) => text.includes("\u2026"))).toBe(false);
		expect(endless[0]?.size).toBe(SIZE.small);
		expect(endless.at(-1)?.text).toContain("\u2026");
		for (const lines of [short, long]) {
			const [first, last] = [lines[0], lines.at(-1)];
			const middle = ((first?.y ?? 0) + (last?.y ?? 0) + (last?.h ?? 0)) / 2;
			expect(Math.abs(middle - (120 + (5 * 42) / 2))).toBeLessThanOrEqual(1);
		}
	});

	it("cuts no word that a smaller type holds", async () => {
		const tools = await toolsIn("de-DE", SQUARE);
		const word = "Geschwindigkeitsbegrenzung";
		const lines = textsOf(block(word, { top: 120, lines: 5, sizes: [40, ...sizes], color: WHITE }, tools));
		expect(lines.map(({ text }) => text)).toEqual([word]);
	});
});

it("what was understood is in large type", async () => {
	const tools = await toolsIn("en-US", ROUND);
	const heard = view(stateWith({ kind: "heard", text: "May I run before breakfast?" }), tools);
	expect(textsOf(heard).filter(({ color }) => color === WHITE)[0]?.size).toBe(SIZE.title);
});

it("a watch that can neither listen nor type invites to tap a question", async () => {
	const tools = await toolsIn("en-US", ROUND);
	const hello = (ways: State["ways"]) => textsOf(view(stateWith({ kind: "home" }, { ways }), tools))[0]?.text;
	expect(hello([])).toBe(tools.say("page.hello-tap"));
	expect(hello(["keys"])).toBe(tools.say("page.hello"));
});

it("a list of more than one page has the grip, apart from its key, on every canvas", async () => {
	for (const canvas of CANVASES) {
		const tools = await toolsIn("en-US", canvas);
		const entries = [1, 2].map((n): Listed => ({ id: `e${n}`, at: 0, title: "Why?", state: "answered" }));
		const list = (kind: "chips" | "history") => view(stateWith({ kind, at: 0, now: 0 }, { entries }), tools);
		const isGrip = (piece: Shown) => piece.kind === "rect" && piece.color === ACCENT;
		expect(list("chips").filter(isGrip)).toMatchObject([gripBox(canvas)]);
		expect(list("history").filter(isGrip)).toEqual([]);
		for (const piece of list("chips")) {
			if (piece.kind === "button") expect(piece.y + piece.h).toBeLessThan(gripBox(canvas).y);
		}
	}
});

describe("an answer of one page on a square screen", () => {
	const lines = ["One line that is", "followed by one", "and by another", "and the last"];
	const reading = (pages: string[][]): View => {
		return {
			kind: "reading",
			answer: { text: "" },
			asked: [],
			card: null,
			unset: "",
			pages,
			size: 31,
			at: 0,
			receipt: false,
			hint: "",
		};
	};

	it("stands in the middle, its lines at one side; one of several pages has the column's side", async () => {
		const tools = await toolsIn("en-US", SQUARE);
		const set = (pages: string[][]) => textsOf(view(stateWith(reading(pages)), tools)).filter(({ left }) => left);
		const [first, ...others] = set([lines]);
		const widest = Math.max(...lines.map((text) => tools.measure(text, 31)));
		expect(others).toHaveLength(3);
		for (const { x } of others) expect(x).toBe(first?.x);
		expect(Math.abs(2 * (first?.x ?? 0) + widest - SQUARE.width)).toBeLessThanOrEqual(2);
		expect(set([lines, lines])[0]?.x).toBeLessThan(first?.x ?? 0);
	});

	it("has its right side in the middle where it is read from the right", async () => {
		const tools = await toolsIn("ar-EG", SQUARE);
		const arabic = ["السماء زرقاء لأن", "الهواء يشتّت", "الموجات القصيرة", "أكثر"];
		const [first] = textsOf(view(stateWith(reading([arabic])), tools)).filter(({ right }) => right);
		const widest = Math.max(...arabic.map((text) => tools.measure(text, 31)));
		expect(Math.abs((first?.x ?? 0) + (first?.w ?? 0) - (SQUARE.width + widest) / 2)).toBeLessThanOrEqual(2);
	});
});

it.each(LANGUAGES)("cuts none of its own texts in %s", async (language) => {
	const row = { id: "a", question: "Why?", talk: "t", at: 0, state: "open" } as const;
	const cut: string[] = [];
	for (const canvas of CANVASES) {
		const tools = await toolsIn(language, canvas);
		const shown = (state: State) => whole(textsOf(view(state, tools)).map(({ text }) => text));
		const isSaid = (text: string, state: State) =>
			shown(state).includes(whole([text])) || cut.push(`${canvas.width} ${text}`);
		const base = stateWith({ kind: "home" });
		isSaid(tools.say("page.versions"), { ...base, look: { ...base.look, version: UNKNOWN_VERSION } });
		const keyless = { ...base, look: { ...base.look, ready: false } };
		isSaid(tools.say("fault.no-key"), keyless);
		isSaid(tools.say("fault.no-key.help"), keyless);
		isSaid(tools.say("unstored.watch"), stateWith({ kind: "unstored", row }));
		isSaid(tools.say("page.forget.help"), stateWith({ kind: "forgetting" }));
		for (const code of Object.keys(FAULTS) as FaultCode[]) {
			const fault = stateWith({ kind: "fault", question: "Why?", fault: { code } });
			isSaid(tools.say(`fault.${code}.help`), fault);
			isSaid(tools.say(`fault.${code}`), fault);
		}
		const unstored = stateWith({
			kind: "fault",
			question: "Why?",
			fault: { code: "request-refused", unstored: true },
		});
		isSaid(tools.say("unstored.phone"), unstored);
		const saying = (now: Saying) => stateWith({ kind: "saying", saying: now });
		isSaid(tools.say("page.say.making"), saying({ kind: "making", since: 0, seconds: 0 }));
		isSaid(
			tools.say("page.say.coming", { done: 120, total: 240 }),
			saying({ kind: "coming", at: 120_000, total: 240_000 }),
		);
		isSaid(tools.say("page.say.plays"), saying({ kind: "plays" }));
		const silent = saying({ kind: "fault", fault: { code: "bad-answer" } });
		isSaid(tools.say("page.say.failed"), silent);
		isSaid(tools.say("page.say.failed.help"), silent);
	}
	expect(cut).toEqual([]);
});

/** Lines as one text, wherever they end. */
function whole(lines: readonly string[]): string {
	return lines.join("").replace(/\s/g, "");
}

describe.each(LANGUAGES)("the first screen in %s", (language) => {
	const answered = {
		teaser: { id: "e0", line: "Run" },
		entries: [{ id: "e0", at: 0, title: "", state: "answered" as const }],
	};
	const keysOf = (pieces: readonly Shown[]) => pieces.flatMap((piece) => (piece.kind === "button" ? [piece] : []));

	it("has the mark for its key, with a whole word in it, and whole words beside it, on every watch", async () => {
		for (const canvas of CANVASES) {
			const tools = await toolsIn(language, canvas);
			for (const [ways, words] of [
				[
					["voice", "keys"],
					["page.speak", "page.history", "page.more", "page.type"],
				],
				[["keys"], ["page.ask", "page.history", "page.more"]],
			] as const) {
				const pieces = view(stateWith({ kind: "home" }, { ...answered, ways }), tools);
				const [ring, ...others] = pieces.flatMap((piece) => (piece.kind === "arc" ? [piece] : []));
				const [ask, ...rest] = keysOf(pieces);
				expect(others).toEqual([]);
				if (ring === undefined || ask === undefined) throw new Error("no mark");
				expect(ask.w).toBeLessThanOrEqual(ring.w - 2 * ring.width);
				expect(ask).toMatchObject({ text: tools.say(words[0]), tap: { kind: "type", way: ways[0] } });
				const texts = [ask, ...rest].map(({ text }) => text);
				for (const word of words) expect(texts, `${canvas.width}`).toContain(tools.say(word));
			}
		}
	});

	it("has its first key where the language is read from", async () => {
		const tools = await toolsIn(language, ROUND);
		const keys = keysOf(view(stateWith({ kind: "home" }, answered), tools));
		const placeOf = (text: string) => keys.find((key) => key.text === text)?.x ?? Number.NaN;
		const isLeft = placeOf(tools.say("page.history")) < placeOf(tools.say("page.more"));
		expect(isLeft).toBe(language !== "ar-EG");
	});

	it("says below the first answer ever that it can be held, whole on every watch", async () => {
		for (const canvas of CANVASES) {
			const tools = await toolsIn(language, canvas);
			const hint = hintOf({ text: "" }, true, 1, tools);
			const reading: View = {
				kind: "reading",
				answer: { text: "" },
				asked: [],
				card: null,
				unset: "",
				pages: [["Yes"]],
				size: 31,
				at: 0,
				hint,
				receipt: false,
			};
			expect(
				textsOf(view(stateWith(reading), tools)).map(({ text }) => text),
				`${canvas.width}`,
			).toContain(hint);
		}
	});
});

describe("below an answer", () => {
	const marksOf = async (answer: Answer, pages: string[][], at = 0): Promise<string[]> => {
		const tools = await toolsIn("en-US", ROUND);
		const hint = hintOf(answer, false, pages.length, tools);
		const shown = view(
			stateWith({
				kind: "reading",
				answer,
				asked: [],
				card: null,
				unset: "",
				pages,
				size: 31,
				at,
				hint,
				receipt: false,
			}),
			tools,
		);
		return textsOf(shown).flatMap(({ text }) => (pages.flat().includes(text) ? [] : [text]));
	};

	it("of one page stands the shortest of what may be asked next, and no number", async () => {
		expect(await marksOf({ text: "", next: ["And is it so on Mars, too?", "Why?"] }, [["Yes"]])).toEqual(["Why?"]);
		expect(await marksOf({ text: "" }, [["Yes"]])).toEqual([""]);
		expect(await marksOf({ text: "", next: ["And is it so on Mars, too?"] }, [["Yes"]])).toEqual([""]);
	});

	it("of several pages stands which this is", async () => {
		expect(await marksOf({ text: "", next: ["Why?"] }, [["Yes"], ["No"]], 1)).toEqual(["2 / 2"]);
	});
});

it("a list of several pages is turned by its title, from the last page to the first", async () => {
	const tools = await toolsIn("en-US", ROUND);
	const turns = [0, 1].map((at) =>
		view(stateWith({ kind: "chips", at, now: 0 }), tools).flatMap(({ tap }) => (tap?.kind === "turn" ? [tap.by] : [])),
	);
	expect(turns).toEqual([[1], [-1]]);
});
