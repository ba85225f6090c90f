/**
 * What a person does in a run without a window, a line each: `tap TEXT`, `tap X,Y`, `hold TEXT`, `type TEXT`, `swipe up`,
 * `crown -30`, `key back`, `wait SECONDS`, `expect TEXT`, `expect-not TEXT`. Owns the words of such a script and what each does;
 * never how long is waited after it.
 */

import { UsageError } from "../../cli/command.ts";
import type { Desktop } from "../desktop.ts";
import { NotOnScreen, placeOf, textsOf } from "../person.ts";
import type { KeyName, SwipeDirection } from "../watch/fingers.ts";

/** A place on the screen in px, or a text that the screen shows. */
export type Place = { x: number; y: number } | { text: string };

export type Step =
	| { kind: "tap" | "hold"; place: Place }
	| { kind: "type"; text: string }
	| { kind: "swipe"; direction: SwipeDirection }
	| { kind: "crown"; degrees: number }
	| { kind: "key"; name: KeyName }
	| { kind: "wait"; seconds: number }
	| { kind: "expect" | "expect-not"; text: string };

const DIRECTIONS: readonly SwipeDirection[] = ["up", "down", "left", "right"];
const KEYS: readonly KeyName[] = ["back", "select", "home", "up", "down", "shortcut"];
const SECONDS_MAX = 86_400;
const WORDS = "tap, hold, type, swipe, crown, key, wait, expect or expect-not";

/** A script's steps. Empty lines and lines that begin with # say nothing. Throws UsageError with the line's number. */
export function parseSteps(script: string): Step[] {
	return script.split(/\r?\n/).flatMap((raw, index) => {
		const line = raw.trim();
		if (line === "" || line.startsWith("#")) return [];
		const step = parseStep(line);
		if (typeof step === "string") throw new UsageError(`line ${index + 1}: ${step}`);
		return [step];
	});
}

export function parsePlace(text: string): Place {
	const [, x, y] = /^(\d+),(\d+)$/.exec(text) ?? [];
	return x === undefined || y === undefined ? { text } : { x: Number(x), y: Number(y) };
}

/** The step, or in words why it is none. */
function parseStep(line: string): Step | string {
	const [word = "", ...others] = line.split(" ");
	const rest = others.join(" ").trim();
	switch (word) {
		case "tap":
		case "hold":
			return rest === "" ? `${word} needs a text or X,Y` : { kind: word, place: parsePlace(rest) };
		case "type":
			return { kind: word, text: rest };
		case "swipe": {
			const direction = DIRECTIONS.find((one) => one === rest);
			return direction ? { kind: word, direction } : `swipe goes ${DIRECTIONS.join(", ")}, not "${rest}"`;
		}
		case "crown":
			return rest === "" || Number.isNaN(Number(rest)) ? "crown needs degrees" : { kind: word, degrees: Number(rest) };
		case "key": {
			const name = KEYS.find((one) => one === rest);
			return name ? { kind: word, name } : `a key is ${KEYS.join(", ")}, not "${rest}"`;
		}
		case "wait":
			return rest !== "" && Number(rest) >= 0 && Number(rest) <= SECONDS_MAX
				? { kind: word, seconds: Number(rest) }
				: `wait takes 0 to ${SECONDS_MAX} seconds, not "${rest}"`;
		case "expect":
		case "expect-not":
			return rest === "" ? `${word} needs a text` : { kind: word, text: rest };
		default:
			return `"${word}" is no step; a step begins with ${WORDS}`;
	}
}

/** Does it; what went wrong, in words, or null. */
export function take({ watch }: Desktop, step: Step): string | null {
	try {
		switch (step.kind) {
			case "tap":
			case "hold": {
				const { x, y } = "text" in step.place ? placeOf(watch, step.place.text) : step.place;
				if (step.kind === "tap") watch.tap(x, y);
				else watch.longPress(x, y);
				return null;
			}
			case "type":
				return watch.type(step.text) ? null : `no keyboard is open for "${step.text}"`;
			case "swipe":
				watch.swipe(step.direction);
				return null;
			case "crown":
				watch.crown(step.degrees);
				return null;
			case "key":
				watch.key(step.name);
				return null;
			case "wait":
				return null;
			case "expect":
			case "expect-not":
				return judge(
					step,
					textsOf(watch).map(({ text }) => text),
				);
		}
	} catch (error) {
		if (error instanceof NotOnScreen || isNotModelled(error)) return error.message;
		throw error;
	}
}

/** A text is there if one that is drawn contains it. */
function judge(
	{ kind, text }: { kind: "expect" | "expect-not"; text: string },
	seen: readonly string[],
): string | null {
	const isThere = seen.some((drawn) => drawn.includes(text));
	if (isThere === (kind === "expect")) return null;
	return isThere ? `the screen shows "${text}"` : new NotOnScreen(text, seen).message;
}

export function isNotModelled(error: unknown): error is Error {
	return error instanceof Error && error.message.startsWith("not modelled");
}
