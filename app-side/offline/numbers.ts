/** Numbers as people of a language write them. Owns decimal and thousands marks, in and out. */

/** Languages that write 3,5 for three and a half, by their first letters. */
const COMMA_LANGUAGES: readonly string[] = ["de", "es", "fr", "it", "pl", "pt", "ru", "tr"];
/** Of these, those that part thousands by a space alone: there 1.234 is no thousand. */
const SPACE_LANGUAGES: readonly string[] = ["fr", "pl", "ru"];
/** Regions of them that write 3.5 (Unicode CLDR). */
const POINT_REGIONS = /^(?:de-(?:ch|li)|it-ch|es-(?:mx|us|pr|gt|hn|ni|pa|sv|do|pe|419))$/i;

function usesComma(lang: string): boolean {
	return COMMA_LANGUAGES.includes(lang.slice(0, 2).toLowerCase()) && !POINT_REGIONS.test(lang);
}

/** Thousands, or lakhs and crores; the first group does not begin with 0. */
const GROUPS = /^[1-9]\d{0,2}(?:[,. ']\d{3})+$|^[1-9]\d?(?:,\d{2})+,\d{3}$/;

/**
 * The value of `1,000.5`, `1.000,5`, `3,5`, `1'234`, `1 234` or `1,00,000`; undefined if no known way of
 * writing has such marks. A lone mark before exactly three digits parts thousands if the language has it so.
 */
export function readNumber(written: string, lang: string): number | undefined {
	const last = Math.max(written.lastIndexOf(","), written.lastIndexOf("."));
	if (last < 0) return whole(written);
	const mark = written.charAt(last);
	const head = written.slice(0, last);
	const tail = written.slice(last + 1);
	const isGrouping = head.includes(mark) || (/^\d+$/.test(head) && isThousands(written, mark, lang));
	if (isGrouping) return whole(written);
	const front = head === "" ? 0 : whole(head);
	return front === undefined || !/^\d+$/.test(tail) ? undefined : front + Number(`0.${tail}`);
}

function isThousands(written: string, mark: string, lang: string): boolean {
	if (!GROUPS.test(written)) return false;
	const comma = usesComma(lang);
	return mark === "," ? !comma : comma && !SPACE_LANGUAGES.includes(lang.slice(0, 2).toLowerCase());
}

/** A whole number, in groups or not; all its marks are the same. */
function whole(written: string): number | undefined {
	if (/^\d+$/.test(written)) return Number(written);
	const marks = new Set(written.replace(/\d/g, ""));
	return marks.size === 1 && GROUPS.test(written) ? Number(written.replace(/\D/g, "")) : undefined;
}

/** From here on a number no longer holds each of its digits. */
const EXACT_BELOW = 1e15;

/**
 * At most `significant` digits or two behind the mark, without needless zeros: `8.047`, `31356.3`, `1.5 ×
 * 10^21`.
 */
export function writeNumber(value: number, significant: number, lang: string): string {
	const text = digitsOf(value, significant).replace("-", "−");
	return usesComma(lang) ? text.replace(".", ",") : text;
}

function digitsOf(value: number, significant: number): string {
	const size = Math.abs(value);
	if (Number.isInteger(value) && size < EXACT_BELOW) return String(value === 0 ? 0 : value);
	if (size >= EXACT_BELOW || size < 1e-6) {
		const [digits = "", power = ""] = value.toExponential(significant - 1).split("e");
		return `${Number(digits)} × 10^${Number(power)}`;
	}
	const wanted = Math.max(significant, Math.floor(Math.log10(size)) + 3);
	return String(Number(value.toPrecision(Math.min(wanted, 15))));
}
