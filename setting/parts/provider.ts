import { PRESETS, type ProviderId } from "../../core/settings.ts";
import type { Party } from "../party.ts";
import type { Screen, Words } from "../screen.ts";
import { choice, quiet } from "../style.ts";

export function drawProvider({ snapshot, words, act }: Screen): SettingsElement[] {
	const { provider } = snapshot.settings;
	const options = PRESETS.map(({ id }) => ({ name: providerName(id, words), value: id }));
	return [
		choice(words("setting.provider"), options, provider, act.chooseProvider),
		...(provider === "offline" ? [quiet(words("setting.offline"))] : drawKept(provider, words)),
	];
}

/** What runs in the background has to be stored there (app-side/providers/openai-responses.ts). */
export function drawKept(provider: ProviderId, words: Words): SettingsElement[] {
	return provider === "openai-responses" ? [quiet(words("setting.kept"))] : [];
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

/** Labels of all but the first provider say whose they are. */
export function labelFor(label: string, { role, preset }: Party, words: Words): string {
	return role === "first" ? label : `${label} · ${providerName(preset.id, words)}`;
}
