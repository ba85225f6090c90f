/** What deeds are put into words with. */
import type { Telling } from "../../core/actions/deed-words.ts";
import { now } from "../../device/clock.ts";
import { countsToTwelve, utcOffset } from "../../device/zone.ts";
import { tools } from "./desk.ts";

export function tellingNow(): Telling {
	return { say: tools.say, twelve: countsToTwelve(), now: now(), offset: utcOffset(now()) };
}
