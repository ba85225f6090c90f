/**
 * The providers that the page sets up: who answers, who does when that one cannot, who listens. Owns what is shown of
 * each; never its key, of which the last four characters leave here.
 */
import { hostName } from "../core/settings/address.ts";
import { type Fate, fateOf } from "../core/settings/model-fates.ts";
import {
	agreedOn,
	findPreset,
	givenFor,
	isWithheld,
	type Preset,
	type ProviderId,
	type Settings,
	settingsFor,
	storedKeyOf,
} from "../core/settings/settings.ts";
import { readTest, type Test } from "./command.ts";
import { tailOf } from "./key.ts";
import type { Storage } from "./storage.ts";

export type Role = "first" | "second" | "ears";

export type Party = {
	role: Role;
	preset: Preset;
	/** As they are with this provider chosen. */
	settings: Settings;
	/** The last four characters of its key, or "" without one. */
	keyTail: string;
	/** The host that is asked, or "" where there is no address. */
	host: string;
	/** The host that the key was given for, where that is another and the person has not said yes to this one. */
	withheldFor: string | undefined;
	/** When the person agreed that questions go there, as YYYY-MM-DD. */
	agreedOn: string | undefined;
	test: Test;
	/** What its provider has said of the model that answers. */
	fate: Fate;
};

export function readParty(storage: Storage, role: Role, provider: ProviderId): Party {
	const preset = findPreset(provider);
	if (preset === undefined) throw new Error(`no preset for ${provider}`);
	const settings = settingsFor(storage.read, provider);
	return {
		role,
		preset,
		settings,
		keyTail: tailOf(storedKeyOf(storage.read, provider)),
		host: hostName(settings.baseUrl),
		withheldFor: isWithheld(storage.read, provider) ? hostName(givenFor(storage.read, provider)) : undefined,
		agreedOn: agreedOn(storage.read, provider),
		test: readTest(storage, role === "first" ? undefined : provider),
		fate: fateOf(storage.read, provider, settings.model),
	};
}
