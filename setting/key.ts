/**
 * Where a pasted API key belongs. Pure: text in, a decision out; it stores nothing. Rule: a key that could belong to
 * several providers is never guessed for the person, since a wrong guess would send it to a stranger.
 */
import { guessProvider, PRESETS, type ProviderId, tidyKey } from "../core/settings.ts";

export type Placement =
	| { kind: "store"; provider: ProviderId; key: string }
	| { kind: "ask"; among: ProviderId[]; key: string }
	| { kind: "unusable" };

/** The shortest text that is taken for a key; below it, its last four characters would give too much of it away. */
const SHORTEST_KEY = 8;

/** Longer than any provider's key, shorter than a document pasted by mistake. */
const LONGEST_KEY = 500;

/**
 * Decides for which provider `pasted` is kept while `chosen` is the one in use. The chosen provider keeps a key that
 * may be its own, and one without a known look; a server of the person's own keeps any.
 */
export function placeKey(pasted: string, chosen: ProviderId): Placement {
	const key = bareKey(pasted);
	if (key.length < SHORTEST_KEY || key.length > LONGEST_KEY) return { kind: "unusable" };
	const guesses = guessProvider(key);
	if (belongs(guesses, chosen)) return { kind: "store", provider: chosen, key };
	const [only] = guesses;
	if (guesses.length === 1 && only !== undefined) return { kind: "store", provider: only, key };
	return { kind: "ask", among: guesses.length === 0 ? keyTakers() : guesses, key };
}

/** All of a key that is ever shown. */
export function tailOf(key: string): string {
	return key.slice(-4);
}

/** Without the variable's name or the header that was copied along with it. */
function bareKey(pasted: string): string {
	return tidyKey(pasted.replace(/^\s*(?:(?:export\s+)?\w+\s*=|authorization\s*:)/i, ""));
}

function belongs(guesses: readonly ProviderId[], chosen: ProviderId): boolean {
	switch (chosen) {
		case "offline":
			return false;
		case "custom":
		case "ollama":
		case "lmstudio":
			return true;
		case "openai-responses":
			return guesses.length === 0 || guesses.includes("openai");
		default:
			return guesses.length === 0 || guesses.includes(chosen);
	}
}

/** Whoever may give keys without a known look, and the person's own server. */
function keyTakers(): ProviderId[] {
	return PRESETS.filter(({ id, needsKey }) => (needsKey && id !== "openai-responses") || id === "custom").map(
		({ id }) => id,
	);
}
