/**
 * Every function of ours that meets text from outside takes time that grows no faster than its length: tried with runs of each
 * character and mark that an expression of ours looks for. A function that is quadratic takes a hundred times as long for ten
 * times the text, so that the bound below tells it from noise.
 */
import { describe, expect, it } from "vitest";
import { takePlan } from "../app-side/plan-format.ts";
import { causeOf } from "../app-side/providers/causes.ts";
import { readText } from "../app-side/providers/provider.ts";
import { readReply, readSpokenReply } from "../app-side/reply-format.ts";
import { readTranscript } from "../app-side/voice/transcript.ts";
import { stripMachinery } from "../core/cleaning/machinery.ts";
import { toPlainText } from "../core/cleaning/plain-text.ts";
import { readAmount, readPrice } from "../core/money/budget.ts";
import { parseAddress, readPastedAddress } from "../core/settings/address.ts";
import { mendPasted } from "../core/settings/pasted.ts";
import { fewWords } from "../core/text/few-words.ts";
import { cutAtSentence, toWholeSentence } from "../core/text/sentences.ts";
import { ANSWER_LIMIT, QUESTION_LIMIT } from "../core/wire/protocol.ts";
import { placeKey } from "../setting/key.ts";

/** UTF-16 units. */
const SMALL = 10_000;
const LARGE = 100_000;
const MOST_RATIO = 15;
/** Below it a time is noise. */
const LEAST_MS = 2;

const TOKENS = { promptTokens: 1, completionTokens: 1 };

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
	toPlainText: (text) => toPlainText(text),
	stripMachinery,
	readReply: (text) => readReply(text, false),
	"readReply behind lines of ours": (text) => readReply(`@@ ${text}\n>> ${text}\n%% 1 ${text}`, false),
	readSpokenReply: (text) => readSpokenReply(`~~ Why ${text.slice(0, SMALL)}?\n${text}`, false),
	takePlan: (text) => takePlan(stripMachinery(`%% ${text}\n%% 1000m | ${text}`), text.slice(0, QUESTION_LIMIT)),
	readTranscript,
	"readText of a provider": (text) => readText(text, false, TOKENS),
	"causeOf a refusal": (text) => causeOf(400, text, "any"),
	"causeOf a refusal in JSON": (text) => causeOf(400, { error: { message: text } }, "any"),
	toWholeSentence,
	cutAtSentence: (text) => cutAtSentence(text, ANSWER_LIMIT),
	fewWords,
	mendPasted,
	placeKey: (text) => placeKey(text, "openai", ""),
	readPastedAddress,
	parseAddress,
	readAmount,
	readPrice,
};

