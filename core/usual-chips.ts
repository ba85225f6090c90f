/** The quick replies of somebody who has chosen none: an empty list of chips in the settings or in a `Look` means these. */
import type { QuickReply } from "./protocol.ts";
import type { WordKey } from "./words/words.ts";

const USUAL: readonly { label: WordKey; text: WordKey }[] = [
	{ label: "chip.help", text: "chip.help.text" },
	{ label: "chip.fact", text: "chip.fact.text" },
	{ label: "chip.stretch", text: "chip.stretch.text" },
	{ label: "chip.snack", text: "chip.snack.text" },
	{ label: "chip.cheer", text: "chip.cheer.text" },
];

/** They are in the language of `words`, which gives a key's text. */
export function usualChips(words: (key: WordKey) => string): QuickReply[] {
	return USUAL.map(({ label, text }) => ({ label: words(label), text: words(text) }));
}
