/**
 * The quick replies of somebody who has chosen none: an empty list of chips in the settings or in a `Look` means those of
 * their preset. A preset's are one text of the catalogue, each question being its own label.
 */
import type { Role } from "../settings/roles.ts";
import type { QuickReply } from "../wire/protocol.ts";
import type { WordKey } from "../words/words.ts";

const USUAL = ["chip.1", "chip.2", "chip.3", "chip.4", "chip.5"] as const;

/** They are in the language of `words`, which gives a key's text. */
export function usualChips(words: (key: WordKey) => string, role: Role = "plain"): QuickReply[] {
	if (role === "plain") return USUAL.map((key) => chipOf(words, key));
	const own = words(`chips.${role}`)
		.split("|")
		.map((text) => ({ label: text, text }));
	return role === "sport" ? [chipOf(words, "chip.6"), ...own] : own;
}

function chipOf(words: (key: WordKey) => string, key: "chip.6" | (typeof USUAL)[number]): QuickReply {
	return { label: words(key), text: words(`${key}.text`) };
}
