import { PRESET_IDS } from "../../core/presets.ts";
import type { Screen } from "../screen.ts";

/** What the assistant is to this person: it goes into the prompt, and its quick replies are the usual ones. */
export function drawPreset({ snapshot, words, act }: Screen): SettingsElement {
	return Select({
		label: words("setting.preset"),
		title: words("setting.preset"),
		options: PRESET_IDS.map((value) => ({ name: words(`preset.${value}`), value })),
		value: snapshot.settings.preset,
		onChange: act.setPreset,
	});
}
