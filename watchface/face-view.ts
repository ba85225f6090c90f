/**
 * What the face says: a pure function of the glance file, the person's day and the moment. Owns which of the states a
 * person sees and their colours; the places are `core/face/face-layout.ts`'s. One function, since a face keeps each in its heap.
 */

import { FRESH_MS, type Glance, isAsking } from "../core/face/glance.ts";
import { personalLine, type Self } from "../core/face/personal-line.ts";
import { age } from "../core/text/age.ts";
import type { Say } from "../device/words.ts";

export type FaceView = {
	message: string;
	messageColor: number;
	note: string;
	noteColor: number;
	/** A fresh answer is there. */
	isFresh: boolean;
};

/** Answers are white, what the watch says by itself is softer, what waits or failed is dim. */
export const WHITE = 0xffffff;
export const SOFT = 0xd2d2d8;
export const DIM = 0xa6a6ad;
/** Wants the person to do something. */
export const AMBER = 0xffb454;

/** `isAlone`: there is no companion to open. */
export function faceView(
	{ state, accent, at, face }: Glance,
	self: Self,
	now: number,
	say: Say,
	isAlone = false,
): FaceView {
	const view: FaceView = { message: face, messageColor: DIM, note: "", noteColor: accent, isFresh: false };
	if (state === "absent") {
		view.message = say(isAlone ? "glance.install" : "glance.open-once");
		if (isAlone) view.messageColor = AMBER;
	} else if (state === "unready") {
		view.message = say("glance.no-key");
		view.messageColor = AMBER;
	} else if (state === "open" && isAsking(at, now)) {
		view.note = say("glance.asking");
	} else if (state === "open" || state === "faulted" || state === "over") {
		view.note = say(state === "over" ? "fault.over-budget" : "glance.failed");
		view.noteColor = AMBER;
	} else if (state === "answered" && now - at < FRESH_MS) {
		view.messageColor = WHITE;
		view.note = age(now - at, say);
		view.isFresh = view.note !== "";
	} else {
		const { key, n } = personalLine(self);
		view.message = say(key, { n });
		view.messageColor = SOFT;
		const last = state === "none" ? "" : age(now - at, say);
		view.note = last === "" ? say("glance.ready") : say("glance.last", { age: last });
		if (last !== "") view.noteColor = DIM;
	}
	return view;
}

const DAYS = ["day.1", "day.2", "day.3", "day.4", "day.5", "day.6", "day.7"] as const;

/** Day and date; nothing where the watch does not know them. */
export function dateLine(day: number, dayOfMonth: number, say: Say): string {
	const key = DAYS[day - 1];
	return key === undefined ? "" : say("day.date", { day: say(key), date: dayOfMonth });
}
