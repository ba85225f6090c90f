/** Who speaks answers, as the page shows it. Pure but for reading. */
import { SETTING } from "../core/settings/settings.ts";
import { findSpeaker, type Speaker, speakerOf } from "../core/settings/speakers.ts";
import type { Storage } from "./storage.ts";

/** `chosen`: "" if nobody was. `speaker`: as the chosen one is set up, ready or not. */
export type AloudPart = { chosen: string; speaker: Speaker | null; isOn: boolean };

export function readAloudPart(storage: Storage): AloudPart {
	const chosen = findSpeaker(storage.read(SETTING.speaker));
	return {
		chosen: chosen ?? "",
		speaker: chosen === undefined ? null : speakerOf(storage.read, chosen),
		isOn: storage.read(SETTING.aloud) === "yes",
	};
}
