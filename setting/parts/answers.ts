import { type AnswerLength, type Settings, WAITS } from "../../core/settings.ts";
import { ACCENTS, hex } from "../palette.ts";
import type { Screen } from "../screen.ts";
import { card } from "../style.ts";

const LENGTHS: readonly AnswerLength[] = ["short", "medium", "long"];
const MINUTES_IN_HOUR = 60;
const SIZES: readonly Settings["size"][] = ["small", "medium", "large"];

/** How long answers are and how they look on the watch. */
export function drawAnswers({ snapshot, words, act }: Screen): SettingsElement {
	const { length, size, accent, waitMinutes } = snapshot.settings;
	return card(words("setting.answers"), [
		Select({
			label: words("setting.length"),
			title: words("setting.length"),
			options: LENGTHS.map((value) => ({ name: words(`setting.length.${value}`), value })),
			value: length,
			onChange: act.setLength,
		}),
		Select({
			label: words("setting.size"),
			title: words("setting.size"),
			options: SIZES.map((value) => ({ name: words(`setting.size.${value}`), value })),
			value: size,
			onChange: act.setSize,
		}),
		Select({
			label: words("setting.wait"),
			title: words("setting.wait"),
			options: WAITS.map((minutes) => ({ name: spanOf(minutes), value: String(minutes) })),
			value: String(waitMinutes),
			onChange: act.setWait,
		}),
		Select({
			label: words("setting.accent"),
			title: words("setting.accent"),
			options: ACCENTS.map(({ name, color }) => ({ name: words(name), value: hex(color) })),
			value: hex(accent),
			onChange: act.setAccent,
		}),
		View({ style: { height: "6px", margin: "8px 0", borderRadius: "3px", background: hex(accent) } }),
	]);
}

/** As every language writes it. */
function spanOf(minutes: number): string {
	return minutes < MINUTES_IN_HOUR ? `${minutes} min` : `${minutes / MINUTES_IN_HOUR} h`;
}
