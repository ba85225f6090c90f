/**
 * What a person wants the watch to do, understood without a model: timers, alarms, reminders, their list and cancelling, apps to open,
 * notes. Owns what the words of a question mean together; words are act-tokens.ts's, times act-times.ts's. Rule: a question about such
 * things is no request, and what is not whole asks for nothing but may open the watch's own app.
 */
import { type Action, type ActionName, isAction, type NativeApp, NOTE_LIMIT } from "../../core/actions/action.ts";
import { clip, QUESTION_LIMIT } from "../../core/wire/protocol.ts";
import { LANGUAGES, type Language } from "../../core/words/words.ts";
import { labelOf } from "../action-label.ts";
import { mayAskForAny } from "../asked-for.ts";
import { type Clock, clockAt, type Days, daysIn, is, type Length, lengthAt, valueAs } from "./act-times.ts";
import { type Heard, hear, type Token, type WordKind, wordsSaid } from "./act-tokens.ts";
import type { Day } from "./days.ts";
import { languageFor } from "./words/index.ts";

/** The watch's own day and minute. */
export type Moment = { today: Day; nowMinutes: number };

/** `what`: the kind that is asked for; without `actions` something is missing, such as when. */
export type Wish = { language: Language; what: ActionName; actions: Action[] };

/** In the language of which the most is understood; null if nothing is asked for. Without a moment no day is known. */
export function understandWish(question: string, lang: string, moment?: Moment): Wish | null {
	if (question.length > QUESTION_LIMIT || !mayAskForAny(question)) return null;
	const own = languageFor(lang);
	const scenes = LANGUAGES.map((language) => createScene(question, language, moment))
		.filter(isAbout)
		.map((scene) => ({ scene, share: shareOf(scene) * (scene.language === own ? OWN_WEIGHT : 1) }))
		.sort((a, b) => b.share - a.share);
	const best = (scenes[0]?.share ?? 0) * NEAR_SHARE;
	let part: Wish | null = null;
	for (const { scene, share } of scenes) {
		if (share < best) break;
		const wish = wishIn(scene);
		if (wish === null) return part;
		const found = { language: scene.language, ...wish };
		if (wish.actions.length > 0) return found;
		part ??= found;
	}
	return part;
}

/** How much more the language that is set counts, and how near another must come to the best. */
const OWN_WEIGHT = 1.2;
const NEAR_SHARE = 0.9;

const ANCHORS: readonly WordKind[] = [
	"timer",
	"alarm",
	"remind",
	"tell",
	"note",
	"calendar",
	"weather",
	"phone",
	"sport",
];

function isAbout({ has }: Scene): boolean {
	return ANCHORS.some(has);
}

/** Of the letters of a question, those in words that are known. */
function shareOf({ tokens }: Scene): number {
	return tokens.reduce((sum, { told, from, end }) => sum + (told.length > 0 ? end - from : 0), 0);
}

/** Whether it begins as a question does that wants to know something. */
export function isQuestion(text: string, lang: string): boolean {
	return [languageFor(lang), "en-US" as const].some((language) =>
		is(hear(text.slice(0, 100), language).tokens[0], "ask", "list", "left"),
	);
}

/** All lengths that a text names, in seconds. */
export function lengthsIn(text: string, lang: string): number[] {
	const { tokens } = hear(text.slice(0, QUESTION_LIMIT), languageFor(lang));
	return lengthsOf(tokens).map(({ seconds }) => seconds);
}

type Times = { lengths: Length[]; clocks: Clock[]; days: Days };

type Scene = {
	heard: Heard;
	tokens: readonly Token[];
	language: Language;
	moment: Moment | undefined;
	times: Times;
	/** Whether one of the words is of this kind, and where the first one is. */
	has(kind: WordKind): boolean;
	first(kind: WordKind): number;
};

function createScene(question: string, language: Language, moment: Moment | undefined): Scene {
	const heard = hear(question, language);
	const { tokens } = heard;
	const first = (kind: WordKind) => tokens.findIndex((token) => is(token, kind));
	const has = (kind: WordKind) => first(kind) >= 0;
	return {
		heard,
		tokens,
		language,
		moment,
		times: timesOf(tokens, has("alarm") || has("remind"), has("timer")),
		has,
		first,
	};
}

function lengthsOf(tokens: readonly Token[]): Length[] {
	const lengths: Length[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const length = lengthAt(tokens, at);
		if (length === null || length.seconds <= 0) continue;
		lengths.push(length);
		at = length.end - 1;
	}
	return lengths;
}

