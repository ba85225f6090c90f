/**
 * Where a pasted API key belongs. Pure: text in, a decision out; it stores nothing. Rule: a key is kept
 * without a question only for a provider whose keys look like it, since a wrong guess would hand it to a
 * stranger.
 */
import { isHome, parseAddress } from "../core/settings/address.ts";
import { readPastedKey } from "../core/settings/api-key.ts";
import type { KeyPattern } from "../core/settings/key-patterns.ts";
import { PROVIDERS, type ProviderId, rowOf } from "../core/settings/settings.ts";

export type Placement =
	| { kind: "store"; provider: ProviderId; key: string }
	/** `owner` is whose it looks like, "" if that is not known. */
	| { kind: "ask"; among: ProviderId[]; key: string; owner: string }
	| { kind: "unusable"; why: Unusable };

export type Unusable = "unusable" | "shortened" | "address";

/**
 * Decides for which provider `pasted` is kept. `chosen` is the provider in use, and `baseUrl` is where it is
 * asked.
 */
export function placeKey(pasted: string, chosen: ProviderId, baseUrl: string): Placement {
	const read = readPastedKey(pasted);
	if (read.kind !== "key") return { kind: "unusable", why: read.kind };
	const { key, pattern } = read;
	if (fits(pattern, chosen, baseUrl)) return { kind: "store", provider: chosen, key };
	if (pattern === undefined) return { kind: "ask", among: keyTakers(), key, owner: "" };
	const [only] = pattern.may;
	const isPlain = rowOf(chosen).key === "never" && pattern.may.length === 1 && only !== undefined && only !== "custom";
	if (isPlain) return { kind: "store", provider: only, key };
	return { kind: "ask", among: amongOf(pattern, chosen), key, owner: pattern.owner };
}

/** All of a key that is ever shown. */
export function tailOf(key: string): string {
	return key.slice(-4);
}

function fits(pattern: KeyPattern | undefined, chosen: ProviderId, baseUrl: string): boolean {
	switch (rowOf(chosen).key) {
		case "never":
			return false;
		case "optional":
			return pattern === undefined || pattern.owner === "" || isAtHome(pattern, baseUrl);
		case "needed":
			// The one provider whose keys have no pattern of their own (docs/field-cases.md).
			if (pattern === undefined) return chosen === "mistral";
			return pattern.may.includes(chosen === "openai-responses" ? "openai" : chosen);
	}
}

/**
 * Whether a server of the person's own may get a key with this pattern: the service's own address, or one in
 * a home network.
 */
function isAtHome({ homes }: KeyPattern, baseUrl: string): boolean {
	const host = parseAddress(baseUrl)?.host;
	if (homes.length === 0) return true;
	if (host === undefined) return false;
	return isHome(host) || homes.some((home) => host === home || host.endsWith(`.${home}`));
}

/** Whoever the pattern allows, and a server of the person's own, which may take anyone's. */
function amongOf({ may }: KeyPattern, chosen: ProviderId): ProviderId[] {
	const isOwnServer = rowOf(chosen).key === "optional";
	return [...new Set<ProviderId>([...may, isOwnServer ? chosen : "custom"])];
}

/** Whoever may give keys without a known pattern, and the person's own server. */
function keyTakers(): ProviderId[] {
	return PROVIDERS.filter(({ id, key }) => (key === "needed" && id !== "openai-responses") || id === "custom").map(
		({ id }) => id,
	);
}
