/**
 * Formulas as plain text on one line. Owns how LaTeX's commands read, so that the line says the same formula: what stood under,
 * over or beside by its place comes into brackets. Pure; one pass, bounded in depth. Which stretches of a text are formulas is
 * inline-text.ts's.
 */

import { lazily } from "../lazily.ts";
import { latexSymbols } from "./latex-text.data.ts";

const symbols: () => ReadonlyMap<string, string> = lazily(
	() =>
		new Map(
			latexSymbols()
				.split(" ")
				.flatMap((name, at, all): [string, string][] => (at % 2 === 0 ? [[name, all[at + 1] ?? ""]] : [])),
		),
);

/** Names of functions, which stay words, and what goes without a trace. */
const WORDS =
	/^(?:sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|log|ln|lg|exp|lim|limsup|liminf|max|min|sup|inf|det|dim|ker|deg|gcd|lcm|arg|Pr|bmod|mod)$/;
const SPACES = /^(?:quad|qquad|enspace|thinspace|space|newline|hfill)$/;
const NOTHING =
	/^(?:left|right|middle|[bB]igg?[lrm]?|displaystyle|textstyle|scriptstyle|limits|nolimits|nonumber|notag|hline|rm|bf|it|mathstrut)$/;
/** Commands whose argument reads as it is. */
const PLAIN =
	/^(?:text(?:bf|it|rm|sf|tt|normal)?|math(?:rm|bf|it|sf|tt|bb|cal|frak|scr|normal|ord|bin|rel|op)|operatorname\*?|boxed|fbox|mbox|hbox|bm|boldsymbol|pmb|underline|vec|hat|widehat|tilde|widetilde|cancel|bcancel|num|unit|si|ce|phantom|emph)$/;
/** Commands whose first argument is about looks alone. */
const LOOKS = /^(?:color|textcolor|colorbox|hspace\*?|vspace\*?|label|href|hphantom|vphantom|style|class|tag\*?)$/;
const PLAIN_RUN = /[^\\{}[\]^_~&$\n]+/y;
/** Operators with a range under and over them. */
const RANGED = /^(?:sum|prod|int|iint|iiint|oint|bigcup|bigcap|lim|limsup|liminf|max|min|sup|inf)$/;
const ROOTS = new Map([
	["3", "∛"],
	["4", "∜"],
]);
const POWERS = new Map([
	["0", "⁰"],
	["1", "¹"],
	["2", "²"],
	["3", "³"],
	["n", "ⁿ"],
	["-1", "⁻¹"],
]);
/** Brackets of a matrix or of cases; the lines of any other environment stay lines. */
const FENCES = new Map<string, readonly [string, string]>([
	["pmatrix", ["(", ")"]],
	["bmatrix", ["[", "]"]],
	["vmatrix", ["|", "|"]],
	["Vmatrix", ["‖", "‖"]],
	["matrix", ["(", ")"]],
	["smallmatrix", ["(", ")"]],
	["array", ["(", ")"]],
	["cases", ["{", "}"]],
]);

