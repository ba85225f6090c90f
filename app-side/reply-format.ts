/**
 * A model's raw text as an answer for the watch. Owns the last lines that `prompt.ts` asks for: `@@` and a
 * line for the face, `>>` and follow-up questions; of a spoken question `~~` and what was understood, before
 * the answer. Rule: a text without them, or with half of them, is a plain answer all the same, and what only
 * begins like them, such as a diff's `@@ -1,3 +1,4 @@` or a shell's `>> file`, is a part of it.
 */

import type { Action, ActionName } from "../core/actions/action.ts";
import type { Turn } from "../core/ask/conversation.ts";
import { stripMachinery } from "../core/cleaning/machinery.ts";
import { toPlainText } from "../core/cleaning/plain-text.ts";
import { cutAtSentence, toWholeSentence } from "../core/text/sentences.ts";
import { ANSWER_LIMIT, type Answer, LINE_LIMIT, NEXT_LIMIT, NEXT_MAX } from "../core/wire/protocol.ts";
import { callsAsLines } from "./action-calls.ts";
import { takeActions } from "./action-lines.ts";
import type { ActionTimes } from "./action-times.ts";
import { isOfRinging, mayAskFor } from "./asked-for.ts";
import { claims, refuses, withoutClaims } from "./claims.ts";
import { isQuestion, lengthsIn, understandWish } from "./offline/acts.ts";
import { openLines } from "./own-lines.ts";
import { takePlan } from "./plan-format.ts";
import { isInvention } from "./voice/inventions.ts";
import { readTranscript } from "./voice/transcript.ts";

/** Much more than is shown, even if most of it is marks; what lies behind is not worth cleaning. */
const RAW_LIMIT = 8 * ANSWER_LIMIT;

/** `isLast`: nothing of the answer stands behind it. */
type Tail = { body: string; line: string; next: string[]; isLast: boolean };

/**
 * What an answer is read for: the language of its words for signs, the question and what was spoken of before, which may ask for
 * a plan or an action, the watch's day and time, who is told of actions that are dropped, and whether the model may have read pages of
 * the web, so that without a question nobody can tell who asks. `later`: a line for later was asked for.
 */
type About = {
	lang?: string;
	question?: string;
	turns?: readonly Turn[];
	times?: ActionTimes;
	log?: (line: string) => void;
	mayLookUp?: boolean;
	later?: boolean;
};

/** `cut`: the provider stopped it at the token cap. The text is '' if nothing was left for people to read. */
export function readReply(raw: string, cut: boolean, given: About = {}): Answer {
	const { lang, question } = given;
	// Who wants to know something asks for nothing, whatever was spoken of before.
	const isNew = isQuestion(question ?? "", lang ?? "") && lengthsIn(question ?? "", lang ?? "").length === 0;
	const about = isNew ? { ...given, turns: [] } : given;
	const { text: unplanned, plan } = takePlan(stripMachinery(withCalls(raw, about)), question);
	const { text: told, later } = given.later === true ? takeLater(unplanned) : { text: unplanned };
	const { text: inactive, actions } = readActions(told, about);
	const { body, line, next, isLast } = splitTail(inactive);
	const read = toPlainText(body.slice(0, RAW_LIMIT), lang);
	// Beside an action nothing else may say what was done.
	const plain = actions.length > 0 ? withoutClaims(read) : read || line;
	// If the tail has begun, the answer before it is whole, and only the last follow-up may be half a one.
	const isWhole = !cut || (isLast && (line !== "" || next.length > 0));
	const whole = isWhole ? plain : toWholeSentence(plain);
	const text = cutAtSentence(whole, ANSWER_LIMIT);
	const answer: Answer = { text };
	if (!isWhole || text.length < whole.length || body.length > RAW_LIMIT) answer.cut = true;
	// A cut in the middle of the line leaves no follow-ups behind it.
	const isLine = line !== "" && !text.startsWith(line) && (!cut || next.length > 0);
	if (isLine && !(actions.length > 0 && (text === "" || claims(line)))) answer.line = line;
	const sure = cut ? next.slice(0, -1) : next;
	if (sure.length > 0) answer.next = sure;
	if (plan !== null) answer.plan = plan;
	if (actions.length > 0) answer.actions = actions;
	else if (isUnset(read || line, about)) answer.unset = true;
	// A cut may have halved it.
	if (later !== undefined && !cut) answer.later = later;
	return answer;
}

