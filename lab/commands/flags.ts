/** Flags that several of AskFace's commands have, and what they mean there: the watches and the languages that AskFace knows. */
import { taking, UsageError } from "../../cli/command.ts";
import { LANGUAGES } from "../../core/words/words.ts";
import { isSupported, MIN_API_LEVEL, WATCHES_NOTE } from "../../packaging/supported.ts";
import { type Device, decodeWatch } from "../../simulator/index.ts";

export { WATCHES_NOTE };

export const DEVICE = { ...taking("ID", "the watch, one of those below"), default: "balance2" };

export const JSON_FLAG = { type: "boolean", says: "the last line of standard output is one JSON object" } as const;

export const LANGUAGES_NOTE = `Languages: ${LANGUAGES.join(" ")}`;

/** A watch that can run AskFace; the reason is told apart from a name nobody knows. */
export function decodeDevice(id: string): Device {
	const device = decodeWatch(id);
	if (isSupported(device)) return device;
	throw new UsageError(
		`${device.name} has API level ${device.apiLevel}; AskFace needs ${MIN_API_LEVEL} or later, which its transport to the phone requires`,
	);
}

/** One that AskFace has words in. */
export function decodeSpoken(tag: string) {
	const language = LANGUAGES.find((known) => known === tag);
	if (language !== undefined) return language;
	throw new UsageError(`there are no words in ${tag}; there are ${LANGUAGES.join(", ")}`);
}
