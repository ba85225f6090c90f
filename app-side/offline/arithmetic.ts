/**
 * Sums in a question: `12.5 * (3 + 4)`, `15 % of 80`, `2^10`. Owns a small recursive parser; nothing is ever evaluated as code.
 * Rule: a question is a sum only if all of it is one.
 */
import { readNumber, writeNumber } from "./numbers.ts";

/** Words around a sum in the languages we know them in, and words for its signs. */
const AROUND =
	/^(?:(?:what(?:'s| is| are)?|how much is|calculate|compute|solve|was (?:ist|sind|macht|ergibt)|wie ?viel (?:ist|sind|macht|ergibt)|berechne|rechne|计算|請計算|计算一下)\s*)?(.*?)\s*(?:=|等于多少|等於多少|是多少|等于几|得多少)?\s*[?？.!]*$/i;
const SIGNS: readonly (readonly [RegExp, string])[] = [
	[/\b(?:multiplied by|times|mal)\b|×|·|∙|乘以|乘/gi, "*"],
	[/\b(?:divided by|over|geteilt durch|durch)\b|÷|除以/gi, "/"],
	[/\bplus\b|加上|加/gi, "+"],
	[/\bminus\b|减去|減去|减|減|−|–/gi, "-"],
	[/\bto the power of\b|\bhoch\b|\*\*/gi, "^"],
	[/\b(?:square root of|wurzel(?: aus)?|sqrt)\b|√/gi, "r"],
	[/\bsquared\b|²/gi, "^2"],
	[/\bcubed\b|³/gi, "^3"],
	[/\b(?:percent|prozent)\b/gi, "%"],
	[/%\s*(?:of|von|de|di)\b/gi, "%*"],
	[/(\d)\s*x\s*(?=[\d(])/gi, "$1*"],
];

/** `12 + 30 = 42`, or null where the question is no sum. Where it has no result, such as by zero, the value is undefined. */
export function answerSum(question: string, lang: string): { text: string } | undefined | null {
	const sum = (AROUND.exec(question.trim())?.[1] ?? "").trim();
	const signed = SIGNS.reduce((text, [words, sign]) => text.replace(words, sign), sum);
	if (!/^[\d\s.,'’+\-*/^%()r]+$/.test(signed) || !/\d/.test(signed) || !/[+\-*/^%r]/.test(signed.replace(/^-/, "")))
		return null;
	const value = parse(signed, lang);
	if (value === null) return null;
	return Number.isFinite(value) ? { text: `${sum} = ${writeNumber(value, 10, lang)}` } : undefined;
}

/** Null where the text is no whole expression. */
function parse(text: string, lang: string): number | null {
	const tokens = text.match(/\d[\d.,'’]*(?:\s\d{3}(?!\d))*|[+\-*/^%()r]/g) ?? [];
	let at = 0;
	let broken = false;

	/** `200 + 10 %` is 220, as calculators have it. */
	function sum(): number {
		let value = product();
		while (tokens[at] === "+" || tokens[at] === "-") {
			const sign = tokens[at++] === "+" ? 1 : -1;
			const from = at;
			const right = product();
			const isShare = at === from + 2 && tokens[at - 1] === "%";
			value += sign * (isShare ? value * right : right);
		}
		return value;
	}

	function product(): number {
		let value = signed();
		while (tokens[at] === "*" || tokens[at] === "/") value = tokens[at++] === "*" ? value * signed() : value / signed();
		return value;
	}

	function signed(): number {
		if (tokens[at] !== "-" && tokens[at] !== "+") return power();
		return tokens[at++] === "-" ? -signed() : signed();
	}

	function power(): number {
		const base = share();
		if (tokens[at] !== "^") return base;
		at++;
		return base ** signed();
	}

	function share(): number {
		let value = atom();
		while (tokens[at] === "%") {
			at++;
			value /= 100;
		}
		return value;
	}

	function atom(): number {
		const token = tokens[at++];
		if (token === "r") return Math.sqrt(atom());
		if (token === "(") {
			const value = sum();
			broken = tokens[at++] !== ")" || broken;
			return value;
		}
		if (token === undefined || !/\d/.test(token)) broken = true;
		return readNumber(token ?? "", lang);
	}

	const value = sum();
	return broken || at < tokens.length ? null : value;
}
