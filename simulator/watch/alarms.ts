/**
 * The watch's alarms (DOC alarm/set, cancel, getAllAlarms): what is to be opened when. Owns their ids, their repeating and
 * their staying over a restart. Rule: one that is stored keeps its id; one whose moment passed while the watch was off is gone.
 */
import type { Clock, Timer } from "../clock.ts";
import type { WatchStorage } from "./storage.ts";
import { isRecord } from "./values.ts";

export const REPEATS = {
	REPEAT_ONCE: 0,
	REPEAT_MINUTE: 1,
	REPEAT_HOUR: 2,
	REPEAT_DAY: 3,
	REPEAT_WEEK: 4,
	REPEAT_MONTH: 5,
	REPEAT_YEAR: 6,
} as const;

/** Joined by `|` for several days. */
export const WEEK_DAYS = {
	WEEK_MON: 1,
	WEEK_TUE: 2,
	WEEK_WED: 4,
	WEEK_THU: 8,
	WEEK_FRI: 16,
	WEEK_SAT: 32,
	WEEK_SUN: 64,
} as const;

export type Alarm = {
	readonly id: number;
	/** Of the app that set it. */
	readonly owner: number;
	/** Of the app that is opened. */
	readonly appId: number;
	/** A page or an App Service. */
	readonly url: string;
	readonly param?: string;
	/** ms since the epoch, by the watch's own clock: the first time. */
	readonly first: number;
	readonly isStored: boolean;
	/** One of REPEATS. */
	readonly repeat: number;
	/** Of the units of `repeat`: so many with a ring, then so many without. */
	readonly loud: number;
	readonly quiet: number;
	/** WEEK_DAYS joined. */
	readonly days: number;
	/** Outside of them it is silent, ms since the epoch. */
	readonly from: number | null;
	readonly until: number | null;
};

export type NewAlarm = Omit<Alarm, "id">;

/** Under this number the watch's own things are in its storage. */
const SYSTEM = 0;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const UNIT_MS: Readonly<Record<number, number>> = {
	[REPEATS.REPEAT_MINUTE]: MINUTE_MS,
	[REPEATS.REPEAT_HOUR]: 60 * MINUTE_MS,
	[REPEATS.REPEAT_DAY]: DAY_MS,
};
/** A day of the week comes after seven at the latest, 29 February after eight years. */
const STEPS_MAX = 12 * 9;

export type AlarmOptions = {
	clock: Clock;
	storage: WatchStorage;
	/** What the watch takes for the time. */
	now(): number;
	utcOffsetMinutes: number;
	ring(alarm: Alarm): void;
};

export class Alarms {
	readonly #options: AlarmOptions;
	readonly #pending = new Map<number, { alarm: Alarm; at: number; timer: Timer }>();
	#lastId = 0;

	constructor(options: AlarmOptions) {
		this.#options = options;
		this.#restore();
	}

