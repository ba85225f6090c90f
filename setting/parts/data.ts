import type { Screen } from "../screen.ts";
import { button, card, literal, quiet } from "../style.ts";

/** All that is kept, to read and to copy. */
export function drawData({ moment, data, words, act }: Screen): SettingsElement {
	const about = quiet(words("setting.export.about"));
	if (moment.kind !== "showing-data") {
		return card(words("setting.export"), [about, button(words("setting.export"), "plain", act.showData)]);
	}
	return card(words("setting.export"), [
		about,
		literal(data()),
		button(words("setting.export.close"), "plain", act.cancel),
	]);
}
