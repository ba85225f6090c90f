/** Clock, timers and log: what the prelude itself asks for. */

import type { Operations } from "../context.ts";
import { type LogLevel, wallTime } from "../system.ts";
import { isRef, numberOr } from "../values.ts";

const LEVELS: readonly string[] = ["log", "debug", "info", "warn", "error"] satisfies LogLevel[];

function levelOf(value: unknown): LogLevel {
	const isLevel = (text: unknown): text is LogLevel => typeof text === "string" && LEVELS.includes(text);
	return isLevel(value) ? value : "log";
}

export const SYSTEM_OPERATIONS: Operations = {
	"clock.now": ({ system }) => wallTime(system),
	log: (app, level, tag, text) => app.log(levelOf(level), String(tag), String(text)),
	"timer.start": (app, repeat, ref, ms) => (isRef(ref) ? app.timers.start(repeat === true, ref, numberOr(ms, 0)) : 0),
	"timer.stop": (app, id) => app.timers.stop(numberOr(id, 0)),
};
