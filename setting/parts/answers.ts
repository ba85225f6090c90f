import { ROLES } from "../../core/settings/roles.ts";
import { type AnswerLength, type Settings, WAITS } from "../../core/settings/settings.ts";
import { spanOf } from "../../core/text/span.ts";
import { ACCENTS, hex } from "../palette.ts";
import type { Screen } from "../screen.ts";
import { choice, sample } from "../style.ts";
import { folded } from "./folded.ts";

const LENGTHS: readonly AnswerLength[] = ["short", "medium", "long"];
const SIZES: readonly Settings["size"][] = ["small", "medium", "large"];
const SECONDS_A_MINUTE = 60;

/** What the assistant is to this person, how long its answers are and how they look on the watch. */
export function drawAnswers(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { role, length, size, accent, waitMinutes } = snapshot.settings;
	const summary = `${words(`preset.${role}`)} · ${words(`setting.length.${length}`)}`;
	const roles = ROLES.map((value) => ({ name: words(`preset.${value}`), value }));
	const lengths = LENGTHS.map((value) => ({ name: words(`setting.length.${value}`), value }));
	const sizes = SIZES.map((value) => ({ name: words(`setting.size.${value}`), value }));
	const waits = WAITS.map((minutes) => ({ name: spanOf(minutes * SECONDS_A_MINUTE, words), value: String(minutes) }));
	const accents = ACCENTS.map(({ name, color }) => ({ name: words(name), value: hex(color) }));
	return folded(screen, "answers", words("setting.answers"), summary, () => [
		choice(words("setting.preset"), roles, role, act.setRole),
		choice(words("setting.length"), lengths, length, act.setLength),
		choice(words("setting.size"), sizes, size, act.setSize),
		choice(words("setting.wait"), waits, String(waitMinutes), act.setWait),
		choice(words("setting.accent"), accents, hex(accent), act.setAccent),
		sample(hex(accent)),
	]);
}