/** A number that may be both is a length behind `in` and before `later`, else a time of day where one is said to be. */
function timesOf(tokens: readonly Token[], mayRing: boolean, isTimer: boolean): Times {
	if (isTimer && !mayRing) {
		const lengths = lengthsOf(tokens);
		if (lengths.length > 0) return { lengths, clocks: [], days: daysIn([], () => false) };
	}
	const times = scan(tokens, false);
	const isNone = times.lengths.length + times.clocks.length === 0;
	const found = isNone ? (mayRing ? scan(tokens, true) : times) : times;
	if (found.lengths.length + found.clocks.length === 0) found.lengths.push(...bareLengths(tokens));
	const taken = (at: number) => [...found.lengths, ...found.clocks].some(({ from, end }) => at >= from && at < end);
	return { ...found, days: daysIn(tokens, taken) };
}

function scan(tokens: readonly Token[], isBare: boolean): { lengths: Length[]; clocks: Clock[] } {
	const lengths: Length[] = [];
	const clocks: Clock[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const length = lengthAt(tokens, at);
		const clock = clockAt(tokens, at, isBare);
		if (length !== null && length.seconds > 0 && (clock === null || isLength(tokens, length, clock))) {
			lengths.push(length);
			at = length.end - 1;
		} else if (clock !== null) {
			clocks.push(clock);
			at = clock.end - 1;
		}
	}
	return { lengths, clocks };
}

function isLength(tokens: readonly Token[], length: Length, clock: Clock): boolean {
	if (is(tokens[length.from - 1], "in")) return true;
	if (clock.end > length.end) return false;
	if (is(tokens[length.end], "in")) return true;
	return (
		!is(tokens[clock.from], "at", "morning", "am", "afternoon", "evening", "night") &&
		valueAs(tokens[length.from], "clock") === undefined
	);
}

/** `через час`, `ساعة`: one of them where no number is said. */
function bareLengths(tokens: readonly Token[]): Length[] {
	const at = tokens.findIndex((token, index) => {
		const unit = valueAs(token, "unit");
		return (
			(unit === 60 || unit === 3600) && (is(tokens[index - 1], "in") || is(tokens[index - 1], "glue") || index === 0)
		);
	});
	const unit = valueAs(tokens[at], "unit");
	return unit === undefined ? [] : [{ from: at, end: at + 1, seconds: unit }];
}

type Sense = Omit<Wish, "language">;

function wishIn(scene: Scene): Sense | null {
	const { tokens, has, first } = scene;
	const isAsked = /[?？؟]\s*$/.test(scene.heard.plain.said);
	if (tokens.length === 0) return null;
	const isRinging = has("timer") || has("alarm") || has("remind");
	const no = first("no");
	if (no >= 0 && !(has("remind") && no > first("remind")) && !has("note")) return null;
	const isTimed = scene.times.lengths.length + scene.times.clocks.length > 0;
	if (isRinging && isCancelled(scene, isTimed) && !(has("left") && first("cancel") > 0)) return cancelOf(scene);
	if (isRinging && isListed(scene, isTimed)) return { what: "list", actions: [{ do: "list" }] };
	const isQuestion = is(tokens[0], "ask", "left") && !is(tokens[0], "remind", "alarm", "timer", "note");
	if (isQuestion) return openOf(scene, true);
	if (has("remind")) return remindOf(scene);
	if (has("note") && !has("timer") && !has("alarm")) return isAsked ? null : noteOf(scene);
	if (has("tell") && !has("timer") && !has("alarm")) return isLater(scene) ? remindOf(scene) : null;
	if (has("alarm") || has("timer")) return ringOf(scene) ?? openOf(scene, false);
	return openOf(scene, false);
}

const VERB_LAST: readonly Language[] = ["de-DE", "tr-TR", "hi-IN", "ja-JP", "ko-KR", "zh-CN", "zh-TW"];

/** What names a time is to be cancelled only where the word for it stands first or last. */
function isCancelled({ tokens, language, has, first }: Scene, isTimed: boolean): boolean {
	const at = first("cancel");
	if (at < 0 || (has("remind") && isTimed && first("remind") < at)) return false;
	return !isTimed || at <= 1 || (VERB_LAST.includes(language) && at >= tokens.length - 2);
}

/** Whether it is asked how much is left, or every word is known and one of them asks what there is. */
function isListed({ tokens, has }: Scene, isTimed: boolean): boolean {
	if (has("left") && !has("set") && !has("remind")) return true;
	if (isTimed || tokens.some(({ told }) => told.length === 0)) return false;
	const isPlain = tokens.some((token) => is(token, "list") && !is(token, "ask"));
	return isPlain || (has("ask") && has("set"));
}

const MOST_UNKNOWN = 8;

