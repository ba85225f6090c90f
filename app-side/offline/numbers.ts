/** Numbers as people of a language write them. Owns decimal and thousands marks, in and out. */

/** Languages that write 3,5 for three and a half, by their first letters. */
const COMMA_LANGUAGES: readonly string[] = ["de", "es", "fr", "it", "pl", "pt", "ru", "tr"];

function usesComma(lang: string): boolean {
	return COMMA_LANGUAGES.includes(lang.slice(0, 2).toLowerCase());
}

/** `1,000.5`, `1.000,5`, `3,5` and `3.5`: a lone mark before exactly three digits parts thousands where the language has it so. */
export function readNumber(written: string, lang: string): number {
	const [decimal, thousands] = usesComma(lang) ? [",", "."] : [".", ","];
	const digits = written.replace(/[\s'’]/g, "");
	const both = digits.includes(",") && digits.includes(".");
	const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`).test(digits);
	const last = digits.lastIndexOf(",") > digits.lastIndexOf(".") ? "," : ".";
	const mark = both ? last : grouped ? decimal : digits.includes(",") ? "," : ".";
	return Number(
		digits
			.split(mark === "," ? "." : ",")
			.join("")
			.replace(",", "."),
	);
}

/** At most `significant` digits, without needless zeros: `8.047`, `1e+21`. */
export function writeNumber(value: number, significant: number, lang: string): string {
	const rounded = Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(significant));
	const text = String(rounded === 0 ? 0 : rounded).replace("-", "−");
	return usesComma(lang) ? text.replace(".", ",") : text;
}