	/** The id, or 0 where it would never ring. */
	set(wanted: NewAlarm): number {
		const at = nextRing(wanted, this.#options.now(), this.#options.utcOffsetMinutes);
		if (at === null) return 0;
		const alarm = { ...wanted, id: ++this.#lastId };
		this.#arm(alarm, at);
		this.#keep();
		return alarm.id;
	}

	/** False for an id that is none of the app's, or has rung for the last time. */
	cancel(owner: number, id: number): boolean {
		const found = this.#pending.get(id);
		if (found?.alarm.owner !== owner) return false;
		found.timer.cancel();
		this.#pending.delete(id);
		this.#keep();
		return true;
	}

	/** The ids of those that `owner` has set and that are still to ring. */
	idsOf(owner: number): number[] {
		return this.all()
			.filter(({ alarm }) => alarm.owner === owner)
			.map(({ alarm }) => alarm.id);
	}

	/** With the next time that each rings, ms since the epoch. */
	all(): { alarm: Alarm; at: number }[] {
		return [...this.#pending.values()].map(({ alarm, at }) => ({ alarm, at }));
	}

	/** The watch goes off and on: what is not stored is forgotten. */
	restart(): void {
		this.dispose();
		this.#restore();
	}

	dispose(): void {
		for (const { timer } of this.#pending.values()) timer.cancel();
		this.#pending.clear();
	}

	#arm(alarm: Alarm, at: number): void {
		const timer = this.#options.clock.after(Math.max(0, at - this.#options.now()), () => this.#due(alarm, at));
		this.#pending.set(alarm.id, { alarm, at, timer });
	}

	#due(alarm: Alarm, at: number): void {
		this.#pending.delete(alarm.id);
		const again = nextRing(alarm, at, this.#options.utcOffsetMinutes);
		if (again !== null) this.#arm(alarm, again);
		this.#keep();
		this.#options.ring(alarm);
	}

	#keep(): void {
		const stored = this.all().filter(({ alarm }) => alarm.isStored);
		this.#options.storage.writeText(SYSTEM, JSON.stringify({ lastId: this.#lastId, alarms: stored }));
	}

	#restore(): void {
		const kept: unknown = JSON.parse(this.#options.storage.readText(SYSTEM) ?? "{}");
		if (!isRecord(kept) || !Array.isArray(kept.alarms)) return;
		this.#lastId = Number(kept.lastId);
		const now = this.#options.now();
		// Only #keep writes there.
		for (const { alarm, at } of kept.alarms as { alarm: Alarm; at: number }[]) {
			const next = at > now ? at : nextRing(alarm, now, this.#options.utcOffsetMinutes);
			if (next !== null) this.#arm(alarm, next);
		}
	}
}

/** The first moment after `after` at which it rings, ms since the epoch, or null where there is none. */
export function nextRing(alarm: NewAlarm, after: number, utcOffsetMinutes: number): number | null {
	const { repeat, from, until } = alarm;
	const begin = from === null ? after : Math.max(after, from - 1);
	const at = repeat === REPEATS.REPEAT_ONCE ? onceAfter(alarm, after) : repeatAfter(alarm, begin, utcOffsetMinutes);
	return at === null || (until !== null && at > until) ? null : at;
}

function onceAfter({ first }: NewAlarm, after: number): number | null {
	return first > after ? first : null;
}

function repeatAfter(alarm: NewAlarm, after: number, utcOffsetMinutes: number): number | null {
	const unit = UNIT_MS[alarm.repeat];
	if (unit !== undefined) return unitAfter(alarm, after, unit);
	for (let step = 0; step <= STEPS_MAX; step++) {
		const at = calendarStep(alarm, after, step, utcOffsetMinutes);
		if (at !== null && at > after && at >= alarm.first) return at;
	}
	return null;
}

/** Minutes, hours and days: `loud` of them with a ring, then `quiet` without. */
function unitAfter({ first, loud, quiet }: NewAlarm, after: number, unit: number): number {
	if (first > after) return first;
	let step = Math.floor((after - first) / unit) + 1;
	const cycle = loud + quiet;
	if (step % cycle >= loud) step += cycle - (step % cycle);
	return first + step * unit;
}

/** Weeks, months and years keep the local time of day. A month without that day is passed over. */
function calendarStep(alarm: NewAlarm, after: number, step: number, utcOffsetMinutes: number): number | null {
	const { first, repeat, days } = alarm;
	const offset = utcOffsetMinutes * MINUTE_MS;
	const start = new Date(first + offset);
	const base = new Date(Math.max(first, after) + offset);
	const timeOfDay = (first + offset) % DAY_MS;
	if (repeat === REPEATS.REPEAT_WEEK) {
		const day = Math.floor(base.getTime() / DAY_MS) + step;
		// 1 January 1970 was a Thursday; Monday is bit 0.
		const bit = 1 << ((day + 3) % 7);
		const wanted = days === 0 ? 1 << ((Math.floor(start.getTime() / DAY_MS) + 3) % 7) : days;
		return (wanted & bit) === 0 ? null : day * DAY_MS + timeOfDay - offset;
	}
	const isYearly = repeat === REPEATS.REPEAT_YEAR;
	const year = base.getUTCFullYear() + (isYearly ? step : 0);
	const month = isYearly ? start.getUTCMonth() : base.getUTCMonth() + step;
	const at = new Date(Date.UTC(year, month, start.getUTCDate()) + timeOfDay);
	return at.getUTCDate() === start.getUTCDate() ? at.getTime() - offset : null;
}