function cancelOf({ tokens, heard, has }: Scene): Sense | null {
	const unknown = tokens.filter(({ told }) => told.length === 0).length;
	if (unknown > MOST_UNKNOWN) return null;
	const kind = has("timer") ? "timer" : has("remind") ? "reminder" : "alarm";
	const own = nameIn(heard, (token) => token.told.length > 0).label;
	return {
		what: "cancel",
		actions: [{ do: "cancel", label: own ?? (has("all") || has("every") ? `${kind}s` : kind) }],
	};
}

const APPS: readonly (readonly [WordKind, NativeApp])[] = [
	["calendar", "calendar"],
	["weather", "weather"],
	["sport", "sport"],
	["timer", "timer"],
	["alarm", "alarm"],
];

/** An app of the watch, if every word is known; a timer or an alarm without its time opens the watch's own. */
function openOf({ tokens, has }: Scene, isQuestion: boolean): Sense | null {
	if (tokens.some(({ told }) => told.length === 0)) return null;
	if (has("phone")) return { what: "open", actions: [{ do: "open", app: "find-phone" }] };
	const [kind, app] = APPS.find(([one]) => has(one)) ?? [];
	if (isQuestion || kind === undefined || app === undefined) return null;
	const isRinging = kind === "timer" || kind === "alarm";
	if (!has("open") && !(isRinging && (has("set") || tokens.length === 1))) return null;
	return { what: has("open") && !has("set") ? "open" : isRinging ? kind : "open", actions: [{ do: "open", app }] };
}

function ringOf(scene: Scene): Sense | null {
	const { tokens, times, has, heard } = scene;
	const [clock] = times.clocks;
	const what = has("alarm") && !(has("timer") && times.lengths.length > 0) ? "alarm" : "timer";
	const unknown = tokens.filter(({ told }) => told.length === 0).length;
	if (unknown > MOST_UNKNOWN || (unknown > 0 && has("ask") && !has("set"))) return null;
	const label = nameIn(heard, taker(scene, ["timer", "alarm", "set", "every", "all", "cancel"]));
	if (times.lengths.length > 0 && (what === "timer" || clock === undefined)) {
		const isOne = times.lengths.length === 1;
		const timers = times.lengths
			.slice(0, 3)
			.map(({ seconds }): Action => ({ do: "timer", seconds, ...(isOne ? label : {}) }));
		return { what: "timer", actions: timers.filter(isAction) };
	}
	const isPart = has("set") && !has("ask") && tokens.some(({ told }) => told.length === 0);
	if (clock === undefined) return isPart ? { what, actions: [] } : null;
	const action = alarmAt(scene, clock, label);
	return { what: "alarm", actions: action === null ? [] : [action] };
}

type Label = { label?: string };

function alarmAt({ times: { days }, moment }: Scene, clock: Clock, label: Label): Action | null {
	const at = !clock.isSure && (days.part ?? 0) >= 780 && clock.at < 720 ? clock.at + 720 : clock.at;
	if (days.days > 0) return { do: "alarm", at, days: days.days, ...label };
	if (days.weekday === 0 && days.day === undefined) return { do: "alarm", at, ...label };
	if (moment === undefined) return days.day === 1 ? { do: "alarm", at, ...label } : null;
	const day = days.day ?? daysAhead(days.weekday, moment, at);
	const isNext = day === (at > moment.nowMinutes ? 0 : 1);
	return isNext ? { do: "alarm", at, ...label } : { do: "remind", day, at, ...label };
}

function daysAhead(weekday: number, { today, nowMinutes }: Moment, at: number): number {
	const ahead = (Math.log2(weekday) - ((new Date(today).getUTCDay() + 6) % 7) + 7) % 7;
	return ahead === 0 && at <= nowMinutes ? 7 : ahead;
}

/** `tell me in an hour`: with any other time it asks to be told something. */
function isLater({ tokens, times: { lengths, clocks } }: Scene): boolean {
	return clocks.length === 0 && lengths.some(({ from, end }) => is(tokens[from - 1], "in") || is(tokens[end], "in"));
}

function remindOf(scene: Scene): Sense | null {
	const { times, heard, tokens, language, has, first } = scene;
	const label = nameIn(heard, taker(scene, ["remind", "tell", "every"]));
	const [length] = times.lengths;
	const [clock] = times.clocks;
	if (clock === undefined && length !== undefined)
		return { what: "remind", actions: [{ do: "remind", seconds: length.seconds, ...label }] };
	const { days } = times;
	const isDay = days.day !== undefined || days.weekday > 0 || days.days > 0 || days.part !== undefined;
	const at = clock?.at ?? (isDay ? (days.part ?? 480) : undefined);
	const isFirst =
		!VERB_LAST.includes(language) && tokens.slice(0, first("remind")).every(({ told }) => told.length > 0);
	if (at === undefined) return isFirst && !has("ask") ? { what: "remind", actions: [] } : null;
	const action = remindAt(scene, { at, isSure: clock === undefined || clock.isSure }, label);
	return { what: "remind", actions: action === null ? [] : [action] };
}

