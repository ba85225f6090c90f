/**
 * What an answer asks the watch to do. Owns the kinds of actions, their bounds and their shape; when and how one is done is the
 * watch's. Rule: what is no whole action of a known kind does nothing, and says nothing.
 */
import type { Fields } from "../json.ts";
import { type MessageOf, trust } from "../wire/fields.ts";

/** Most actions of one answer, the longest label of one, and the longest note, in UTF-16 units. */
export const ACTIONS_MAX = 3;
export const ACTION_LABEL_LIMIT = 32;
export const NOTE_LIMIT = 240;

/** Nothing rings later than a year from now. */
export const RING_LIMIT_SECONDS = 31_536_000;

export const NATIVE_APPS = ["timer", "alarm", "calendar", "weather", "find-phone", "sport"] as const;

/** An app of the watch itself. */
export type NativeApp = (typeof NATIVE_APPS)[number];

export function isNativeApp(value: unknown): value is NativeApp {
	return NATIVE_APPS.some((app) => app === value);
}

/**
 * `at` is minutes since local midnight, `seconds` counts from when the question was asked. `days` of an alarm are the days of the
 * week on which it rings, 1 for Monday, 2 for Tuesday and so on to 64 for Sunday, added up; without them it rings once, when it is
 * next so late. A reminder comes either in `seconds`, or at `at` of the day that is `day` days from today. `cancel` names what was
 * set by its label, or by its kind, or is without a label and means all. The keeping of a `note` is the person's to allow.
 */
export const ACTIONS = {
	timer: `timer seconds:count${RING_LIMIT_SECONDS} label?:text${ACTION_LABEL_LIMIT}`,
	alarm: `alarm at:count1439 days?:count127 label?:text${ACTION_LABEL_LIMIT}`,
	remind: `remind seconds?:count${RING_LIMIT_SECONDS} day?:count365 at?:count1439 label?:text${ACTION_LABEL_LIMIT}`,
	list: "list",
	cancel: `cancel label?:text${ACTION_LABEL_LIMIT}`,
	open: "open app:app",
	note: `note text:text${NOTE_LIMIT}`,
} as const;

/** Kinds that actions have of their own. */
type ActionKinds = { app: NativeApp };

export type ActionName = keyof typeof ACTIONS;

export const ACTION_NAMES = [
	"timer",
	"alarm",
	"remind",
	"list",
	"cancel",
	"open",
	"note",
] as const satisfies readonly ActionName[];

type ActionOf<Name extends ActionName> = { do: Name } & MessageOf<(typeof ACTIONS)[Name], ActionKinds>;

export type Action = { [Name in ActionName]: ActionOf<Name> }[ActionName];

/** What an action says of itself has to make sense as a whole. */
export function isAction(value: Fields): value is Fields & Action {
	switch (value.do) {
		case "timer":
			return isAhead(value.seconds);
		case "alarm":
			return typeof value.at === "number";
		case "remind":
			return value.at === undefined
				? isAhead(value.seconds)
				: typeof value.at === "number" && value.seconds === undefined;
		case "open":
			return isNativeApp(value.app);
		case "note":
			return typeof value.text === "string" && value.text !== "";
		default:
			return value.do === "list" || value.do === "cancel";
	}
}

function isAhead(seconds: unknown): boolean {
	return typeof seconds === "number" && seconds > 0;
}

/** The action of a list that came over the link from a phone that holds to the bounds; null where it is none that is known. */
export function actionFromList(value: unknown): Action | null {
	if (!Array.isArray(value)) return null;
	for (const [name, line] of Object.entries(ACTIONS)) {
		if (value[0] !== name) continue;
		const action: Fields = { do: name, ...trust(line, value) };
		return isAction(action) ? action : null;
	}
	return null;
}
