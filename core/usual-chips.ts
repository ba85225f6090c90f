/** The quick replies of somebody who has chosen none: an empty list of chips in the settings or in a `Look` means these. */
import type { QuickReply } from "./protocol.ts";
import type { WordKey } from "./words/words.ts";

const USUAL = ["chip.1", "chip.2", "chip.3", "chip.4", "chip.5"] as const;

/** They are in the language of `words`, which gives a key's text. */
export function usualChips(words: (key: WordKey) => string): QuickReply[] {
	return USUAL.map((key) => ({ label: words(key), text: words(`${key}.text`) }));
}