/** Hours up to six that nobody said to be of the morning are of the afternoon. */
const EARLY = 7 * 60;

function remindAt(
	{ times: { days, clocks }, tokens, language, moment }: Scene,
	{ at, isSure }: { at: number; isSure: boolean },
	label: Label,
): Action | null {
	const isDigits = clocks.some(({ from, end }) =>
		tokens.slice(from, end).some((token) => valueAs(token, "clock") !== undefined),
	);
	const isOpen = !isSure && at < 720 && !(isDigits && language !== "en-US");
	const isLate = isOpen && ((days.part ?? 0) >= 780 || (days.part === undefined && at < EARLY && at >= 60));
	const time = isLate ? at + 720 : at;
	if (days.days > 0) return { do: "alarm", at: time, days: days.days, ...label };
	if (moment === undefined) return null;
	const isPast = time <= moment.nowMinutes;
	if (days.weekday > 0) return { do: "remind", day: daysAhead(days.weekday, moment, time), at: time, ...label };
	if (days.day === undefined) return { do: "remind", day: Number(isPast), at: time, ...label };
	if (days.day > 0 || !isPast) return { do: "remind", day: days.day, at: time, ...label };
	const evening = time + 720;
	return isOpen && evening < 1440 && evening > moment.nowMinutes
		? { do: "remind", day: 0, at: evening, ...label }
		: null;
}

/** Whether a word is no part of a name: it is one of these kinds, or tells when. */
function taker(
	{ tokens, times: { lengths, clocks, days } }: Scene,
	kinds: WordKind[],
): (token: Token, at: number) => boolean {
	const spans = [...lengths, ...clocks, ...days.spans];
	return (token, at) => {
		if (spans.some(({ from, end }) => at >= from && at < end)) return true;
		const isBeside = spans.some(({ from, end }) => at === from - 1 || at === end);
		if (isBeside && is(token, "in", "at", "oclock", "past") && !is(token, "remind")) return true;
		return is(token, ...kinds) && tokens.length > 0;
	};
}

const EDGES: readonly WordKind[] = [
	"glue",
	"in",
	"at",
	"to",
	"and",
	"set",
	"every",
	"one",
	"count",
	"past",
	"oclock",
	"list",
	"ask",
	"minus",
];

/** What is left of a question, without what says nothing at its edges. */
function nameIn({ tokens, plain }: Heard, isTaken: (token: Token, at: number) => boolean): Label {
	const names: string[] = [];
	for (let from = 0; from < tokens.length; from++) {
		let end = from;
		while (end < tokens.length && !isTaken(tokens[end] as Token, end)) end++;
		const name = trimmed(tokens.slice(from, end));
		const [first] = name;
		const last = name[name.length - 1];
		if (first !== undefined && last !== undefined) names.push(wordsSaid(plain, first.from, last.end));
		from = end;
	}
	const said = names.join(" ");
	return said === "" ? {} : labelOf(said.charAt(0).toUpperCase() + said.slice(1));
}

/** Kinds that are words of a name too. */
const NAMING: readonly WordKind[] = ["calendar", "weather", "phone", "sport", "cancel", "open", "note"];

function trimmed(tokens: readonly Token[]): readonly Token[] {
	if (!tokens.some((token) => token.told.length === 0 || is(token, ...NAMING))) return [];
	const isEdge = (at: number) => is(tokens[at], ...EDGES) || (is(tokens[at], "number") && is(tokens[at + 1], "count"));
	let [from, end] = [0, tokens.length];
	while (from < end && isEdge(from)) from++;
	while (end > from && isEdge(end - 1)) end--;
	return tokens.slice(from, end);
}

const THAT = /^[\s:,،、]*(?:(?:that|dass|que|che|że|что|أن|कि)\s+|qu')?/iu;

/** What is to be kept stands behind the word for keeping, in some languages before it. */
function noteOf({ tokens, heard: { plain }, first }: Scene): Sense | null {
	const at = first("note");
	const [word, last] = [tokens[at], tokens[tokens.length - 1]];
	if (word === undefined || last === undefined) return null;
	const before = wordsSaid(plain, tokens[0]?.from ?? 0, word.from);
	const after = wordsSaid(plain, word.end, plain.text.length).replace(THAT, "");
	const text = clip(after.length >= before.length ? after : before.replace(/[\s,،、]+$/, ""), NOTE_LIMIT);
	return text === "" ? null : { what: "note", actions: [{ do: "note", text }] };
}
