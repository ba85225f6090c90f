/** Placeholder header; widened below. */
export function stripThinking(text: string): string {
	return text.replace(/^\s*<(think|thinking)>[\s\S]*?(<\/\1>|$)/i, "");
}
export function toPlainText(markdown: string): string {
	return stripThinking(markdown)
		.replace(/[*_`#]+/g, "")
		.trim();
}
export function toWholeSentence(text: string): string {
	return text;
}
export function cutAtSentence(text: string, limit: number): string {
	return text.slice(0, limit);
}
