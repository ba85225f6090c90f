import { isExposed } from "../exposure.ts";
import type { Screen } from "../screen.ts";
import { field, quiet, warning } from "../style.ts";

const EXAMPLE_URL = "https://api.example.com/v1";

/** Which model, and where it is asked. The built-in assistant has neither. */
export function drawServer({ snapshot, moment, words, act }: Screen): SettingsElement[] {
	const { settings, preset } = snapshot;
	if (preset.id === "offline") return [];
	return [
		field(words("setting.model"), settings.model, preset.model, act.setModel),
		settings.model === "" ? warning(words("setting.model.missing")) : quiet(words("setting.model.about")),
		field(words("setting.url"), settings.baseUrl, preset.baseUrl || EXAMPLE_URL, act.setBaseUrl),
		drawAddressNote(settings.baseUrl, moment.kind === "bad-url", words),
	];
}

function drawAddressNote(baseUrl: string, refused: boolean, words: Screen["words"]): SettingsElement {
	if (refused) return warning(words("setting.url.bad", { example: EXAMPLE_URL }));
	if (baseUrl === "") return warning(words("setting.url.missing", { example: EXAMPLE_URL }));
	if (isExposed(baseUrl)) return warning(words("setting.url.exposed"));
	return quiet(words("setting.url.about"));
}
