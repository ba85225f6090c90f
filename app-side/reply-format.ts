/**
 * A model's raw text as an answer for the watch. Owns the last lines that `prompt.ts` asks for: `@@` and a line for the face,
 * `>>` and follow-up questions; of a spoken question `~~` and what was understood, before the answer. Rule: a text without
 * them, or with half of them, is a plain answer all the same.
 */
import { stripThinking, toPlainText } from "../core/plain-text.ts";
import { ANSWER_LIMIT, type Answer, LINE_LIMIT, NEXT_LIMIT, NEXT_MAX } from "../core/protocol.ts";
import { cutAtSentence, toWholeSentence } from "../core/sentences.ts";
import { takePlan } from "./plan-format.ts";
import { readTranscript } from "./voice/transcript.ts";

/** Much more than is shown, even where most of it is marks; what lies behind is not worth cleaning. */
const RAW_LIMIT = 8 * ANSWER_LIMIT;

type Tail = { body: string; line: string; next: string[] };

/** `cut`: the provider stopped it at the token cap. The text is '' where nothing was left for people to read. */
export function readReply(raw: string, cut: boolean): Answer {
	const { text: unplanned, plan } = takePlan(stripThinking(raw));
	const { body, line, next } = splitTail(unplanned);
	const plain = toPlainText(body.slice(0, RAW_LIMIT)) || line;
	// Where the tail has begun, the answer before it is whole, and only the last follow-up may be half a one.
	const isWhole = !cut || line !== "" || next.length > 0;
	const whole = isWhole ? plain : toWholeSentence(plain);
	const text = cutAtSentence(whole, ANSWER_LIMIT);
	const answer: Answer = { text };
	if (!isWhole || text.length < whole.length || body.length > RAW_LIMIT) answer.cut = true;
	// A cut in the middle of the line leaves no follow-ups behind it.
	if (line !== "" && !text.startsWith(line) && (!cut || next.length > 0)) answer.line = line;
	const sure = cut ? next.slice(0, -1) : next;
	if (sure.length > 0) answer.next = sure;
	if (plan !== null) answer.plan = plan;
	return answer;
}

/** `heard`: the words, null where the model says that there were none, undefined where it says nothing of them. */
export type Spoken = { heard: string | null | undefined; answer: Answer };

/** As `readReply`, of an answer to a recording. */
export function readSpokenReply(raw: string, cut: boolean): Spoken {
	const lines = stripThinking(raw)
		.trimStart()
		.split(/\r\n|\r|\n/);
	const at = lines.slice(0, HEAD_LINES).findIndex((line) => HEAD_LINE.test(line));
	if (at < 0) return { heard: undefined, answer: readReply(raw, cut) };
	const said = HEAD_LINE.exec(lines[at] ?? "")?.[1] ?? "";
	const answer = readReply(lines.slice(at + 1).join("\n"), cut);
	return { heard: readTranscript(said.replace(/~~\W*$/, "")), answer };
}

/** Some models say that a transcript follows before they give it. */
const HEAD_LINES = 3;
/** `~~` is Markdown for words that are struck out, so some models close it again. */
const HEAD_LINE = /^[\s*_`"-]*(?:~~|～～)(?!~)(?:\*\*|__|`)?[\s:]*(.*)$/;

/** A tail line in the dress that models give it: listed, bold, in code. `>>>` is a Python prompt and not ours. */
const TAIL_LINE = /^[\s*_`"-]*(@@|>>|＞＞|&gt;&gt;)(?!>)(?:\*\*|__|`)?[\s:]*(.*)$/;
const FENCE_OR_RULE = /^\s*(```\w*|---+)?\s*$/;
/** The same tail at the end of the answer's own last line. */
const INLINE_TAIL = /[ \t](@@|>>)[ \t](?=[^\n]*$)/;

/** Walks up from the end over marked and empty lines; the first other line ends it. */
function splitTail(raw: string): Tail {
	const lines = raw.trimEnd().split(/\r\n|\r|\n/);
	let line = "";
	let next: string[] = [];
	let end = lines.length;
	for (let at = lines.length - 1; at >= 0; at--) {
		const current = lines[at] ?? "";
		if (FENCE_OR_RULE.test(current)) continue;
		const mark = TAIL_LINE.exec(current);
		if (mark === null) break;
		end = at;
		const rest = mark[2] ?? "";
		if (mark[1] === "@@") line = faceLine(rest);
		else next = [...followUps(rest), ...next].slice(0, NEXT_MAX);
	}
	const body = lines.slice(0, end).join("\n").trimEnd();
	return INLINE_TAIL.test(body) && end === lines.length ? splitInline(body) : { body, line, next };
}

/** `It is blue. @@ Blue >> Why? | On Mars?` on one line. A `>>` alone there is more likely a shift than a tail. */
function splitInline(raw: string): Tail {
	const at = raw.lastIndexOf(" @@ ");
	if (at < 0) return { body: raw, line: "", next: [] };
	const [line = "", rest = ""] = raw.slice(at + 4).split(/\s>>\s/);
	return { body: raw.slice(0, at), line: faceLine(line), next: followUps(rest).slice(0, NEXT_MAX) };
}

function faceLine(rest: string): string {
	const line = toPlainText(rest);
	return line.length <= LINE_LIMIT ? line : "";
}

function followUps(rest: string): string[] {
	return rest
		.split(/[|｜]/)
		.map((part) => toPlainText(part).replace(/^["“']|["”']$/g, ""))
		.filter((question) => question !== "" && question.length <= NEXT_LIMIT);
}
