/**
 * One provider as the person has set it up. Owns its decoder, and who may have its key; never which provider
 * is asked. Rule: an API key is read by `keyOf` alone, which gives it for the host that it was given for.
 */
import { isFields, parseJson } from "../json.ts";
import { originOf, tidyBaseUrl } from "./address.ts";
import { tidyKey } from "./api-key.ts";
import { defaultModel } from "./default-models.ts";
import { type Getter, SETTING, textAt } from "./keys.ts";
import { type ProviderId, type ProviderRow, rowOf } from "./providers.ts";

/**
 * Everything but the key. `speechModel` is the model that writes down what was said; "" if the provider has
 * none for that alone.
 */
export type ProviderSettings = {
	provider: ProviderId;
	baseUrl: string;
	model: string;
	speechModel: string;
	/** Whether the person agreed that questions go to this provider; pasting its key is one way to. */
	agreed: boolean;
	/**
	 * Whether a question can be sent as things are set. The page takes a key only right below the words that
	 * say where questions go, so that a key is consent; a server that needs none has to be agreed to.
	 */
	ready: boolean;
};

/** Never fails: what is missing or broken is its default. */
export function readProvider(get: Getter, provider: ProviderId): ProviderSettings {
	const row = rowOf(provider);
	const agreed = !row.usesNetwork || (agreedOn(get, provider) !== undefined && !isWithheld(get, provider));
	return {
		provider,
		baseUrl: addressOf(get, row),
		model: textAt(get, SETTING.model(provider)) || row.model,
		speechModel: textAt(get, SETTING.speech(provider)) || defaultModel(provider, "writes"),
		agreed,
		ready: keyOf(get, provider) !== "" || (row.key !== "needed" && agreed),
	};
}

/** The day on which the person agreed that questions go to this provider, as YYYY-MM-DD. */
export function agreedOn(get: Getter, provider: ProviderId): string | undefined {
	const dates = parseJson(get(SETTING.consent));
	const date = isFields(dates) ? dates[provider] : undefined;
	return typeof date === "string" ? date : undefined;
}

/**
 * The key that may be sent to where the provider is asked, or '': there is none, or it was given for another
 * host.
 */
export function keyOf(get: Getter, provider: ProviderId): string {
	return isWithheld(get, provider) ? "" : storedKeyOf(get, provider);
}

/**
 * The stored key of one provider, wherever it may go, or ''. Of a sloppy paste only what a header can carry
 * is left.
 */
export function storedKeyOf(get: Getter, provider: ProviderId): string {
	return tidyKey(textAt(get, SETTING.key(provider)));
}

/**
 * The origin that a provider's key was given for. A key from before that was stored counts as given for the
 * address that is set now. The Side Service writes that down when it first sends the key, the settings page
 * before the address changes.
 */
export function givenFor(get: Getter, provider: ProviderId): string {
	return textAt(get, SETTING.host(provider)) || originOf(addressOf(get, rowOf(provider)));
}

/**
 * True if the address was changed since the key was given, and the person has not said that the key may go
 * there.
 */
export function isWithheld(get: Getter, provider: ProviderId): boolean {
	if (storedKeyOf(get, provider) === "") return false;
	const given = textAt(get, SETTING.host(provider));
	return given !== "" && given !== originOf(addressOf(get, rowOf(provider)));
}

/** An address that is none asks nobody: the usual one is another's, whom the person did not mean. */
function addressOf(get: Getter, { id, baseUrl }: ProviderRow): string {
	const own = textAt(get, SETTING.baseUrl(id));
	return own === "" ? baseUrl : tidyBaseUrl(own);
}
