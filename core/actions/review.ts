/**
 * What is to be put right between the deeds and the watch's alarms, after anything may have happened: a kill between two writes,
 * a restart, hours without power, a clock that was set. Owns the decision; `device/deeds.ts` does it. Pure. What a person may
 * expect: what is set rings; what rang unheard, or was due while the watch was off, is shown as missed once; what they cancelled
 * stays silent.
 */
import { type Deed, isPending, movedTo } from "./deed.ts";
import { nextAt } from "./when.ts";

/** It rings for so long, then once more after so long. */
export const RING_MS = 60_000;
const AGAIN_MS = 5 * 60_000;
/** Rings that nobody stopped until it counts as missed. */
export const RINGS_UNHEARD = 2;

/** What was due no longer ago rings late; after that it is missed. An alarm that comes itself may be later. */
export const LATE_MS = 60_000;
export const LATE_ALARM_MS = 10 * 60_000;
/** An alarm may come this much early. */
const EARLY_MS = 5_000;

/**
 * `listed`: the ids of the watch's alarms, null where it does not say. `others`: those that ring for nobody. `lateMs`: what was due
 * longer ago is missed.
 */
export type World = {
	now: number;
	offset: number;
	listed: readonly number[] | null;
	others: readonly number[];
	lateMs: number;
};

/** `orphans`: alarms that nothing names any more. `isChanged`: the deeds are others than before, or one is yet to be set. */
export type Review = { deeds: Deed[]; orphans: number[]; isChanged: boolean };

export function review(deeds: readonly Deed[], world: World): Review {
	const next = deeds.flatMap((deed) => reviewed(deed, world));
	const isChanged = next.some((deed, at) => deed !== deeds[at] || deed.state === "doing");
	return { deeds: next, orphans: orphansOf(next, world), isChanged };
}

function orphansOf(deeds: readonly Deed[], { listed, others }: World): number[] {
	const named = deeds.filter(isPending).map(({ alarm }) => alarm);
	return (listed ?? []).filter((id) => !named.includes(id) && !others.includes(id));
}

function reviewed(deed: Deed, world: World): Deed[] {
	if (!isPending(deed)) return [deed];
	const { now, offset, listed, lateMs } = world;
	const { at = 0, alarm = 0, rung = 0, rangAt = 0 } = deed;
	if (rung >= RINGS_UNHEARD) return [Math.abs(now - rangAt) < RING_MS ? deed : missed(deed)];
	if (deed.offset !== undefined && deed.offset !== offset) return reviewed(movedTo(deed, offset), world);
	if (at < now - lateMs)
		return deed.days === undefined ? [missed(deed)] : [advanced(deed, now, offset), missed(alone(deed))];
	const isLost = deed.state === "set" && at > now && listed?.includes(alarm) === false;
	return [isLost ? withoutAlarm(deed) : deed];
}

function missed(deed: Deed): Deed {
	return { ...deed, state: "missed", due: deed.due ?? deed.at ?? 0 };
}

/** One that comes again on other days goes on to the next of them. */
function advanced(deed: Deed, now: number, offset: number): Deed {
	return { ...deed, at: nextAt(deed.minutes ?? 0, deed.days, Math.max(now, deed.at ?? 0), offset) };
}

/** The one time of it that is due now, as a deed of its own. */
function alone({ key, do: what, label, at = 0 }: Deed): Deed {
	return { key: `${key}~${at}`, do: what, label, state: "doing", at };
}

function withoutAlarm({ alarm: _, ...deed }: Deed): Deed {
	return { ...deed, state: "doing" };
}

/** Those that ring now, or go on to: one that was begun by a page that is gone rings on for its time. */
export function dueNow(deeds: readonly Deed[], now: number): Deed[] {
	return deeds.filter((deed) => isPending(deed) && (isRinging(deed, now) || (deed.at ?? 0) <= now + EARLY_MS));
}

function isRinging({ rung = 0, rangAt = 0 }: Deed, now: number): boolean {
	return rung > 0 && Math.abs(now - rangAt) < RING_MS;
}

export function missedOf(deeds: readonly Deed[]): Deed[] {
	return deeds.filter(({ state }) => state === "missed");
}

/**
 * It begins to ring: should nobody come, it rings once more, which is set before anybody hears anything. Gives the key of what
 * rings, which is another where it comes again on other days.
 */
export function begun(deeds: readonly Deed[], deed: Deed, now: number, offset: number): { deeds: Deed[]; key: string } {
	if (isRinging(deed, now)) return { deeds: [...deeds], key: deed.key };
	const one = deed.days === undefined ? deed : alone(deed);
	const { alarm: _, minutes: __, offset: ___, ...rest } = one;
	const rung = (deed.rung ?? 0) + 1;
	const last = rung >= RINGS_UNHEARD;
	const ringing: Deed = {
		...rest,
		state: last ? "set" : "doing",
		at: last ? now : now + AGAIN_MS,
		due: deed.due ?? deed.at ?? now,
		rung,
		rangAt: now,
	};
	const next = deeds.flatMap((other) => {
		if (other.key !== deed.key) return [other];
		return deed.days === undefined ? [ringing] : [advanced(deed, now, offset), ringing];
	});
	return { deeds: next, key: ringing.key };
}

/** It has come to this end. Its alarm is named by nothing any more. */
export function ended(
	deeds: readonly Deed[],
	isMeant: (deed: Deed) => boolean,
	state: "over" | "undone" | "missed",
): Deed[] {
	return deeds.map((deed) => {
		if (!isMeant(deed) || !(isPending(deed) || deed.state === "missed")) return deed;
		const { alarm: _, ...rest } = deed;
		return { ...rest, state };
	});
}

/** It rings again in a while, as if it had not rung. */
export function snoozed(deeds: readonly Deed[], key: string, now: number): Deed[] {
	return deeds.map((deed) => {
		if (deed.key !== key || !isPending(deed)) return deed;
		const { alarm: _, rung: __, rangAt: ___, ...rest } = deed;
		return { ...rest, state: "doing", at: now + AGAIN_MS };
	});
}
