/** What judges the sound that we send: ffmpeg, and opus-tools' own decoder and inspector; and what speaks for tests. */
import { findCommand, installPackages } from "./system-packages.ts";

export const HOW_TO_GET_SOUND_TOOLS =
	"The tests of sound need ffmpeg, opusenc, opusdec, opusinfo and espeak-ng (Debian, Ubuntu: apt-get install ffmpeg opus-tools espeak-ng; macOS: brew install ffmpeg opus-tools espeak-ng).";

const COMMANDS = ["ffmpeg", "opusenc", "opusdec", "opusinfo", "espeak-ng"];

/** Whether all are there, installed where we may. */
export function ensureSoundTools(): boolean {
	if (hasAll()) return true;
	installPackages(["ffmpeg", "opus-tools", "espeak-ng"]);
	return hasAll();
}

function hasAll(): boolean {
	return COMMANDS.every((command) => findCommand(command) !== null);
}
