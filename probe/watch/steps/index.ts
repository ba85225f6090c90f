/** The steps that the app's page runs, in their order. The face and the workout extension have theirs. */
import type { StepName } from "../../steps.ts";
import { disk } from "./disk.ts";
import { memory, wrist } from "./ending.ts";
import { exportsOfPage, launchOfPage } from "./exports.ts";
import { dictation, microphone } from "./input.ts";
import { closing, second, sending, shaking, speed, stale } from "./link.ts";
import { fetching, redirects, settingsPage, storage } from "./phone.ts";
import type { Step } from "./step.ts";
import { refreshing, touching } from "./widgets.ts";

export const PAGE_STEPS: readonly (readonly [StepName, Step])[] = [
	["exports", exportsOfPage],
	["refresh", refreshing],
	["touch", touching],
	["launch", launchOfPage],
	["stale", stale],
	["shake", shaking],
	["close", closing],
	["send", sending],
	["second", second],
	["speed", speed],
	["microphone", microphone],
	["dictation", dictation],
	["wrist", wrist],
	["disk", disk],
	["memory", memory],
	["storage", storage],
	["settings", settingsPage],
	["fetch", fetching],
	["redirects", redirects],
];
