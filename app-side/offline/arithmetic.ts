/**
 * Sums in a question: `12.5 * (3 + 4)`, `15 % of 80`, `2^10`. Owns a small recursive parser; nothing is ever
 * evaluated as code. Rule: a question is a sum only if all of it is one.
 */
import { writeNumber } from "./numbers.ts";
import type { Token } from "./reading.ts";

/**
 * `12 + 30 = 42`, or null if the question is no sum. If it has no result, such as by zero, the text is
 * undefined.
 */
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
function withoutGlue(tokens: readonly Token[]): readonly Token[] {
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

/**
 * How far an expression is read. `broken`: it is none, or has two meanings. `divided`: the last sign was a
 * division, so that a product without a sign behind it has two meanings.
 */
type Reader = { tokens: readonly Token[]; at: number; broken: boolean; divided: boolean };

/** Null if the tokens are no whole expression. */
function evaluate(tokens: readonly Token[]): number | null {
	const reader: Reader = { tokens, at: 0, broken: false, divided: false };
	const value = sum(reader);
	return reader.broken || reader.at < tokens.length ? null : value;
}

function next({ tokens, at }: Reader, ...signs: string[]): boolean {
	return isSign(tokens[at], ...signs);
}

/** Reads one token. */
function take(reader: Reader): Token | undefined {
	return reader.tokens[reader.at++];
}

/**
 * `200 + 10%` is 220, as calculators have it, but `88% + 12%` is 100%; `1 + 15% + 25%` is 1.4 to some and
 * 1.4375 to others.
 */
function sum(reader: Reader): number {
	let [value, isShare] = term(reader);
	let shares = 0;
	while (next(reader, "+", "-")) {
		const sign = isSign(take(reader), "+") ? 1 : -1;
		const [right, isRightShare] = term(reader);
		const isOfLeft = isRightShare && !isShare;
		shares += isOfLeft ? 1 : 0;
		if (shares > 1) reader.broken = true;
		value += sign * (isOfLeft ? value * right : right);
		isShare = isShare && isRightShare;
	}
	return value;
}

/** A product, and whether it is a share and nothing more. */
function term(reader: Reader): [number, boolean] {
	const { tokens, at: from } = reader;
	const value = product(reader);
	return [value, reader.at === from + 2 && (isSign(tokens[from + 1], "%") || isSign(tokens[from], "%"))];
}

function product(reader: Reader): number {
	const { tokens } = reader;
	reader.divided = false;
	let value = signed(reader);
	for (;;) {
		const { at } = reader;
		const isShare = isSign(tokens[at - 1], "%");
		if (next(reader, "*", "of")) {
			if (next(reader, "of") && !isShare && !hasShareAfter(tokens, at)) reader.broken = true;
			reader.at++;
			value *= signed(reader);
		} else if (next(reader, "off")) {
			if (!isShare) reader.broken = true;
			reader.at++;
			value = signed(reader) * (1 - value);
		} else if (next(reader, "/")) {
			reader.at++;
			reader.divided = true;
			value /= signed(reader);
		} else if (next(reader, "%")) {
			// Turkish: `80'in %15'i`.
			value *= share(reader);
		} else if (next(reader, "(", "r", "c")) {
			// `6 / 2(1 + 2)` is 9 to some and 1 to others.
			if (reader.divided) reader.broken = true;
			value *= signed(reader);
		} else return value;
	}
}

function hasShareAfter(tokens: readonly Token[], at: number): boolean {
	return isSign(tokens[at + 1], "%") || isSign(tokens[at + 2], "%");
}

function signed(reader: Reader): number {
	if (!next(reader, "-", "+")) return power(reader);
	return isSign(take(reader), "-") ? -signed(reader) : signed(reader);
}

function power(reader: Reader): number {
	const base = share(reader);
	if (!next(reader, "^")) return base;
	reader.at++;
	return base ** signed(reader);
}

/** `%` stands behind its number, in some languages before it. */
function share(reader: Reader): number {
	if (next(reader, "%")) {
		reader.at++;
		return raised(reader) / 100;
	}
	let value = raised(reader);
	while (next(reader, "%") && reader.tokens[reader.at + 1]?.kind !== "number") {
		reader.at++;
		value /= 100;
	}
	return value;
}

function raised(reader: Reader): number {
	let value = atom(reader);
	while (next(reader, "^2", "^3")) value **= isSign(take(reader), "^2") ? 2 : 3;
	return value;
}

function atom(reader: Reader): number {
	const token = take(reader);
	if (isSign(token, "r")) return Math.sqrt(raised(reader));
	if (isSign(token, "c")) return Math.cbrt(raised(reader));
	if (isSign(token, "(")) {
		const outer = reader.divided;
		const value = sum(reader);
		reader.divided = outer;
		if (!isSign(take(reader), ")")) reader.broken = true;
		return value;
	}
	if (token?.kind === "number") return scaled(reader, token.value);
	reader.broken = true;
	return 0;
}

/** `3 million`, and `3万5000`. */
function scaled(reader: Reader, value: number): number {
	const scale = reader.tokens[reader.at];
	if (scale?.kind !== "scale") return value;
	reader.at++;
	const rest = reader.tokens[reader.at];
	if (rest?.kind !== "number" || rest.spaced) return value * scale.factor;
	reader.at++;
	if (rest.value >= scale.factor) reader.broken = true;
	return value * scale.factor + scaled(reader, rest.value);
}
