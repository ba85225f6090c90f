/**
 * Where a pasted API key belongs. Pure: text in, a decision out; it stores nothing. Rule: a key is kept without a question
 * only for a provider whose keys look like it, since a wrong guess would hand it to a stranger.
 */
import { isHome, parseAddress } from "../core/settings/address.ts";
import { readPastedKey } from "../core/settings/api-key.ts";
import type { Look } from "../core/settings/key-looks.ts";
import { findPreset, PRESETS, type ProviderId } from "../core/settings/settings.ts";

export type Placement =
	| { kind: "store"; provider: ProviderId; key: string }
	/** `owner` is whose it looks like, "" where that is not known. */
	| { kind: "ask"; among: ProviderId[]; key: string; owner: string }
	| { kind: "unusable"; why: Unusable };

export type Unusable = "unusable" | "shortened" | "address";

/** Decides for which provider `pasted` is kept while `chosen` is the one in use, and `baseUrl` is where that one is asked. */
export function placeKey(pasted: string, chosen: ProviderId, baseUrl: string): Placement {
	const read = readPastedKey(pasted);
	if (read.kind !== "key") return { kind: "unusable", why: read.kind };
	const { key, look } = read;
	if (fits(look, chosen, baseUrl)) return { kind: "store", provider: chosen, key };
	if (look === undefined) return { kind: "ask", among: keyTakers(), key, owner: "" };
	const [only] = look.may;
	const isPlain = chosen === "offline" && look.may.length === 1 && only !== undefined && only !== "custom";
	if (isPlain) return { kind: "store", provider: only, key };
	return { kind: "ask", among: amongOf(look, chosen), key, owner: look.owner };
}

/** All of a key that is ever shown. */
export function tailOf(key: string): string {
	return key.slice(-4);
}

function fits(look: Look | undefined, chosen: ProviderId, baseUrl: string): boolean {
	switch (chosen) {
		case "offline":
			return false;
		case "custom":
		case "ollama":
		case "lmstudio":
			return look === undefined || look.owner === "" || isAtHome(look, baseUrl);
		// The one provider whose keys have no look of their own (docs/field-cases.md).
		case "mistral":
			return look === undefined || look.may.includes(chosen);
		case "openai-responses":
			return look?.may.includes("openai") === true;
		default:
			return look?.may.includes(chosen) === true;
	}
}

/** Whether a server of the person's own may get a key with this look: the service's own address, or one in a home network. */
function isAtHome({ homes }: Look, baseUrl: string): boolean {
	const host = parseAddress(baseUrl)?.host;
	if (homes.length === 0) return true;
	if (host === undefined) return false;
	return isHome(host) || homes.some((home) => host === home || host.endsWith(`.${home}`));
}

/** Whoever the look allows, and a server of the person's own, which may take anyone's. */
function amongOf({ may }: Look, chosen: ProviderId): ProviderId[] {
	const isOwnServer = findPreset(chosen)?.needsKey === false && chosen !== "offline";
	return [...new Set<ProviderId>([...may, isOwnServer ? chosen : "custom"])];
}

/** Whoever may give keys without a known look, and the person's own server. */
function keyTakers(): ProviderId[] {
	return PRESETS.filter(({ id, needsKey }) => (needsKey && id !== "openai-responses") || id === "custom").map(
		({ id }) => id,
	);
}
