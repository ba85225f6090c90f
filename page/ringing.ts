/**
 * The page that rings: what is due, one after the other, until somebody touches it or a minute is over; and what was missed, once.
 * The watch's alarm opens it, whatever was there before. Rule: the deeds say what rings, not the alarm that came: so one that comes
 * twice rings once. That it rings once more, should nobody come, is set before anybody hears anything.
 */
import type { Deed } from "../core/actions/deed.ts";
import {
	begun,
	dueNow,
	ended,
	LATE_ALARM_MS,
	missedOf,
	RING_MS,
	RINGS_UNHEARD,
	snoozed,
} from "../core/actions/review.ts";
import { openEntries } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import { DEFAULT_ACCENT } from "../core/ink.ts";
import { now } from "../device/clock.ts";
import { putRight, readDeeds } from "../device/deeds.ts";
import { hold, release } from "../device/display.ts";
import { files } from "../device/files.ts";
import { readLook } from "../device/glance-store.ts";
import { buzz, buzzStrongly } from "../device/haptics.ts";
import { entriesOf } from "../device/journal.ts";
import { leaveApp } from "../device/pages.ts";
import { timers } from "../device/timers.ts";
import { utcOffset } from "../device/zone.ts";
import { journal, run, tools } from "./kit/desk.ts";
import { go, leavePage, onLeave } from "./kit/go.ts";
import type { Tap } from "./kit/model.ts";
import { draw, openScreen } from "./kit/screen.ts";
import { tellingNow } from "./kit/telling.ts";
import { ringView } from "./views/ring-view.ts";

/** A buzz takes 1.2 s. */
const BUZZ_MS = 2_000;
/** The screen stays on a little longer than it rings. */
const HOLD_MS = RING_MS + 10_000;

const { accent } = readLook(files) ?? { accent: DEFAULT_ACCENT };
/** What rings, or was missed. */
let shown: Deed | null = null;
let until = 0;
let timer = 0;

export function openRinging({ kind }: Launch): void {
	onLeave(quiet);
	openScreen(tapped);
	run.mendedAt = now();
	next(putRight(files, readDeeds(files), kind === "ring" ? LATE_ALARM_MS : undefined) ?? readDeeds(files));
}

function quiet(): void {
	timers.clear(timer);
	timer = 0;
	release();
}

/** What rings goes before what was missed. */
function next(deeds: readonly Deed[]): void {
	quiet();
	const [due] = dueNow(deeds, now());
	const [missed] = missedOf(deeds);
	if (due !== undefined) ring(deeds, due);
	else if (missed !== undefined) {
		shown = missed;
		buzz();
		paint();
	} else leave();
}

function ring(deeds: readonly Deed[], due: Deed): void {
	const { deeds: wanted, key } = begun(deeds, due, now(), utcOffset(now()));
	// A disk that takes nothing keeps nobody from hearing it.
	const set = putRight(files, wanted, LATE_ALARM_MS) ?? wanted;
	shown = set.find((deed) => deed.key === key) ?? due;
	until = (shown.rangAt ?? now()) + RING_MS;
	hold(HOLD_MS);
	paint();
	buzzOn();
}

function buzzOn(): void {
	if (now() >= until || until - now() > RING_MS) {
		unheard();
		return;
	}
	buzzStrongly();
	timer = timers.set(buzzOn, BUZZ_MS);
}

/** Nobody came: it rings once more by its alarm, or was missed. */
function unheard(): void {
	const { key, rung = 0 } = shown ?? { key: "" };
	if (rung >= RINGS_UNHEARD)
		putRight(
			files,
			ended(readDeeds(files), (deed) => deed.key === key, "missed"),
			LATE_ALARM_MS,
		);
	shown = null;
	quiet();
	leave();
}

/** Back to a question that is open, else out of the app. */
function leave(): void {
	const isMissedShown = shown?.state === "missed";
	if (isMissedShown || openEntries(entriesOf(journal)).length > 0) go("index", { kind: "open" });
	else {
		leavePage();
		leaveApp();
	}
}

function tapped({ kind }: Tap): void {
	if (shown === null) return;
	const { key } = shown;
	const deeds = readDeeds(files);
	const wanted = kind === "snooze" ? snoozed(deeds, key, now()) : ended(deeds, (deed) => deed.key === key, "over");
	next(putRight(files, wanted, LATE_ALARM_MS) ?? without(deeds, key));
}

/** Where the disk takes nothing it is silent all the same, as long as this page is there. */
function without(deeds: readonly Deed[], key: string): Deed[] {
	return deeds.filter((deed) => deed.key !== key);
}

function paint(): void {
	if (shown !== null) draw(ringView(shown, tellingNow(), accent, tools));
}
