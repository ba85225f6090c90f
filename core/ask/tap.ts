/** What a tap on the face or the card launches. Owns how it is written: in few bytes of code, since a face holds all of it. */
import type { Launch } from "./launch.ts";

export type Tap = Extract<Launch, { kind: "open" | "ask" | "listen" | "read" }>;

/** The `params` of launchApp, as `decodeLaunch` reads them: by `read`, `id` and `text`, whatever else there is. */
export function encodeTap(tap: Tap): string {
	return tap.kind === "read" ? '{"read":1}' : JSON.stringify(tap);
}
