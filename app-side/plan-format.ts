/**
 * The cues of a run in a model's raw text: lines that begin with `%%`, as core/rules.ts asks for them. Owns their reading;
 * when a cue is due is core/cues.ts's. Rule: a line that cannot be read is left out, and none of them is ever shown as text.
 *
 * `%% goal 5000m 1680s` · `%% 1000m | Settle in` · `%% 600s | Drink` · `%% slower 350 | Pick it up`; models also write
 * `5 km`, `28:00` and `10 min`.
 */
import { CUE_LIMIT, type CuePlace, decodePlan, type Plan } from "../core/cues.ts";
import { toPlainText } from "../core/plain-text.ts";
import { clip } from "../core/protocol.ts";

const PLAN_LINE = /^[\s*_`"-]*(?:%%|％％)(.*)$/;
const AMOUNT = /(\d+(?:[.,]\d+)?)\s*(km|kilomet\w*|min\w*|m(?:et\w*)?|s(?:ec\w*)?)(?![a-z])|(?:(\d+):)?(\d+):(\d\d)/gi;

/** The text without its `%%` lines, and the plan that they are; null where they are none. */
export function takePlan(raw: string): { text: string; plan: Plan | null } {
	const lines = raw.split(/\r\n|\r|\n/);
	const marked = lines.flatMap((line) => PLAN_LINE.exec(line)?.[1]?.trim() ?? []);
	if (marked.length === 0) return { text: raw, plan: null };
	const goals = marked.filter((line) => /^goal\b/i.test(line)).map((line) => merge(amountsIn(line)));
	const cues = marked.filter((line) => !/^goal\b/i.test(line)).map(readCue);
	return {
		text: lines.filter((line) => !PLAN_LINE.test(line)).join("\n"),
		plan: decodePlan({ goal: goals[0], cues: cues.filter((cue) => cue !== null) }),
	};
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
