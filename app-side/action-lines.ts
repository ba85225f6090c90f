/**
 * What a model's raw text asks the watch to do: lines that begin with `!!`, as core/ask/instructions.ts asks for them. Owns their
 * taking out of the text and their reading, in the dress that models give them; how an action's words are read is action-words.ts's,
 * whether the question may ask for one asked-for.ts's. Rule: a line of ours is never shown, and one that is no whole action, or
 * that nobody asked for, does nothing; code and a cry of prose stay in the text.
 *
 * `!! timer 600 Tea` · `!! alarm 07:30 mon,tue Work` · `!! remind +600 Call Ann` · `!! remind 1 09:00 Call Ann` · `!! list` ·
 * `!! cancel Tea` · `!! open weather` · `!! note Is vegetarian`; `!! run ...` is a plan (plan-format.ts).
 */
import { ACTIONS_MAX, type Action, type ActionName } from "../core/actions/action.ts";
import type { ActionTimes } from "./action-times.ts";
import { readAction, verbOf } from "./action-words.ts";
import { openLines } from "./own-lines.ts";

export type TakenActions = {
	/** The text without the lines that are ours. */
	text: string;
	actions: Action[];
	/** Of what kind the lines are that did nothing. */
	dropped: string[];
};

/** Signs that are the mark in one. */
const ONE_SIGN = /\u203c\ufe0f?|(?:&#33;){2}/g;
/** Dress, the mark, dress. One `!` is the habit of bots' commands, three a cry; both have to be whole actions. */
const LINE =
	/^[\s*_`"'•·>#|:~→([{«„“-]{0,12}(?:<\w{1,8}>)?(?:\d{1,2}[.)]\s{0,3})?[*_`"']{0,3}((?:\\?[!！]){1,3})(?![!！=\])])[*_`"']{0,3}([\s:]{0,12})(.*)$/;
/** A mark within a line, and where what follows it ends. */
const INNER = /(?:^|[\s;|.。,，])(?:\\?[!！]){2}(?![!！=])/g;
/** What says nothing without the line that is ours: `Action:`, `$`, a closing tag. */
const LEFT_OVER = /^[^\p{L}\d]*(?:\p{L}{1,12}[^\p{L}\d]*[:：])?[^\p{L}\d]*$/u;
const OTHER_MARK = /\s(?:@@|>>|%%)\s/;

/** `isWanted`: whether the question may ask for this action. */
export function takeActions(
	text: string,
	isWanted: (action: Action) => boolean,
	times: ActionTimes = {},
): TakenActions {
	if (!/[!！\u203c]|&#33;/.test(text)) return { text, actions: [], dropped: [] };
	const lines = text.split(/\r\n|\r|\n/);
	const isOpen = openLines(lines);
	const taken: TakenActions = { text: "", actions: [], dropped: [] };
	const kept = lines.flatMap((line, at) => {
		if (isOpen[at] !== true) return [line];
		const { rest, parts } = splitLine(line.replace(ONE_SIGN, "!!"), times);
		if (parts.length === 0) return [line];
		for (const part of parts) note(taken, part, isWanted);
		return LEFT_OVER.test(rest) ? [] : [rest];
	});
	taken.text = taken.actions.length + taken.dropped.length > 0 ? kept.join("\n") : text;
	return taken;
}

/** A line of ours: its action, or the verb of one that is none. */
type Part = { verb: ActionName | "run"; action: Action | null };

function note({ actions, dropped }: TakenActions, { verb, action }: Part, isWanted: (action: Action) => boolean): void {
	const isTwice = action !== null && actions.some((one) => JSON.stringify(one) === JSON.stringify(action));
	if (isTwice) return;
	if (action === null) dropped.push(`${verb}: not whole`);
	else if (!isWanted(action)) dropped.push(`${verb}: not asked for`);
	else if (actions.length >= ACTIONS_MAX) dropped.push(`${verb}: too many`);
	else actions.push(action);
}

/** What is left of a line, and what of it is ours. */
function splitLine(line: string, times: ActionTimes): { rest: string; parts: Part[] } {
	const whole = LINE.exec(line);
	if (whole !== null) {
		const [, mark = "", gap = "", said = ""] = whole;
		const { own, other } = upToMark(said);
		const parts = readParts(own, times);
		if (isOurs(parts, mark, gap)) return { rest: other, parts };
	}
	return splitInline(line, times);
}

/** One mark or three, or no space behind it, are ours only before a whole action that has a time. */
function isOurs(parts: readonly Part[], mark: string, gap: string): boolean {
	const [first] = parts;
	if (first === undefined) return false;
	const isPlain = mark.replace(/\\/g, "").length === 2 && gap !== "";
	return isPlain || (first.action !== null && isRinging(first.verb));
}

function upToMark(said: string): { own: string; other: string } {
	const at = said.search(OTHER_MARK);
	return at < 0 ? { own: said, other: "" } : { own: said.slice(0, at), other: said.slice(at).trim() };
}

/** Two at once: `timer 600 Tea !! timer 900 Eggs`, `timer 600 Tea; timer 900 Eggs`; a comma may be a label's own. */
const PARTING = /(?:\s(?:and|und|et|y|e|i|ve|и|و))?\s{0,4}(?:\\?[!！]){2}\s{0,4}|\s{0,4}[;|；｜]\s{0,4}(?=\p{L})/u;
const COMMA = /\s{0,4}[,，、،]\s{0,4}(?=\p{L})/u;

function readParts(said: string, times: ActionTimes): Part[] {
	const parts = partsOf(said, PARTING, times);
	const [first] = parts;
	const isOne = parts.length === 1 && first !== undefined && isRinging(first.verb);
	const others = isOne ? partsOf(said, COMMA, times) : [];
	return others.length > 1 && others.every(({ verb }) => isRinging(verb)) ? others : parts;
}

function isRinging(verb: Part["verb"]): boolean {
	return verb === "timer" || verb === "alarm" || verb === "remind";
}

function partsOf(said: string, parting: RegExp, times: ActionTimes): Part[] {
	const pieces = said.split(parting).filter((piece) => piece.trim() !== "");
	const [first, ...others] = pieces;
	const verb = verbOf(first ?? "");
	if (first === undefined || verb === null) return [];
	const isEach = others.every((piece) => readAction(piece, times) !== null);
	return (isEach ? pieces : [said]).map((piece) => ({ verb: verbOf(piece) ?? verb, action: readAction(piece, times) }));
}

/** At the end of the answer's own last line: `Four minutes. !! timer 240 Tea`. */
function splitInline(line: string, times: ActionTimes): { rest: string; parts: Part[] } {
	for (const found of line.slice(0, 2000).matchAll(INNER)) {
		const { own, other } = upToMark(line.slice(found.index + found[0].length));
		const parts = readParts(own.trim(), times);
		if (parts.length === 0 || parts.some(({ action }) => action === null)) continue;
		return { rest: `${line.slice(0, found.index + 1).trimEnd()} ${other}`.trim(), parts };
	}
	return { rest: line, parts: [] };
}

/** As lines, for a model that is to remember what it asked for. */
export function linesOf(actions: readonly Action[]): string[] {
	return actions.map(
		(action) => `!! ${[action.do, ...wordsOf(action)].filter((word) => word !== undefined).join(" ")}`,
	);
}

function wordsOf(action: Action): (string | number | undefined)[] {
	switch (action.do) {
		case "timer":
			return [action.seconds, action.label];
		case "alarm":
			return [clockOf(action.at), action.days === undefined ? undefined : daysOf(action.days), action.label];
		case "remind": {
			const { seconds, day = 0, at = 0, label } = action;
			return seconds === undefined ? [day, clockOf(at), label] : [`+${seconds}`, label];
		}
		case "cancel":
			return [action.label];
		case "open":
			return [action.app];
		case "note":
			return [action.text];
		case "list":
			return [];
	}
}

function clockOf(minutes: number): string {
	return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function daysOf(days: number): string {
	return DAYS.filter((_, at) => (days >> at) % 2 === 1).join(",");
}