/** Under a stroke or a root without brackets: a number, one letter, a word. */
const FACTOR = /^(?:\d+(?:[.,]\d+)?|\p{L}|[d∂]\p{L}|\p{L}{4,}|\([^()]*\))$/u;
/** Beside its mark without brackets: a number, a letter, under it also a word. */
const POWER = /^[-+−]?(?:\d+(?:[.,]\d+)?|\p{L})$/u;
const INDEX = /^(?:\d+|\p{L}|\p{L}{3,}|\([^()]*\))$/u;
/** What belongs to the fraction before it. */
const BOUND = /^(?:[a-zA-Z0-9({^]|\\(?:sqrt|frac|pi|sin|cos|tan|log|ln|left|int|sum|alpha|beta|theta)\b)/;

/** Deeper ones read without their structure: no formula for a watch. */
const DEPTH_LIMIT = 12;

/** The whole formula; its lines, if it has several, are parted by `\n`. */
export function formulaText(formula: string): string {
	const reader = new Reader(formula, 0);
	return tidy(reader.until(""));
}

/** The command, power or index at `at` of a text that is no formula, or null where there is none that is known. */
export function bareFormula(text: string, at: number): { text: string; end: number } | null {
	if (text.charAt(at) === "\\" && !isCommand(text, at)) return null;
	const reader = new Reader(text, at);
	const read = tidy(reader.item() + reader.scripts());
	return { text: read, end: reader.at };
}

/** Whether the backslash at `at` begins a command that is known. */
export function isCommand(text: string, at: number): boolean {
	const name = /^\\([a-zA-Z]+\*?)/.exec(text.slice(at, at + 25))?.[1] ?? "";
	if (
		/^(?:begin|d?frac|tfrac|cfrac|sqrt|binom|[dt]binom|overline|bar|dot|pmod|underbrace|overbrace|overset|underset|stackrel|qty|SI)$/.test(
			name,
		)
	)
		return true;
	return symbols().has(name) || PLAIN.test(name) || WORDS.test(name) || SPACES.test(name) || NOTHING.test(name);
}

function tidy(text: string): string {
	return text
		.replace(/[^\S\n]+/g, " ")
		.replace(/ ?\n\s*/g, "\n")
		.replace(/([([{⟨]) /g, "$1")
		.replace(/ (?=[)\]⟩,;])/g, "")
		.trim();
}

/** Reads a formula from `at` on; each method goes on from where the one before it stopped. */
class Reader {
	at: number;
	private readonly text: string;
	private depth = 0;
	private environments = 0;

	constructor(text: string, at: number) {
		this.text = text;
		this.at = at;
	}

	/** Up to the closing `stop`, which is taken too; to the end with ''. */
	until(stop: "" | "}" | "]"): string {
		const parts: string[] = [];
		while (this.at < this.text.length) {
			const mark = this.text.charAt(this.at);
			if (stop !== "" && mark === stop) {
				this.at++;
				break;
			}
			if (stop !== "" && this.environments > 0 && this.text.startsWith("\\end", this.at)) break;
			const before = this.at;
			const item = this.plainRun() ?? this.item();
			// A number and a fraction, or two words, must not run into one.
			const isGlued = /[\p{L}\p{N}]$/u.test(parts[parts.length - 1] ?? "") && /^(?:[a-zA-Z0-9]{2}|[(\d])/.test(item);
			if (mark === "\\" && isGlued) parts.push(" ");
			if (item !== "") parts.push(item);
			if (WORDS.test(item) && /[a-zA-Z0-9\\]/.test(this.text.charAt(this.at))) parts.push(" ");
			if (this.at === before) this.at++;
		}
		return parts.join("");
	}

	/** What is no mark of LaTeX, null where there is none at this place. */
	private plainRun(): string | null {
		PLAIN_RUN.lastIndex = this.at;
		const run = PLAIN_RUN.exec(this.text)?.[0] ?? null;
		this.at += run?.length ?? 0;
		return run;
	}

	/** One character, group or command with its arguments. */
	item(): string {
		const mark = this.text.charAt(this.at);
		if (mark === "\\") return this.command();
		if (mark === "{") return this.group();
		if (mark === "^" || mark === "_") return this.scripts();
		this.at++;
		if (mark === "}" || mark === "$") return "";
		return mark === "~" || mark === "&" || mark === "\n" ? " " : mark;
	}

	/** Powers and indices, as they stand behind something. */
	scripts(): string {
		let out = "";
		while (this.text.charAt(this.at) === "^" || this.text.charAt(this.at) === "_") {
			const mark = this.text.charAt(this.at++);
			const inner = tidy(this.argument());
			out +=
				mark === "^"
					? power(inner, this.text.slice(this.at, this.at + 2))
					: inner === ""
						? ""
						: `_${INDEX.test(inner) ? inner : `(${inner})`}`;
		}
		return out;
	}

	private group(): string {
		this.at++;
		return this.deeper(() => this.until("}"));
	}

	private deeper(read: () => string): string {
		if (this.depth >= DEPTH_LIMIT) return "";
		this.depth++;
		const inner = read();
		this.depth--;
		return inner;
	}

	private argument(): string {
		while (this.text.charAt(this.at) === " ") this.at++;
		const mark = this.text.charAt(this.at);
		if (mark === "{") return this.group();
		if (mark !== "\\") {
			this.at++;
			return mark;
		}
		return this.deeper(() => this.command());
	}

	/** What stands in square brackets, '' where there are none. */
	private option(): string {
		if (this.text.charAt(this.at) !== "[") return "";
		this.at++;
		return this.deeper(() => this.until("]"));
	}

	private command(): string {
		const name = /^[a-zA-Z]+\*?/.exec(this.text.slice(this.at + 1, this.at + 25))?.[0] ?? "";
		if (name === "") return this.sign();
		this.at += 1 + name.length;
		if (name === "begin") return this.environment();
		if (name === "end") return this.argument() && "";
		if (/^[dtc]?frac$/.test(name)) return this.fraction();
		if (name === "sqrt") return this.root();
		if (RANGED.test(name)) return (symbols().get(name) ?? name) + this.range();
		if (/^[dt]?binom$/.test(name)) return `C(${tidy(this.argument())}, ${tidy(this.argument())})`;
		if (name === "pmod") return ` (mod ${tidy(this.argument())})`;
		if (name === "overline" || name === "bar" || name === "dot") return this.overlined(name);
		if (name === "underbrace" || name === "overbrace") return this.argument();
		if (name === "SI" || name === "qty") return `${this.argument()} ${this.argument()}`;
		if (name === "overset" || name === "underset" || name === "stackrel" || LOOKS.test(name))
			return this.argument() && "";
		if (PLAIN.test(name)) return this.plain(name);
		if (NOTHING.test(name)) return this.text.charAt(this.at) === "." ? this.skip() : "";
		if (SPACES.test(name)) return " ";
		return this.symbol(name);
	}

	private symbol(name: string): string {
		const sign = symbols().get(name) ?? name;
		// The space after a command ends its name; it says nothing behind what stands before its operand.
		if (this.text.charAt(this.at) === " " && /^[∂∇¬∀∃∠]$/.test(sign)) this.at++;
		return sign;
	}

	private sign(): string {
		const mark = this.text.charAt(this.at + 1);
		this.at += 2;
		if (mark === "\\") return "\n";
		if (",;:> ".includes(mark)) return " ";
		return mark === "!" || mark === "" ? "" : mark === "|" ? "‖" : mark;
	}

	private skip(): string {
		this.at++;
		return "";
	}

	private fraction(): string {
		const over = bracketed(tidy(this.argument()));
		const under = tidy(this.argument());
		const whole = `${over}/${FACTOR.test(under) ? under : `(${under})`}`;
		// 1/2x would be another formula than a half of x.
		return BOUND.test(this.text.slice(this.at, this.at + 8)) ? `(${whole})` : whole;
	}

	private root(): string {
		const degree = tidy(this.option());
		const under = tidy(this.argument());
		const inner = FACTOR.test(under) ? under : `(${under})`;
		return degree === "" || degree === "2" ? `√${inner}` : `${ROOTS.get(degree) ?? `${bracketed(degree)}-√`}${inner}`;
	}

	/** `(i=1…n)`: from where to where. */
	private range(): string {
		let from = "";
		let to = "";
		for (;;) {
			const mark = /^ ?(?:\\limits ?)?([\^_])/.exec(this.text.slice(this.at, this.at + 12));
			if (mark === null) break;
			this.at += mark[0].length;
			const inner = tidy(this.argument());
			if (mark[1] === "_") from = inner;
			else to = inner;
		}
		return from === "" && to === "" ? "" : to === "" ? `(${from}) ` : `(${from}…${to}) `;
	}

	/** Digits under a line or a dot go on for ever; on letters it is part of the name. */
	private overlined(name: string): string {
		const inner = tidy(this.argument());
		if (/^\d+$/.test(inner)) return `(${inner})`;
		return inner.length === 1 ? (inner + (name === "dot" ? "\u0307" : "\u0304")).normalize("NFC") : inner;
	}

	/** Between letters of a name, as of chemistry, an index is part of it: H2O. */
	private plain(name: string): string {
		const inner = this.argument();
		if (name === "ce") return inner.replace(/_(?=\d)/g, "").replace(/->/g, "→");
		return /^(?:text|mathrm|operatorname)/.test(name) ? inner.replace(/_(?=\d)/g, "") : inner;
	}

	private environment(): string {
		const name = this.argument().replace("*", "");
		if (name === "array" || name === "tabular") this.argument();
		const [open, close] = FENCES.get(name) ?? ["", ""];
		this.environments++;
		const inner = this.deeper(() => this.cells(open !== ""));
		this.environments--;
		if (this.text.startsWith("\\end", this.at)) this.command();
		return `${open}${tidy(inner).replace(/[;,] ?$/, "")}${close}`;
	}

	/** `a, b; c, d` of a matrix; what is no matrix has lines. */
	private cells(isMatrix: boolean): string {
		let out = "";
		while (this.at < this.text.length && !this.text.startsWith("\\end", this.at)) {
			const isCell = isMatrix && this.text.charAt(this.at) === "&";
			const isRow = isMatrix && this.text.startsWith("\\\\", this.at);
			if (isCell || isRow) this.at += isCell ? 1 : 2;
			out += isCell ? ", " : isRow ? "; " : this.item();
		}
		return out;
	}
}

function power(inner: string, next: string): string {
	if (inner === "°" || inner === "′") return inner;
	if (inner === "") return "";
	const sign = /^\w|^\.\d/.test(next) ? undefined : POWERS.get(inner);
	return sign ?? `^${POWER.test(inner) ? inner : `(${inner})`}`;
}

/** In brackets where it is more than one number or name. */
function bracketed(part: string): string {
	return /^-?[\p{L}\p{N}.′]+$/u.test(part) || /^\([^()]*\)$/.test(part) || part === "" ? part : `(${part})`;
}
