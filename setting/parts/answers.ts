import type { AnswerLength, Settings } from "../../core/settings.ts";
import { ACCENTS, hex } from "../palette.ts";
import type { Screen } from "../screen.ts";
import { card } from "../style.ts";

const LENGTHS: readonly AnswerLength[] = ["short", "medium", "long"];
const SIZES: readonly Settings["size"][] = ["small", "medium", "large"];

/** How long answers are and how they look on the watch. */
export function drawAnswers({ snapshot, words, act }: Screen): SettingsElement {
	const { length, size, accent } = snapshot.settings;
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
			label: words("setting.accent"),
			title: words("setting.accent"),
			options: ACCENTS.map(({ name, color }) => ({ name: words(name), value: hex(color) })),
			value: hex(accent),
			onChange: act.setAccent,
		}),
		View({ style: { height: "6px", margin: "8px 0", borderRadius: "3px", background: hex(accent) } }),
	]);
}