const SIGNS = [
	..."*_`~=$#\\()[]{}<>|&!?^:;,.-+@%'\"/ \t\n\r\f0aAä天アก😀❤🇩★²⁽【】「｜＞…–\u0301\u200d\ufe0f\u00a0\u200b\ue200\ue201\u001b",
];
const MARKS = [
	...[
		"**",
		"__",
		"***a ",
		"a** ",
		"_a ",
		"a_ ",
		"~~a ",
		"==a ",
		"2*",
		"``a` ",
		"```\n",
		"```a\n",
		"> ",
		">> ",
		">\n",
		"- ",
		"- [ ] ",
		"# ",
		"1. ",
	],
	...[
		"| ",
		"|-",
		"|a\n|-\n",
		"a|b\n",
		"![",
		"[a](",
		"](",
		"[a](b [a](b ",
		"[a]([a](",
		"([a](b)",
		"[1]",
		"[1,",
		"[1][",
		"[^",
		"[a]: ",
		"[citation:",
	],
	...[
		"<a ",
		"</",
		"<b>",
		"<sup>",
		"<s>",
		"</s>",
		"<source>",
		"<!--",
		"-->",
		"<|",
		"<|a|>",
		"<|im_end|>",
		"<think>",
		"</think>",
		"\n<think>",
	],
	...[
		"<tool_call>",
		"<details>",
		"[INST]",
		"[THINK]",
		"◁think▷",
		"<|channel|>",
		"assistantfinal",
		"<｜DSML｜a>",
		"<0x0A>",
		"Human:",
		"\nHuman:",
		"\n### ",
	],
	...[
		"\\(",
		"\\[",
		"$$",
		"$a",
		"$a$",
		"\\frac{",
		"\\\\frac{",
		"C:\\frac{",
		"\\sqrt",
		"\\text",
		"\\begin{a}",
		"\\end{a}",
		"\\\\",
		"^{",
		"_{",
		"x^{",
		"^\\circ",
		"[\n",
		"]\n",
	],
	...[
		"&#x",
		"&a",
		"&amp;",
		"\\n",
		'\\n"',
		'{"',
		'{"a":',
		"[{",
		"data: ",
		"data: {}\n",
		"event: a\n",
		"cite",
		"citeturn0search0",
		"turn0",
		"【1",
		"aaaa²",
		"a²",
	],
	...[
		"@@ ",
		"\n@@ ",
		"\n>> ",
		"%% ",
		"\n%% ",
		"%% 1",
		"%% 1:",
		"~~ ",
		"\n~~",
		" @@ a",
		"1:",
		"1 ",
		"1.",
		"1,",
		"1:00",
		". ",
		"e.g. ",
		"!!!",
		'."',
		"a.",
		"a ",
		"a\n",
	],
	...[
		"\u001b[",
		"\u001b]",
		"[0m",
		"[31m",
		"😀 ",
		":😀",
		"1️⃣",
		"🇩🇪",
		"👨‍👩‍👧",
		"-H ",
		"Bearer ",
		"sk-",
		"=sk-",
		"http://",
		"http://a@",
		"://",
		"%2",
		"a:b@",
		"[::",
		"a-",
	],
];
/** `# Why`, thousands of spaces, `blue`. */
const AROUND = ["# Why ", " blue"] as const;

function textOf(bit: string, units: number, [before, after]: readonly [string, string] = AROUND): string {
	return before + bit.repeat(Math.ceil(units / bit.length)).slice(0, units) + after;
}

function leastMs(work: () => unknown, runs: number): number {
	let least = Number.POSITIVE_INFINITY;
	for (let run = 0; run < runs; run++) {
		const startedAt = performance.now();
		work();
		least = Math.min(least, performance.now() - startedAt);
	}
	return least;
}

/** How many times as long the large text takes; measured again, since a busy machine only ever makes it look slower. */
function ratioOf(read: (text: string) => unknown, small: string, large: string): number {
	let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for (let attempt = 0; attempt < 6; attempt++) {
		long = Math.min(
			long,
			leastMs(() => read(large), attempt === 0 ? 1 : 5),
		);
		if (long < LEAST_MS * MOST_RATIO) return 1;
		short = Math.min(
			short,
			leastMs(() => read(small), 5),
		);
		const ratio = long / Math.max(short, LEAST_MS);
		if (ratio <= MOST_RATIO || (attempt > 0 && ratio > 4 * MOST_RATIO)) return ratio;
	}
	return long / Math.max(short, LEAST_MS);
}

describe("ten times the text takes at most fifteen times as long", () => {
	it.each(Object.entries(READERS))("for %s", { timeout: 120_000 }, (_name, read) => {
		const slow: string[] = [];
		for (const bit of [...SIGNS, ...MARKS]) {
			const ratio = ratioOf(read, textOf(bit, SMALL), textOf(bit, LARGE));
			if (ratio > MOST_RATIO) slow.push(`${JSON.stringify(bit)}: ${ratio.toFixed(0)}`);
		}
		expect(slow).toEqual([]);
	});

	it("is told from what does not", () => {
		const quadratic = (text: string) => /\s+$/.test(text);
		const [small, large] = [SMALL / 2, LARGE / 2].map((units) => textOf(" ", units, ["# Why", "blue"]));
		expect(ratioOf(quadratic, small ?? "", large ?? "")).toBeGreaterThan(MOST_RATIO);
	});

	it("is so for the text that kept the phone busy for 20 s", () => {
		const text = `# Why${" ".repeat(3000)}blue`;
		expect(toPlainText(text)).toBe("Why blue");
		expect(leastMs(() => readReply(text, false), 3)).toBeLessThan(100);
	});
});
