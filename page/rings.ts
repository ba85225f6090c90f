/** The list of what is set: timers, alarms, reminders, each with a way to cancel it. A run of the page `act` of its own. */
import { type Deed, pendingOf } from "../core/actions/deed.ts";
import { ended } from "../core/actions/review.ts";
import { putRight, readDeeds } from "../device/deeds.ts";
import { files } from "../device/files.ts";
import type { Swipe } from "../device/gestures.ts";
import { tools } from "./kit/desk.ts";
import { go } from "./kit/go.ts";
import { lookNow } from "./kit/look.ts";
import type { Tap } from "./kit/model.ts";
import { draw, openScreen } from "./kit/screen.ts";
import { tellingNow } from "./kit/telling.ts";
import { RINGS_SHOWN, ringsView } from "./views/rings-view.ts";

const { accent } = lookNow();
let rings: Deed[] = [];
let at = 0;

export function openRings(): void {
	rings = pendingOf(readDeeds(files));
	openScreen(tapped, swiped, turn);
	paint();
}

function swiped(swipe: Swipe): boolean {
	if (swipe === "right") home();
	else turn(swipe === "down" ? -1 : 1);
	return true;
}

function turn(by: 1 | -1): void {
	const next = Math.max(0, Math.min(pagesNow() - 1, at + by));
	if (next === at) return;
	at = next;
	paint();
}

function pagesNow(): number {
	return Math.max(1, Math.ceil(rings.length / RINGS_SHOWN));
}

function tapped(tap: Tap): void {
	if (tap.kind === "drop") drop(tap.key);
	else if (tap.kind === "home") home();
}

/** A disk that does not take it leaves it set, and shows it so. */
function drop(key: string): void {
	const deeds = readDeeds(files);
	rings = pendingOf(
		putRight(
			files,
			ended(deeds, (deed) => deed.key === key, "undone"),
		) ?? deeds,
	);
	at = Math.min(at, pagesNow() - 1);
	paint();
}

function home(): void {
	go("index", { kind: "home" });
}

function paint(): void {
	const shown = rings.slice(at * RINGS_SHOWN, (at + 1) * RINGS_SHOWN);
	draw(ringsView({ rings: shown, at, pages: pagesNow() }, tellingNow(), accent, tools));
}
