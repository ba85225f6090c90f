import { PRESETS, type ProviderId } from "../../core/settings.ts";
import type { Screen, Words } from "../screen.ts";
import { quiet } from "../style.ts";

export function drawProvider({ snapshot, words, act }: Screen): SettingsElement[] {
	const { provider } = snapshot.settings;
	const choice = Select({
		label: words("setting.provider"),
		title: words("setting.provider"),
		options: PRESETS.map(({ id }) => ({ name: providerName(id, words), value: id })),
		value: provider,
		onChange: act.chooseProvider,
	});
	return provider === "offline" ? [choice, quiet(words("setting.offline"))] : [choice];
}

/** As people call it: a proper name, but for the two presets that are nobody's. */
export function providerName(provider: ProviderId, words: Words): string {
	switch (provider) {
		case "offline":
			return words("setting.provider.offline");
		case "custom":
			return words("setting.provider.custom");
		default:
			return PRESETS.find(({ id }) => id === provider)?.name ?? provider;
	}
}
