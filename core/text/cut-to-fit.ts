/** How far back a space is looked for, in UTF-16 units: there are none in Chinese, and few in German. */
const WORD_LIMIT = 24;

const LOW_SURROGATE = /[\udc00-\udfff]/;

/** The text where it fits, else as many words of it as do, with an ellipsis; characters where there are no spaces. */
export function cutToFit(text: string, fits: (text: string) => boolean): string {
	let cut = text;
	let end = text.length;
	while (end > 1 && !fits(cut)) {
		const space = text.lastIndexOf(" ", end - 1);
		end = space > end - WORD_LIMIT ? space : end - (LOW_SURROGATE.test(text.charAt(end - 1)) ? 2 : 1);
		cut = `${text.slice(0, end)}\u2026`;
	}
	return cut;
}
