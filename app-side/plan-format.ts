/**
 * The cues of a run in a model's raw text: lines that begin with `!! run`, as core/ask/instructions.ts asks for
 * them, or with `%%`, as it once did. Owns their reading; when a cue is due is core/run/cues.ts's. Rule: a line is ours only by its form,
 * so that a comment of a program that begins alike stays; a plan that nobody asked for has to be whole, with
 * its goal, before it may take the place of another.
 *
 * `!! run goal 5000m 1680s` · `!! run 1000m | Settle in` · `!! run 600s | Drink` · `!! run slower 350 | Pick it up`; models
 * also write `5 km`, `28:00` and `10 min`.
 */

import { toPlainText } from "../core/cleaning/plain-text.ts";
import { CUE_LIMIT, type CuePlace, decodePlan, type Plan } from "../core/run/cues.ts";
import { clip } from "../core/wire/protocol.ts";
import { openLines } from "./own-lines.ts";

const PLAN_LINE = /^[\s*_`"-]{0,12}(?:%%|％％|(?:\\?[!！]){2}[\s*_`]{0,4}run\b[*_`]{0,3}:?)(.*)$/i;
const GOAL = /^\**\s{0,4}goal\b/i;
const AMOUNT =
	/(\d{1,7}(?:[.,]\d{1,3})?)\s{0,3}(km|kilomet\w{0,5}|min\w{0,5}|m(?:et\w{0,5})?|s(?:ec\w{0,5})?)(?![a-z])|(?:(\d{1,2}):)?(\d{1,3}):(\d\d)/gi;

/**
 * Words for running, its paces and distances in our languages: a question with one of them may ask for a
 * plan.
 */
const ABOUT_RUNNING =
	/\b(?:run|runs|running|jog\w*|pace\w*|race|sprint\w*|marathon|interval\w*|workout|train\w*|k(?:m|ilomet\w*)|\d+ ?k|cues?|splits?|laufe?n?|lauf\w*|renn\w*|tempo\w*|courir|course|cour[st]|allure|corr\w+|carrera|ritmo|corrida|treino|entren\w*|allenament\w*|corsa|bieg\w*|trening\w*|tempie|koş\w*|antrenman\w*|maraton\w*|plan\w*)\b|бег|пробеж|марафон|темп|трениров|км|跑|配速|马拉松|馬拉松|公里|训练|訓練|ラン|走|ペース|マラソン|달리|러닝|페이스|마라톤|दौड़|मैराथन|गति|جري|ركض|ماراثون|سباق|وتيرة|كم/iu;

/**
 * The text without the lines that are ours, and the plan that those lines make; null if they make none.
 * `question` is '' if it is unknown.
 */
export function takePlan(raw: string, question?: string): { text: string; plan: Plan | null } {
	if (!/%%|％％|[!！]\s{0,4}run/i.test(raw)) return { text: raw, plan: null };
	const lines = raw.split(/\r\n|\r|\n/);
	const marked = markedLines(lines);
	const read = [...marked.values()].filter((line) => GOAL.test(line) || readCue(line) !== null);
	if (read.length === 0) return { text: raw, plan: null };
	const goal = read.find((line) => GOAL.test(line));
	const cues = read.filter((line) => !GOAL.test(line)).map(readCue);
	const isWanted = question === undefined || ABOUT_RUNNING.test(question) || (goal !== undefined && cues.length > 0);
	return {
		text: lines.filter((_, at) => !marked.has(at)).join("\n"),
		plan: isWanted
			? decodePlan({
					goal: goal === undefined ? undefined : merge(amountsIn(goal)),
					cues: cues.filter((cue) => cue !== null),
				})
			: null,
	};
}

/** What stands behind the mark, by the number of the line. */
function markedLines(lines: readonly string[]): Map<number, string> {
	const isOpen = openLines(lines);
	const marked = new Map<number, string>();
	for (const [at, line] of lines.entries()) {
		const rest = isOpen[at] === true ? PLAN_LINE.exec(line)?.[1]?.trim() : undefined;
		if (rest !== undefined) marked.set(at, rest);
	}
	return marked;
}

function readCue(line: string): { at: CuePlace; text: string } | null {
	const [place = "", ...rest] = line.split(/[|｜]/);
	const at = readPlace(place);
	const text = toPlainText(rest.join(" ")).replace(/\s+/g, " ").trim();
	return at === null || text === "" ? null : { at, text: clip(text, CUE_LIMIT) };
}

function readPlace(place: string): CuePlace | null {
	if (/^slower\b/i.test(place)) {
		const [amount] = amountsIn(place.replace(/\/\s*km/i, ""));
		const bare = /\d+/.exec(place)?.[0];
		const paceSlower = amount !== undefined && "seconds" in amount ? amount.seconds : Number(bare ?? Number.NaN);
		return Number.isFinite(paceSlower) ? { paceSlower } : null;
	}
	return amountsIn(place)[0] ?? null;
}

type Amount = { meters: number } | { seconds: number };

function amountsIn(text: string): Amount[] {
	return [...text.matchAll(AMOUNT)].map(([, number, unit, hours, minutes, seconds]) =>
		number !== undefined && unit !== undefined
			? amountOf(Number(number.replace(",", ".")), unit.toLowerCase())
			: { seconds: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) },
	);
}

function amountOf(number: number, unit: string): Amount {
	if (unit.startsWith("k")) return { meters: Math.round(number * 1000) };
	if (unit.startsWith("min")) return { seconds: Math.round(number * 60) };
	return unit.startsWith("m") ? { meters: Math.round(number) } : { seconds: Math.round(number) };
}

function merge(amounts: readonly Amount[]): object {
	return Object.assign({}, ...amounts);
}
