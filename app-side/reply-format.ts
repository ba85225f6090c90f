/**
 * A model's raw text as an answer for the watch. Owns the last lines that `prompt.ts` asks for: `@@` and a line for the face,
 * `>>` and follow-up questions. Rule: a text without them, or with half of them, is a plain answer all the same.
 */
import { stripThinking, toPlainText } from "../core/plain-text.ts";
import { ANSWER_LIMIT, type Answer, LINE_LIMIT, NEXT_LIMIT, NEXT_MAX } from "../core/protocol.ts";
import { cutAtSentence, toWholeSentence } from "../core/sentences.ts";

type Parts = { body: string; line: string; next: string[] };

/** `cut`: the provider stopped it at the token cap. The text is '' where nothing was left for people to read. */
export function readReply(raw: string, cut: boolean): Answer {
	const { body, line, next } = splitTail(stripThinking(raw));
	const plain = toPlainText(body) || line;
	const isWhole = !cut || line !== "" || next.length > 0;
	const whole = isWhole ? plain : toWholeSentence(plain);
	const text = cutAtSentence(whole, ANSWER_LIMIT);
	const answer: Answer = { text };
	if (!isWhole || text.length < whole.length) answer.cut = true;
	if (line !== "" && !text.startsWith(line)) answer.line = line;
	const whole_next = cut ? next.slice(0, -1) : next;
	if (whole_next.length > 0) answer.next = whole_next;
	return answer;
}

/** The mark of a tail line, in the dress that models give it: quoted, bold, in code. `>>>` is a Python prompt, not ours. */
const TAIL_LINE = /^[\s*_`"]*(@@|>>(?!>)|&gt;&gt;)[*_`:]*\s*(.*)$/;
const FENCE = /^\s*```\w*\s*$/;

/** Walks up from the end over marked, blank and fence lines; the first other line ends it. */
function splitTail(raw: string): Parts {
	const lines = raw.split(/\r\n|\r|\n/);
	let line = "";
	let next: string[] = [];
	let end = lines.length;
	for (let at = lines.length - 1; at >= 0; at--) {
		const current = lines[at] ?? "";
		if (current.trim() === "" || FENCE.test(current)) continue;
		const mark = TAIL_LINE.exec(current);
		if (mark === null) break;
		end = at;
		const rest = mark[2] ?? "";
		if (mark[1] === "@@") line = faceLine(rest);
		else next = [...followUps(rest), ...next].slice(0, NEXT_MAX);
	}
	return { body: lines.slice(0, end).join("\n"), line, next };
}

function faceLine(rest: string): string {
	const line = toPlainText(rest);
	return line.length <= LINE_LIMIT ? line : "";
}

function followUps(rest: string): string[] {
	return rest
		.split(/[|｜]/)
		.map((part) => toPlainText(part))
		.filter((question) => question !== "" && question.length <= NEXT_LIMIT);
}
