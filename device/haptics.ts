/** Tells the wrist that something is there. Owns which buzz that is. */
import { VIBRATOR_SCENE_NOTIFICATION, Vibrator } from "@zos/sensor";
import { attempt } from "./guard.ts";

/** Two short buzzes, as for a message; it ends by itself (DOC sensor/Vibrator.mdx). */
export function buzz(): void {
	attempt(() => new Vibrator().start({ mode: VIBRATOR_SCENE_NOTIFICATION }));
}