/** In a line of its own, or at the end of one. Code is the answer's own. */
const LATER = /(?:^[\s*_`"-]{0,12}|\s[*_`]{0,3})(?:\\?\^){2}(?:\*\*|__|`)?[\s:]{1,12}(\S.*)$/;
const NOTHING = /^[^\p{L}\d]*(?:none|nothing|n\/a|null)?[^\p{L}\d]*$/iu;

/** A line that is too long, says nothing or claims something is none. */
function takeLater(text: string): { text: string; later?: string } {
	const lines = text.split(/\r\n|\r|\n/);
	const isOpen = openLines(lines);
	let later = "";
	const kept = lines.flatMap((line, at) => {
		const found = isOpen[at] === true ? LATER.exec(line) : null;
		if (found === null) return [line];
		later = toPlainText(found[1] ?? "");
		const rest = line.slice(0, found.index);
		return rest.trim() === "" ? [] : [rest];
	});
	const isGood = later.length <= LINE_LIMIT && !NOTHING.test(later) && !claims(later);
	return { text: kept.join("\n"), ...(isGood ? { later } : {}) };
}

/** Kinds without which the watch has to say that nothing was set. */
const SETTING: readonly ActionName[] = ["timer", "alarm", "remind", "cancel", "note"];

/** Whether people would take it that something was set: they asked for it, or the text says so, and there is no action. */
function isUnset(text: string, { question, lang = "", turns }: About): boolean {
	if (text === "" || refuses(text)) return false;
	const wish = question === undefined ? null : understandWish(question, lang);
	if (wish !== null) return SETTING.includes(wish.what);
	return isOfRinging(question, turns) && claims(text) && !isQuestion(question ?? "", lang);
}

/** Calls of tools as lines, where they may be meant. */
function withCalls(raw: string, { question, turns }: About): string {
	return isOfRinging(question, turns) ? callsAsLines(raw) : raw;
}

function readActions(
	text: string,
	{ question, lang = "", turns, times, log, mayLookUp }: About,
): { text: string; actions: Action[] } {
	const said = question === undefined ? {} : { said: lengthsIn(question, lang) };
	const isWanted = (action: Action) =>
		!(question === undefined && mayLookUp === true) && mayAskFor(action, question, turns);
	const taken = takeActions(text, isWanted, { ...said, ...times });
	for (const why of taken.dropped) log?.(`action dropped, ${why}`);
	return taken;
}

/** `heard`: the words, null if the model says that there were none, undefined if it says nothing of them. */
export type Spoken = { heard: string | null | undefined; answer: Answer };

/** As `readReply`, of an answer to a recording. `voiced`: a voice was found in it, or nobody looked. */
export function readSpokenReply(raw: string, cut: boolean, about: About = {}, voiced = true): Spoken {
	const lines = stripMachinery(raw)
		.trimStart()
		.split(/\r\n|\r|\n/);
	const at = lines.slice(0, HEAD_LINES).findIndex((line) => HEAD_LINE.test(line));
	if (at < 0) {
		const answer = readReply(raw, cut, about);
		return { heard: isInvention(answer.text, voiced) ? null : undefined, answer };
	}
	const said = HEAD_LINE.exec(lines[at] ?? "")?.[1] ?? "";
	const heard = readTranscript(said.slice(0, SAID_UNITS).replace(/~~[^\p{L}\p{N}]{0,20}$/u, ""), voiced);
	const answer = readReply(lines.slice(at + 1).join("\n"), cut, { ...about, question: heard ?? "" });
	return { heard, answer };
}

/** Several times a question that may be asked. */
const SAID_UNITS = 2000;
/** Some models say that a transcript follows before they give it. */
const HEAD_LINES = 3;
/** `~~` is Markdown for words that are struck out, so some models close it again. */
const HEAD_LINE = /^[\s*_`"-]{0,12}(?:~~|～～)(?!~)(?:\*\*|__|`)?[\s:]{0,12}(.*)$/;

/**
 * A tail line in the dress that models give it: listed, bold, in code. `>>>` is a Python prompt, `@@ -1` a
 * diff's and `@@name` a variable.
 */
const TAIL_LINE = /^[\s*_`"-]{0,12}(@@(?=[\s:*_`]|$)|>>|＞＞|&gt;&gt;)(?![>@])(?:\*\*|__|`)?[\s:]{0,12}(.*)$/;
const HUNK = /^-\d+(?:,\d+)? \+\d/;
/** The same tail at the end of the answer's own last line. */
const INLINE_FACE = /[.!?。！？…"”)*][ \t]@@[ \t](?![^\n]*\n)/;

type Marked = { kind: "face" | "next"; rest: string };

/** Takes the lines out wherever they stand: small models put them first, or a friendly word behind them. */
function splitTail(raw: string): Tail {
	const lines = raw.trimEnd().split(/\r\n|\r|\n/);
	const marked = markedLines(lines);
	if (marked.size === 0) return splitInline(raw.trimEnd());
	let line = "";
	const next: string[] = [];
	for (const { kind, rest } of marked.values()) {
		if (kind === "face") line = faceLine(rest);
		else next.push(...followUps(rest));
	}
	const [first = 0] = [...marked.keys()];
	const isLast = lines.every((text, at) => at < first || marked.has(at) || isBlank(text));
	const body = lines.filter((text, at) => !marked.has(at) && !(at > first && isLast && isBlank(text))).join("\n");
	return { body: body.trimEnd(), line, next: next.slice(0, NEXT_MAX), isLast };
}

/** The lines that are ours, by their number. */
function markedLines(lines: readonly string[]): Map<number, Marked> {
	const isOpen = openLines(lines);
	const all = new Map<number, Marked>();
	for (const [at, line] of lines.entries()) {
		const [, mark, rest = ""] = (isOpen[at] === true ? TAIL_LINE.exec(line) : null) ?? [];
		if (mark === undefined || (mark === "@@" && HUNK.test(rest))) continue;
		all.set(at, { kind: mark === "@@" ? "face" : "next", rest });
	}
	const hasFace = [...all.values()].some(({ kind }) => kind === "face");
	const ours = new Map<number, Marked>();
	let isEnd = true;
	for (let at = lines.length - 1; at >= 0; at--) {
		const one = all.get(at);
		if (one === undefined) isEnd = isEnd && isBlank(lines[at] ?? "");
		else if (one.kind === "face" || isFollowUps(one.rest, lines[at - 1] ?? "", hasFace, isEnd)) ours.set(at, one);
		else isEnd = false;
	}
	return new Map([...ours].sort(([a], [b]) => a - b));
}

/**
 * Beside a line for the face, or with the form of follow-ups at the end: neither a shell's `>> file` nor a
 * quotation.
 */
function isFollowUps(rest: string, before: string, hasFace: boolean, isEnd: boolean): boolean {
	const hasForm = /[?？؟;|｜]/.test(rest);
	if (hasFace) return isEnd || hasForm;
	return isEnd && (rest === "" || hasForm) && !/^\s{0,3}>(?!>)/.test(before);
}

function isBlank(line: string): boolean {
	const text = line.trim();
	return text === "" || /^(?:```\w{0,20}|-{3,})$/.test(text);
}

/**
 * `It is blue. @@ Blue >> Why? | On Mars?` on one line. A `>>` alone there is more likely a shift than a
 * tail.
 */
function splitInline(raw: string): Tail {
	const last = raw.lastIndexOf("\n") + 1;
	const end = raw.slice(last, last + RAW_LIMIT);
	const found = INLINE_FACE.exec(end);
	if (found === null) return { body: raw, line: "", next: [], isLast: true };
	const [line = "", rest = ""] = end.slice(found.index + found[0].length).split(/\s>>\s/);
	if (HUNK.test(line)) return { body: raw, line: "", next: [], isLast: true };
	const body = raw.slice(0, last + found.index + 1);
	return { body, line: faceLine(line), next: followUps(rest).slice(0, NEXT_MAX), isLast: true };
}

function faceLine(rest: string): string {
	const line = toPlainText(rest.replace(/ {0,2}@@ {0,2}$/, ""));
	return line.length <= LINE_LIMIT ? line : "";
}

function followUps(rest: string): string[] {
	return rest
		.split(/[|｜]/)
		.map((part) => toPlainText(part).replace(/^["“']|["”']$/g, ""))
		.filter((question) => question !== "" && question.length <= NEXT_LIMIT);
}
