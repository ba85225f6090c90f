/** `@zos/display`: how long the screen stays on, and what happens when it goes off. */

import type { Operations } from "../context.ts";
import { isRecord, numberOr } from "../values.ts";

/** DOC display/*.mdx. */
const DEFAULT_BRIGHT_MS = 10_000;
const DEFAULT_WRIST_HOLD_MS = 30_000;
const BRIGHTNESS = 60;
const DONE = 0;

export const DISPLAY_OPERATIONS: Operations = {
	"@zos/display.setPageBrightTime"({ system }, option) {
		system.holdScreen(numberOr(isRecord(option) ? option.brightTime : undefined, DEFAULT_BRIGHT_MS));
		return DONE;
	},
	"@zos/display.resetPageBrightTime"({ system }) {
		system.holdScreen(null);
		return DONE;
	},
	"@zos/display.pauseDropWristScreenOff"({ system }, option) {
		const wanted = numberOr(isRecord(option) ? option.duration : undefined, DEFAULT_WRIST_HOLD_MS);
		system.holdWrist(wanted === 0 ? Number.POSITIVE_INFINITY : wanted);
		return DONE;
	},
	"@zos/display.resetDropWristScreenOff"({ system }) {
		system.holdWrist(null);
		return DONE;
	},
	"@zos/display.pausePalmScreenOff": () => DONE,
	"@zos/display.resetPalmScreenOff": () => DONE,
	"@zos/display.setWakeUpRelaunch": ({ system }, option) =>
		system.relaunchOnWake(isRecord(option) ? option.relaunch === true : option === true),
	"@zos/display.setScreenOff"({ system }) {
		system.screenOff();
		return DONE;
	},
	"@zos/display.getBrightness": () => BRIGHTNESS,
	"@zos/display.getAutoBrightness": () => true,
	"@zos/display.setBrightness": () => DONE,
	"@zos/display.setAutoBrightness": () => undefined,
	"@zos/display.getSettings": ({ system }) => ({
		screen: { status: system.screen() === "on" ? 1 : 2, duration: system.settings.brightTimeMs / 1000 },
		wrist: { speed: 0, model: 1, startTime: 0, endTime: 0 },
		standby: { style: 1, model: system.settings.aod ? 1 : 0, startTime: 0, endTime: 0 },
	}),
};
