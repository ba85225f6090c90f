import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "../core/wire/bounds.ts";
import { ANSWER_LIMIT, type Answer } from "../core/wire/protocol.ts";
import { FIELD_CASES } from "./reply-format.cases.ts";
import { readReply, readSpokenReply } from "./reply-format.ts";

describe("a model's text", () => {
	it.each<[string, string, Answer]>([
		[
			"as asked for",
			"Blue.\n@@ It is blue\n>> Why? | At night?",
			{ text: "Blue.", line: "It is blue", next: ["Why?", "At night?"] },
		],
		["plain", "Blue.", { text: "Blue." }],
		["with follow-ups alone", "Blue.\n>> Why? | On Mars?", { text: "Blue.", next: ["Why?", "On Mars?"] }],
		["with a line alone", "Blue.\n\n@@ It is blue\n", { text: "Blue.", line: "It is blue" }],
		["in the wrong order", "Blue.\n>> Why?\n@@ It is blue", { text: "Blue.", line: "It is blue", next: ["Why?"] }],
		[
			"with one follow-up a line",
			"Blue.\n>> Why?\n>> On Mars?\n>> Ever?\n>> No more?",
			{ text: "Blue.", next: ["Why?", "On Mars?", "Ever?"] },
		],
		[
			"with bold marks",
			"**Blue.**\n**@@** *It is blue*\n**>>** Why? | “Where?”",
			{ text: "Blue.", line: "It is blue", next: ["Why?", "Where?"] },
		],
		[
			"with marks in a fence",
			"Blue.\n```\n@@ It is blue\n>> Why?\n```",
			{ text: "Blue.", line: "It is blue", next: ["Why?"] },
		],
		["with marks after a rule", "Blue.\n---\n@@ It is blue", { text: "Blue.", line: "It is blue" }],
		["with colons", "Blue.\n@@: It is blue\n>>: Why?", { text: "Blue.", line: "It is blue", next: ["Why?"] }],
		[
			"all on one line",
			"Blue. @@ It is blue >> Why? | Where?",
			{ text: "Blue.", line: "It is blue", next: ["Why?", "Where?"] },
		],
		[
			"in Chinese",
			"蓝色。\n@@ 天是蓝的\n＞＞ 为什么？｜晚上呢？",
			{ text: "蓝色。", line: "天是蓝的", next: ["为什么？", "晚上呢？"] },
		],
		["that says the same in its line", "Blue, always.\n@@ Blue, always.", { text: "Blue, always." }],
		["with a line that is too long", `Blue.\n@@ ${"very ".repeat(20)}`, { text: "Blue." }],
		["with a follow-up that is too long", `Blue.\n>> ${"w".repeat(50)} | Why?`, { text: "Blue.", next: ["Why?"] }],
		["with nothing but a line", "@@ It is blue", { text: "It is blue" }],
		["with empty marks", "Blue.\n@@\n>>", { text: "Blue." }],
		["with a Python prompt", "Type:\n>>> 2 + 2\n4", { text: "Type:\n>>> 2 + 2\n4" }],
		["that ends in a Python prompt", "Type\n```\n>>> exit()\n```", { text: "Type\n>>> exit()" }],
		["with a shift", "In C, 8 >> 1 is 4.", { text: "In C, 8 >> 1 is 4." }],
		["with a quotation", "She said:\n> Go.", { text: "She said:\nGo." }],
		["with an address", "Write to me@@home", { text: "Write to me@@home" }],
		["after thinking", "<think>@@ no\n>> no</think>Blue.", { text: "Blue." }],
	])("%s is an answer", (_name, raw, answer) => {
		expect(readReply(raw, false)).toEqual(answer);
	});

	it.each<[string, Answer]>([
		["It is blue. Because of sca", { text: "It is blue.", cut: true }],
		["Because of sca", { text: "Because of…", cut: true }],
		["Blue.\n@@ It is bl", { text: "Blue." }],
		["Blue.\n@@ It is blue\n>> Why? | On Ma", { text: "Blue.", line: "It is blue", next: ["Why?"] }],
	])("that was cut, %j, keeps what is whole", (raw, answer) => {
		expect(readReply(raw, true)).toEqual(answer);
	});

	it("of any mess is an answer that the link takes as it is", () => {
		const bits = fc.constantFrom("@@", ">>", "|", "\n", "```", "> ", " ", "Blue. ", "**", "Why?", "😀", "---");
		fc.assert(
			fc.property(fc.array(fc.oneof(bits, fc.string({ maxLength: 6 }))), fc.boolean(), (parts, cut) => {
				const answer = readReply(parts.join(""), cut);
				expect(checkAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
			}),
		);
	});

	it("of a million characters takes no longer than it may", () => {
		const startedAt = performance.now();
		expect(readReply("*a_b [c](".repeat(110_000), false).text.length).toBeLessThanOrEqual(ANSWER_LIMIT);
		expect(performance.now() - startedAt).toBeLessThan(2000);
	});
});

describe("what was seen in the field", () => {
	it.each(FIELD_CASES)("$kind: $name", ({ raw, text }) => {
		expect(readReply(raw, false).text).toBe(text);
	});

	it("stands in the table of cases with its source", () => {
		const table = readFileSync(new URL("../docs/field-cases.md", import.meta.url), "utf8");
		for (const { name, source } of FIELD_CASES) expect(table).toContain(`| ${name} | ${source} |`);
	});
});

describe("our own last lines", () => {
	it.each<[string, string, Answer]>([
		[
			"behind which is a friendly word",
			"Paris is the capital.\n@@ Paris!\n>> How big? | Since when?\n\nLet me know!",
			{ text: "Paris is the capital.\nLet me know!", line: "Paris!", next: ["How big?", "Since when?"] },
		],
		[
			"that stand first",
			"@@ It is Paris\n>> How big? | Since when?\n\nParis is the capital.",
			{ text: "Paris is the capital.", line: "It is Paris", next: ["How big?", "Since when?"] },
		],
		[
			"around the answer",
			"@@ It is Paris\nParis is the capital.\n>> How big?",
			{ text: "Paris is the capital.", line: "It is Paris", next: ["How big?"] },
		],
		[
			"in a fence around all",
			"```\nParis.\n@@ It is Paris\n>> How big? | Old?\n```",
			{ text: "Paris.", line: "It is Paris", next: ["How big?", "Old?"] },
		],
		[
			"beside a diff",
			"Here:\n```diff\n@@ -1 +1 @@\n-a\n+b\n```\n@@ A diff\n>> And back?",
			{ text: "Here:\n@@ -1 +1 @@\n-a\n+b", line: "A diff", next: ["And back?"] },
		],
		["beside code that begins like them", "```sh\ncat a\n>> b\n```", { text: "cat a\n>> b" }],
		["that are a variable of Ruby", "Count with\n@@count += 1", { text: "Count with\n@@count += 1" }],
		["that are a search in SQL", "SELECT id FROM t WHERE d @@ q", { text: "SELECT id FROM t WHERE d @@ q" }],
	])("%s", (_name, raw, answer) => {
		expect(readReply(raw, false)).toEqual(answer);
	});
});

describe("an answer to a recording", () => {
	it.each<[string, string, string | null | undefined, string]>([
		["as it is asked for", "~~ Why is it blue?\nScattering.\n@@ It scatters", "Why is it blue?", "Scattering."],
		["in Markdown's dress", "**~~ Why is it blue?~~**\n\nScattering.", "Why is it blue?", "Scattering."],
		["after a word about it", "Here is what I heard:\n~~ Why?\nScattering.", "Why?", "Scattering."],
		["with full-width marks", "～～ 为什么？\n散射。", "为什么？", "散射。"],
		["after thinking", "<think>hm</think>~~ Why?\nScattering.", "Why?", "Scattering."],
		["without words", "~~\nI could not hear.", null, "I could not hear."],
		["with a noise alone", "~~ [silence]\n", null, ""],
		["without the line", "Scattering.\nIt is ~~not~~ magic.", undefined, "Scattering.\nIt is not magic."],
	])("%s", (_name, raw, heard, text) => {
		expect(readSpokenReply(raw, false)).toMatchObject({ heard, answer: { text } });
	});

	it("that was cut in its first line has no text", () => {
		expect(readSpokenReply("~~ Why is the", true)).toMatchObject({ heard: "Why is the", answer: { text: "" } });
	});

	it("is never an exception", () => {
		const marks = fc
			.array(fc.constantFrom("~~", "\n", " ", "@@", ">>", "Why?", "**", "～～"))
			.map((parts) => parts.join(""));
		fc.assert(fc.property(fc.oneof(marks, fc.string()), fc.boolean(), (raw, cut) => void readSpokenReply(raw, cut)));
	});
});

describe("a line for later", () => {
	const later = (raw: string, cut = false) => readReply(raw, cut, { later: true, question: "Will it rain?" });

	it.each([
		["as asked for", "Yes.\n@@ Rain\n>> When? | Where?\n^^ Rain at six: take a coat"],
		["in bold", "Yes.\n@@ Rain\n>> When? | Where?\n**^^ Rain at six: take a coat**"],
		["with its mark in bold", "Yes.\n@@ Rain\n>> When? | Where?\n**^^** *Rain at six: take a coat*"],
		["with a colon", "Yes.\n@@ Rain\n>> When? | Where?\n^^: Rain at six: take a coat"],
		["with its mark escaped", "Yes.\n@@ Rain\n>> When? | Where?\n\\^\\^ Rain at six: take a coat"],
		["first of the lines", "Yes.\n^^ Rain at six: take a coat\n@@ Rain\n>> When? | Where?"],
		["in a fence", "Yes.\n```\n@@ Rain\n>> When? | Where?\n^^ Rain at six: take a coat\n```"],
		["on one line with all", "Yes. @@ Rain >> When? | Where? ^^ Rain at six: take a coat"],
	])("is read %s", (_, raw) => {
		const { text, line, next, later: found } = later(raw);
		expect({ text, line, next, found }).toEqual({
			text: "Yes.",
			line: "Rain",
			next: ["When?", "Where?"],
			found: "Rain at six: take a coat",
		});
	});

	it("is left out where it is too long, says nothing, claims something or was cut", () => {
		for (const said of [`${"x".repeat(61)}`, "none", "(None.)", "-", "I have set a timer for six", "n/a"])
			expect([said, later(`Yes.\n@@ Rain\n^^ ${said}`)]).toEqual([said, { text: "Yes.", line: "Rain" }]);
		expect(later("Yes.\n@@ Rain\n>> When? | Where?\n^^ Rain at", true).later).toBeUndefined();
	});

	it("is a part of the answer where nobody asked for it, and in code", () => {
		expect(readReply("Smile.\n^^ So", false)).toEqual({ text: "Smile.\n^^ So" });
		expect(later("Type\n```sh\ngit reset HEAD^^\n^^ no\nls\n```").later).toBeUndefined();
	});
});
