/**
 * The providers that the page sets up: who answers, who does when that one cannot, who listens. Owns what is
 * shown of each; never its key, of which the last four characters leave here.
 */
import { hostName } from "../core/settings/address.ts";
import { type Fate, fateOf } from "../core/settings/model-fates.ts";
import {
	agreedOn,
	givenFor,
	isWithheld,
	type ProviderSettings,
	readProvider,
	storedKeyOf,
} from "../core/settings/provider-settings.ts";
import { type ProviderId, type ProviderRow, rowOf } from "../core/settings/providers.ts";
import { readTest, type Test } from "./command.ts";
import { tailOf } from "./key.ts";
import type { Storage } from "./storage.ts";

export type Duty = "first" | "second" | "transcriber";

export type Account = {
	duty: Duty;
	row: ProviderRow;
	settings: ProviderSettings;
	/** The last four characters of its key, or "" without one. */
	keyTail: string;
	/** The host that is asked, or "" if there is no address. */
	host: string;
	/** The host that the key was given for, if that is another and the person has not said yes to this one. */
	withheldFor: string | undefined;
	/** When the person agreed that questions go there, as YYYY-MM-DD. */
	agreedOn: string | undefined;
	test: Test;
	/** What its provider has said of the model that answers. */
	fate: Fate;
};

export function readAccount(storage: Storage, duty: Duty, provider: ProviderId): Account {
	const settings = readProvider(storage.read, provider);
	return {
		duty,
		row: rowOf(provider),
		settings,
		keyTail: tailOf(storedKeyOf(storage.read, provider)),
		host: hostName(settings.baseUrl),
		withheldFor: isWithheld(storage.read, provider) ? hostName(givenFor(storage.read, provider)) : undefined,
		agreedOn: agreedOn(storage.read, provider),
		test: readTest(storage, duty === "first" ? undefined : provider),
		fate: fateOf(storage.read, provider, settings.model),
	};
}
