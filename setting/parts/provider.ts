import { PRESETS, type ProviderId } from "../../core/settings/settings.ts";
import type { Party } from "../party.ts";
import type { Screen } from "../screen.ts";
import type { Words } from "../stage.ts";
import { choice, plain, quiet } from "../style.ts";
import type { Listener } from "../voice.ts";

export function drawProvider({ snapshot, words, act }: Screen): SettingsElement[] {
	const { provider } = snapshot.settings;
	const options = PRESETS.map(({ id }) => ({ name: providerName(id, words), value: id }));
	return [
		choice(words("setting.provider"), options, provider, act.chooseProvider),
		...(provider === "offline" ? [quiet(words("setting.offline"))] : drawKept(provider, words)),
		...(snapshot.first.host === "" ? [] : [plain(words("setting.host", { host: snapshot.first.host }))]),
	];
}

/** What runs in the background has to be stored there (app-side/providers/openai-responses.ts). */
export function drawKept(provider: ProviderId, words: Words): SettingsElement[] {
	return provider === "openai-responses" ? [quiet(words("setting.kept"))] : [];
}

/** As people call it: a proper name, but for the two presets that are nobody's; a server of one's own goes by its `host` if it has one. */
export function providerName(provider: ProviderId, words: Words, host = ""): string {
	switch (provider) {
		case "offline":
			return words("setting.provider.offline");
		case "custom":
			return host === "" ? words("setting.provider.custom") : host;
		default:
			return PRESETS.find(({ id }) => id === provider)?.name ?? provider;
	}
}

export function listenerName({ id, host }: Listener, words: Words): string {
	return providerName(id, words, host);
}

/** With the host that is really asked, which need not be the provider's own. */
export function partyName({ preset, host }: Party, words: Words): string {
	const name = providerName(preset.id, words, host);
	return host === "" || name === host ? name : `${name} (${host})`;
}

/** Labels of all but the first provider say whose they are. */
export function labelFor(label: string, { role, preset, host }: Party, words: Words): string {
	return role === "first" ? label : `${label} · ${providerName(preset.id, words, host)}`;
}
