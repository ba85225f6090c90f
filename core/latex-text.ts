/**
 * Formulas as plain text. Owns which stretches of a text are LaTeX and how the few commands that short answers use read in
 * words. Rule: two prices are no formula: a `$` pair counts only when what is between them can be nothing else.
 */

/** Commands that have a character of their own; any other command loses its backslash. */
const SYMBOLS: Readonly<Record<string, string>> = {
	times: "×",
	cdot: "·",
	div: "÷",
	pm: "±",
	approx: "≈",
	sim: "~",
	neq: "≠",
	ne: "≠",
	leq: "≤",
	le: "≤",
	geq: "≥",
	ge: "≥",
	infty: "∞",
	to: "→",
	rightarrow: "→",
	Rightarrow: "⇒",
	degree: "°",
	circ: "°",
	pi: "π",
	alpha: "α",
	beta: "β",
	gamma: "γ",
	delta: "δ",
	Delta: "Δ",
	epsilon: "ε",
	theta: "θ",
	lambda: "λ",
	mu: "μ",
	rho: "ρ",
	sigma: "σ",
	Sigma: "Σ",
	sum: "Σ",
	phi: "φ",
	omega: "ω",
	Omega: "Ω",
	ldots: "…",
	dots: "…",
	quad: " ",
	qquad: " ",
	left: "",
	right: "",
	displaystyle: "",
};

const SUPERSCRIPTS: Readonly<Record<string, string>> = { "0": "⁰", "1": "¹", "2": "²", "3": "³", n: "ⁿ", "-1": "⁻¹" };

/** `\(...\)` and `\[...\]` are LaTeX whatever they hold. */
const BRACKETED = /\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\]|\$\$([\s\S]*?)\$\$/g;
/** `$...$` on one line, tight inside, no digit after it. */
const DOLLARED = /(^|[^\\$\w])\$(?=[^\s$])([^$\n]*[^\s$\\])\$(?![\d$])/g;
/** A lone variable, a number of percent or degrees, or anything with a command, power, index or equation in it. */
const FORMULA = /^-?[a-zA-Z]$|\\[a-zA-Z%]|[\^_={}<>]|^[\d\s.,+\-*/()a-z]*[+\-*/][\d\s.,+\-*/()a-z]*$/;

/** Each formula is passed through `hold`, so that its stars and underscores are not taken for Markdown. */
export function latexToText(text: string, hold: (formula: string) => string): string {
	return text
		.replace(BRACKETED, (_, round?: string, square?: string, dollars?: string) =>
			hold(formulaText(round ?? square ?? dollars ?? "")),
		)
		.replace(DOLLARED, (all, before: string, inside: string) =>
			FORMULA.test(inside) ? before + hold(formulaText(inside)) : all,
		);
}

function formulaText(formula: string): string {
	let text = formula
		.replace(/\\(?:begin|end)\{[^{}]*\}/g, " ")
		.replace(/\\\\/g, " ")
		.replace(/\^\s*\{?\\circ\}?/g, "°")
		.replace(/\\[,;:!> ]/g, " ")
		.replace(/\\([%$#&_])/g, "$1")
		.replace(/\\[{}|]/g, " ");
	// Innermost braces first, so that a fraction in a root comes out whole. Bounded: each pass takes one level off.
	for (let level = 0; level < 5 && /[{]/.test(text); level++) text = openBraces(text);
	return text
		.replace(/\\([a-zA-Z]+)/g, (_, command: string) => SYMBOLS[command] ?? command)
		.replace(/\^(-1|[0123n])(?![\w.])/g, (_, power: string) => SUPERSCRIPTS[power] ?? power)
		.replace(/[{}&]/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}

function openBraces(text: string): string {
	return text
		.replace(
			/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
			(_, over: string, under: string) => `${atom(over)}/${atom(under)}`,
		)
		.replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, inner: string) => `√${atom(inner)}`)
		.replace(/\\(?:text|mathrm|mathbf|mathit|operatorname|boxed|textbf|bm)\s*\{([^{}]*)\}/g, "$1")
		.replace(
			/([\^_])\{([^{}]*)\}/g,
			(_, mark: string, inner: string) => (mark === "_" ? "" : mark) + (mark === "_" ? inner : atom(inner)),
		);
}

/** In brackets where it is more than one number or name. */
function atom(part: string): string {
	const trimmed = part.trim();
	return /^-?[\w.\\]+$/.test(trimmed) ? trimmed : `(${trimmed})`;
}
