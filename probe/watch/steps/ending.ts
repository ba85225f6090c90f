/** Steps `memory` and `wrist`: those that may end the app. What an ended one left on the disk is its result. */
import { setWakeUpRelaunch } from "@zos/display";
import { pause } from "../link.ts";
import { ask, say } from "../screen.ts";
import { yesNo } from "../words.ts";
import type { Step } from "./step.ts";

const KB = 1_024;
const STEP_KB = 64;
const MOST_KB = 2_048;
const NO_DISK = "skipped: the disk keeps nothing";

export const memory: Step = async ({ trail, left }) => {
	if (left !== null) return `ended_at_kb=${left}`;
	if (!trail("0")) return NO_DISK;
	const held: Uint8Array[] = [];
	for (let kb = STEP_KB; kb <= MOST_KB; kb += STEP_KB) {
		trail(String(kb));
		say(`Taking memory: ${kb} KB. If the probe ends, open it again.`);
		// Written to, so that it is really there.
		held.push(new Uint8Array(STEP_KB * KB).fill(1));
		await pause(50);
	}
	return `held_kb=${held.length * STEP_KB}`;
};

/** DOC display/setWakeUpRelaunch: the app ends 10 s after the screen, and comes again when it lights up. */
export const wrist: Step = async ({ trail, left }) => {
	const back = "Did the probe come back by itself?";
	if (left !== null) return `process=new relaunched=${yesNo(await ask(back))}`;
	if (!trail("1")) return NO_DISK;
	setWakeUpRelaunch({ relaunch: true });
	await ask("Cover the screen until it is dark, wait 20 s, wake it. If the probe is gone, open it again.", {
		yes: "DONE",
		no: "",
	});
	return "process=same";
};
