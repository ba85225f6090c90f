/**
 * The system's keyboard and dictation (API 4.0). Owns whether this watch has them and that one is open at a time. Text
 * comes back as text: no microphone permission, no speech-to-text key (DOC ui/widget/SYSTEM_KEYBOARD.mdx).
 */
import { createKeyboard, deleteKeyboard, inputType, keyboard } from "@zos/ui";
import { attempt } from "./guard.ts";
import { hasRecorder } from "./recorder.ts";

export type Way = "voice" | "keys" | "record";

/** Best first; empty where the watch has none. Dictation needs no provider that listens: it goes before the recorder. */
export function waysToType(): Way[] {
	const ways: Way[] = [];
	const types = typeof createKeyboard === "function" && inputType !== undefined;
	if (types && isVoiceThere()) ways.push("voice");
	else if (hasRecorder()) ways.push("record");
	if (types) ways.push("keys");
	return ways;
}

/** Some early firmware of API 4.0 has dictation but no way to ask for it (COM): its keyboard offers it itself. */
function isVoiceThere(): boolean {
	if (inputType?.VOICE === undefined) return false;
	return attempt(() => keyboard?.checkVoiceInputAvailable?.()) === true;
}

/** False where it did not open. `done` gets what was said or typed, or null when the person left it. */
export function openKeyboard(way: Way, done: (text: string | null) => void): boolean {
	if (typeof createKeyboard !== "function" || !inputType) return false;
	const open = createKeyboard;
	const type = way === "voice" ? (inputType.VOICE ?? inputType.CHAR) : inputType.CHAR;
	const opened = attempt(() => {
		open({
			inputType: type,
			text: "",
			onComplete: (_, result) => {
				closeKeyboard();
				done(typeof result?.data === "string" ? result.data : null);
			},
			onCancel: () => {
				closeKeyboard();
				done(null);
			},
		});
		return true;
	});
	return opened === true;
}

export function closeKeyboard(): void {
	attempt(() => deleteKeyboard?.());
}
