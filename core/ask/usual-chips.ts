/**
 * The quick replies of somebody who has chosen none: an empty list of chips in the settings or in a `Look` means those of
 * their preset. A preset's are one text of the catalogue, each question being its own label.
 */
import type { Role } from "../settings/roles.ts";
import type { QuickReply } from "../wire/protocol.ts";
import type { WordKey } from "../words/words.ts";

const USUAL = ["chip.1", "chip.2", "chip.3"] as const;

/** Done by the watch itself; in minutes. What they say is also what is asked, should a watch know no timers. */
const TIMERS = [
	["chip.7", 5],
	["chip.8", 10],
] as const;
const SECONDS_A_MINUTE = 60;

/** They are in the language of `words`, which gives a key's text. */
export function usualChips(words: (key: WordKey) => string, role: Role = "plain"): QuickReply[] {
	if (role === "plain") return [...USUAL.map((key) => chipOf(words, key)), ...timers(words)];
	const own = words(`chips.${role}`)
		.split("|")
		.map((text) => ({ label: text, text }));
	return role === "sport" ? [chipOf(words, "chip.6"), ...own] : own;
}

function chipOf(words: (key: WordKey) => string, key: "chip.6" | (typeof USUAL)[number]): QuickReply {
	return { label: words(key), text: words(`${key}.text`) };
}

function timers(words: (key: WordKey) => string): QuickReply[] {
	return TIMERS.map(([key, minutes]) => {
		const label = words(key);
		return { label, text: label, act: { do: "timer", seconds: minutes * SECONDS_A_MINUTE } };
	});
}
