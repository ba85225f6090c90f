/**
 * The steps of a question that is spoken: to the watch's own dictation or to its recorder, from the first touch until what
 * was understood is confirmed. As pure as `state.ts`, which decides when they are taken.
 */
import { VOICE_LIMIT_MS } from "../core/wire/protocol.ts";
import { countOn } from "./kit/elapsed.ts";
import type { Effect, Sent, State, Step, View, Way } from "./model.ts";

export function same(state: State): Step {
	return { state, effects: [] };
}

export function to(state: State, view: View, ...effects: Effect[]): Step {
	return { state: { ...state, view }, effects };
}

/** Recording is in vain where nobody could listen to it. */
export function waysNow({ ways, look }: Pick<State, "ways" | "look">): readonly Way[] {
	return look.deaf === true ? ways.filter((way) => way !== "record") : ways;
}

export function type(state: State, way: Way, now: number): Step {
	if (way !== "record") return to(state, { kind: "typing" }, { kind: "type", way });
	return to(
		state,
		{ kind: "recording", since: now, seconds: 0, stage: "opening" },
		{ kind: "record" },
		{ kind: "hold" },
	);
}

export function listening(state: State, records: boolean, now: number): Step {
	const { view } = state;
	if (view.kind !== "recording" || view.stage !== "opening") return same(state);
	if (records) return to(state, { ...view, stage: "listening", since: now });
	return to(state, { kind: "fault", id: "", question: "", fault: { code: "no-microphone" } }, { kind: "release" });
}

export function spoken(state: State): Step {
	const { view } = state;
	if (view.kind !== "recording" || view.stage !== "listening") return same(state);
	return to(state, { ...view, stage: "ending" }, { kind: "record-end" });
}

export function sent(state: State, { id, at, total }: Sent & { id: string }): Step {
	const { view } = state;
	if (view.kind !== "waiting" || view.id !== id) return same(state);
	const { sent: before, ...rest } = view;
	if (at < total) return to(state, { ...rest, sent: { at, total } });
	return before === undefined ? same(state) : to(state, rest, { kind: "hold" });
}

export function confirm(state: State, now: number): Step {
	const { view } = state;
	if (view.kind !== "heard") return same(state);
	const { id, text } = view;
	const waiting: View = { kind: "waiting", id, question: text, since: now, seconds: 0 };
	return to(state, waiting, { kind: "confirm", id, text }, { kind: "hold" });
}

/** What was understood is shown before it is asked. */
export function heard(state: State, id: string, text: string): Step {
	if (state.view.kind !== "waiting" || state.view.id !== id) return same(state);
	return to(state, { kind: "heard", id, text }, { kind: "release" }, { kind: "buzz" });
}

/** After half a minute nothing more is heard. */
export function tickAloud(state: State, view: View & { kind: "recording" }, now: number): Step {
	if (view.stage !== "listening") return same(state);
	const counted = countOn(view, now);
	const next = { ...state, view: counted };
	return counted.seconds * 1000 >= VOICE_LIMIT_MS ? spoken(next) : { state: next, effects: [] };
}
