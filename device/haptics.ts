/** Tells the wrist that something is there. Owns which buzz that is. Rule: each ends by itself, whatever becomes of its page. */
import { VIBRATOR_SCENE_NOTIFICATION, VIBRATOR_SCENE_STRONG_REMINDER, Vibrator } from "@zos/sensor";
import { attempt } from "./guard.ts";

/** Two short buzzes, as for a message; it ends by itself (DOC sensor/Vibrator.mdx). */
export function buzz(): void {
	attempt(() => new Vibrator().start({ mode: VIBRATOR_SCENE_NOTIFICATION }));
}

/** Four strong ones in 1.2 s. The scene of alarms (VIBRATOR_SCENE_TIMER) goes on until it is stopped, which a page that died cannot. */
export function buzzStrongly(): void {
	attempt(() => new Vibrator().start({ mode: VIBRATOR_SCENE_STRONG_REMINDER }));
}
