/**
 * Holds the screen while a question is open. Owns both holds and their release. Rule: who holds releases, in every end
 * and when the page is destroyed; the watch's own times apply the rest of the time.
 */
import {
	pauseDropWristScreenOff,
	resetDropWristScreenOff,
	resetPageBrightTime,
	setPageBrightTime,
	setWakeUpRelaunch,
} from "@zos/display";
import { Screen } from "@zos/sensor";
import { attempt } from "./guard.ts";

const SCREEN_OFF = 2;

/** Without `relaunch` the app ends 10 s after the screen goes off (DOC display/setWakeUpRelaunch.mdx). */
export function hold(ms: number): void {
	attempt(() => setPageBrightTime({ brightTime: ms }));
	attempt(() => pauseDropWristScreenOff({ duration: ms }));
	attempt(() => setWakeUpRelaunch({ relaunch: true }));
}

export function release(): void {
	attempt(() => resetPageBrightTime());
	attempt(() => resetDropWristScreenOff());
	attempt(() => setWakeUpRelaunch({ relaunch: false }));
}

/** True where the watch does not say: then the screen counts as on. */
export function isScreenOn(): boolean {
	return attempt(() => new Screen().getStatus()) !== SCREEN_OFF;
}
