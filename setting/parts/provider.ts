import { hostName } from "../../core/settings/address.ts";
import { PROVIDERS, type ProviderId, rowOf } from "../../core/settings/settings.ts";
import type { TranscriberSettings } from "../../core/settings/voice.ts";
import type { Account } from "../account.ts";
import type { Screen } from "../screen.ts";
import type { Words } from "../stage.ts";
import { choice, plain, quiet } from "../style.ts";

export function drawProvider({ snapshot, words, act }: Screen): SettingsElement[] {
	const { provider } = snapshot.settings;
	const options = PROVIDERS.map(({ id }) => ({ name: providerName(id, words), value: id }));
	return [
		choice(words("setting.provider"), options, provider, act.chooseProvider),
		...(rowOf(provider).usesNetwork ? drawKept(provider, words) : [quiet(words("setting.offline"))]),
		...(snapshot.first.host === "" ? [] : [plain(words("setting.host", { host: snapshot.first.host }))]),
	];
}

/** What runs in the background has to be stored there (app-side/providers/openai-responses.ts). */
export function drawKept(provider: ProviderId, words: Words): SettingsElement[] {
	return provider === "openai-responses" ? [quiet(words("setting.kept"))] : [];
}

/**
 * As people call it: the provider's name. The built-in assistant is named in the page's language; a server of
 * one's own goes by its `host` if it has one.
 */
export function providerName(provider: ProviderId, words: Words, host = ""): string {
	switch (provider) {
		case "offline":
			return words("setting.provider.offline");
		case "custom":
			return host === "" ? words("setting.provider.custom") : host;
		default:
			return rowOf(provider).name;
	}
}

export function transcriberName({ provider, baseUrl }: TranscriberSettings, words: Words): string {
	return providerName(provider, words, hostName(baseUrl));
}

/** With the host that is really asked, which need not be the provider's own. */
export function accountName({ row, host }: Account, words: Words): string {
	const name = providerName(row.id, words, host);
	return host === "" || name === host ? name : `${name} (${host})`;
}

/** Labels of all but the first provider say whose they are. */
export function labelFor(label: string, { duty, row, host }: Account, words: Words): string {
	return duty === "first" ? label : `${label} · ${providerName(row.id, words, host)}`;
}
