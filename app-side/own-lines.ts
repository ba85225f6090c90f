/**
 * Which lines of a model's text may be those that core/ask/instructions.ts asks for. Rule: a block of code is
 * the answer's own, unless there is nothing in it but such lines, or it is dress around the whole answer.
 */

/** UTF-16 units; a longer line is none of ours. */
const LINE_UNITS = 400;

const OURS = /^[\s*_`"-]{0,12}(?:@@|>>|%%|!!|\^\^|＞＞|％％|！！|&gt;&gt;)/;
const FENCE = /^\s{0,12}(`{3,}|~{3,})\s{0,4}(\w{0,20})/;
const DRESS = /^(?:|markdown|md|text|txt|plaintext)$/i;

/** By the number of the line. */
export function openLines(lines: readonly string[]): boolean[] {
	const open = lines.map((line) => line.length <= LINE_UNITS);
	const first = lines.findIndex((line) => line.trim() !== "");
	let start = -1;
	let mark = "";
	for (let at = 0; at <= lines.length; at++) {
		const [, found = "", language = ""] = FENCE.exec((lines[at] ?? "").slice(0, LINE_UNITS)) ?? [];
		const isEnd = at === lines.length || (found.startsWith(mark) && language === "");
		if (start < 0) {
			if (found !== "") [start, mark] = [at, found];
		} else if (isEnd && (found !== "" || at === lines.length)) {
			const isWhole = start === first && lines.slice(at + 1).every((line) => line.trim() === "" || OURS.test(line));
			if (!(isWhole && isDress(lines[start] ?? "")) && !isOurs(lines.slice(start + 1, at))) open.fill(false, start, at);
			start = -1;
		}
	}
	return open;
}

function isDress(fence: string): boolean {
	return DRESS.test(FENCE.exec(fence)?.[2] ?? "");
}

function isOurs(block: readonly string[]): boolean {
	return block.every((line) => line.trim() === "" || OURS.test(line));
}
