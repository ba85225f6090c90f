/**
 * A question in one dress: the digits of every script as 0 to 9, one kind of space, minus and quotation mark,
 * no accents, small letters. Owns what is the same and what is not; never what it means. Rule: two texts that
 * a person would call the same are equal afterwards, and no sign that carries a value is lost.
 */

/**
 * Where the ten digits of a script begin, in the scripts that people type in today. Full-width digits are
 * NFKC's.
 */
const ZEROS: readonly number[] = [
	0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
	0x1040, 0x17e0, 0x1810,
];

/** Signs that NFKC would turn into plain digits, which are other numbers: `5²` is no 52, `2½` no 21/2. */
const POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const RAISED = /([⁺⁻]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g;
const FRACTIONS: Readonly<Record<string, string>> = {
	"½": "1/2",
	"⅓": "1/3",
	"⅔": "2/3",
	"¼": "1/4",
	"¾": "3/4",
	"⅕": "1/5",
	"⅖": "2/5",
	"⅗": "3/5",
	"⅘": "4/5",
	"⅙": "1/6",
	"⅛": "1/8",
	"⅜": "3/8",
	"⅝": "5/8",
	"⅞": "7/8",
};

const DRESSES: readonly (readonly [RegExp, string])[] = [
	// Zero-width signs and marks of direction, which come along when a text is pasted.
	[/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ""],
	[/[\u2212\u2012\u2013\u2010\u2011\ufe63\uff0d]/g, "-"],
	[/''|[\u2033\u201d\u201c\u201f\u02ba\u3003]|\u2032\u2032|\u2019\u2019/g, '"'],
	[/[\u2018\u2019\u2032\u02b9\u02bc\u00b4`]/g, "'"],
	[/\u066b/g, "."],
	[/\u066c/g, "'"],
	[/\u066a/g, "%"],
	[/\u060c/g, ","],
];

/** Letters that many people write another way. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
	[/[\u0300-\u036f\u0640\u064b-\u0655\u0670\u093c]/g, ""],
	[/ß/g, "ss"],
	[/[ıİ]/g, "i"],
	[/ł/g, "l"],
	[/ø/g, "o"],
	[/ٱ/g, "ا"],
	[/ى/g, "ي"],
	[/ة/g, "ه"],
	[/ё/g, "е"],
	[/ँ/g, "ं"],
];

/** The same text with spaces, digits, marks and widths in one form; letters keep their case. */
export function plainSigns(text: string): string {
	let plain = text.replace(RAISED, (_, sign: string, digits: string) => {
		const lowered = [...digits].map((digit) => POWERS.indexOf(digit)).join("");
		return sign === "⁻" ? `^(-${lowered})` : `^${lowered}`;
	});
	plain = plain.replace(/(\d?)([½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞])/g, (_, digit: string, sign: string) =>
		digit === "" ? (FRACTIONS[sign] ?? sign) : `${digit} ${FRACTIONS[sign] ?? sign}`,
	);
	for (const [dress, plainSign] of DRESSES) plain = plain.replace(dress, plainSign);
	return westernDigits(plain.normalize("NFKC")).replace(/\s+/g, " ").trim();
}

function westernDigits(text: string): string {
	return text.replace(/[\u0660-\u1819]/g, (sign) => {
		const code = sign.charCodeAt(0);
		const zero = ZEROS.find((start) => code >= start && code < start + 10);
		return zero === undefined ? sign : String(code - zero);
	});
}

/** `plainSigns`, and letters without case, accents and other forms of the same letter. */
export function plainWords(text: string): string {
	// Hangul and kana are taken apart with the accents too, and put together again.
	const apart = plainSigns(text).toLowerCase().normalize("NFD");
	return LETTERS.reduce((rest, [letter, written]) => rest.replace(letter, written), apart).normalize("NFC");
}
