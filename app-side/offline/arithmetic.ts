/**
 * Sums in a question: `12.5 * (3 + 4)`, `15 % of 80`, `2^10`. Owns a small recursive parser; nothing is ever evaluated as code.
 * Rule: a question is a sum only if all of it is one.
 */
import { writeNumber } from "./numbers.ts";
import type { Token } from "./reading.ts";

/** `12 + 30 = 42`, or null where the question is no sum. Where it has no result, such as by zero, the text is undefined. */
export function answerSum(tokens: readonly Token[], lang: string): { text?: string } | null {
	const shown = withoutGlue(tokens);
	const sum = shown.filter(({ kind }) => kind !== "money");
	const signs = sum.filter(({ kind }) => kind === "sign");
	const isPlain = sum.every(({ kind }) => kind === "sign" || kind === "number" || kind === "scale");
	const isOnlyNegative = sum.length === 2 && signs.length === 1 && isSign(sum[0], "-");
	if (!isPlain || signs.length === 0 || signs.length === sum.length || isOnlyNegative) return null;
	const value = evaluate(sum);
	if (value === null) return null;
	return Number.isFinite(value) ? { text: `${show(shown)} = ${writeNumber(value, 10, lang)}` } : {};
}

/** What stands around the question: `what is`, `=`. */
export function withoutGlue(tokens: readonly Token[]): readonly Token[] {
	const said = tokens.map(({ kind }) => kind !== "glue");
	return said.includes(true) ? tokens.slice(said.indexOf(true), said.lastIndexOf(true) + 1) : [];
}

function isSign(token: Token | undefined, ...signs: string[]): boolean {
	return token?.kind === "sign" && signs.includes(token.sign);
}

const SHOWN: Readonly<Record<string, string>> = {
	"*": "×",
	"/": "÷",
	"-": "−",
	r: "√",
	c: "∛",
	"^2": "²",
	"^3": "³",
	of: "×",
};

/** As it was written, but signs for words. */
function show(sum: readonly Token[]): string {
	const isWord = /\p{L}/u;
	const parts = sum.map((token) => {
		if (token.kind !== "sign" || !isWord.test(token.text)) return token.spaced ? ` ${token.text}` : token.text;
		const sign = SHOWN[token.sign] ?? token.sign;
		return /^[√∛²³%]$/.test(sign) ? sign : ` ${sign} `;
	});
	return parts
		.join("")
		.replace(/ {2}/g, " ")
		.replace(/([√∛]) /g, "$1")
		.replace(/(?: ?×)? ?% ?(\d[\d.,']*)/g, " × $1%")
		.replace(/ %/g, "%")
		.trim();
}

/** Null where the tokens are no whole expression. */
function evaluate(tokens: readonly Token[]): number | null {
	let at = 0;
	let broken = false;
	let divided = false;
	const next = (...signs: string[]) => isSign(tokens[at], ...signs);

	/** `200 + 10%` is 220, as calculators have it, but `88% + 12%` is 100%; `1 + 15% + 25%` is 1.4 to some and 1.4375 to others. */
	function sum(): number {
		let [value, isShare] = term();
		let shares = 0;
		while (next("+", "-")) {
			const sign = isSign(tokens[at++], "+") ? 1 : -1;
			const [right, isRightShare] = term();
			const isOfLeft = isRightShare && !isShare;
			shares += isOfLeft ? 1 : 0;
			broken = broken || shares > 1;
			value += sign * (isOfLeft ? value * right : right);
			isShare = isShare && isRightShare;
		}
		return value;
	}

	/** A product, and whether it is a share and nothing more. */
	function term(): [number, boolean] {
		const from = at;
		const value = product();
		return [value, at === from + 2 && (isSign(tokens[at - 1], "%") || isSign(tokens[from], "%"))];
	}

	function product(): number {
		divided = false;
		let value = signed();
		for (;;) {
			const opens = next("(", "r", "c");
			if (next("*", "of")) {
				broken = broken || (next("of") && !isSign(tokens[at - 1], "%") && !hasShareAfter(at));
				at++;
				value *= signed();
			} else if (next("off")) {
				broken = broken || !isSign(tokens[at - 1], "%");
				at++;
				value = signed() * (1 - value);
			} else if (next("/")) {
				at++;
				divided = true;
				value /= signed();
			} else if (next("%")) {
				// Turkish: `80'in %15'i`.
				value *= share();
			} else if (opens) {
				// `6 / 2(1 + 2)` is 9 to some and 1 to others.
				broken = broken || divided;
				value *= signed();
			} else return value;
		}
	}

	function hasShareAfter(index: number): boolean {
		return isSign(tokens[index + 1], "%") || isSign(tokens[index + 2], "%");
	}

	function signed(): number {
		if (!next("-", "+")) return power();
		return isSign(tokens[at++], "-") ? -signed() : signed();
	}

	function power(): number {
		const base = share();
		if (!next("^")) return base;
		at++;
		return base ** signed();
	}

	/** `%` stands behind its number, in some languages before it. */
	function share(): number {
		if (next("%")) {
			at++;
			return raised() / 100;
		}
		let value = raised();
		while (next("%") && tokens[at + 1]?.kind !== "number") {
			at++;
			value /= 100;
		}
		return value;
	}

	function raised(): number {
		let value = atom();
		while (next("^2", "^3")) value **= isSign(tokens[at++], "^2") ? 2 : 3;
		return value;
	}

	function atom(): number {
		const token = tokens[at++];
		if (isSign(token, "r")) return Math.sqrt(raised());
		if (isSign(token, "c")) return Math.cbrt(raised());
		if (isSign(token, "(")) {
			const outer = divided;
			const value = sum();
			divided = outer;
			broken = !isSign(tokens[at++], ")") || broken;
			return value;
		}
		if (token?.kind === "number") return scaled(token.value);
		broken = true;
		return 0;
	}

	/** `3 million`, and `3万5000`. */
	function scaled(value: number): number {
		const scale = tokens[at];
		if (scale?.kind !== "scale") return value;
		at++;
		const rest = tokens[at];
		if (rest?.kind !== "number" || rest.spaced) return value * scale.factor;
		at++;
		broken = broken || rest.value >= scale.factor;
		return value * scale.factor + scaled(rest.value);
	}

	const value = sum();
	return broken || at < tokens.length ? null : value;
}
