import { describe, expect, it } from "vitest";
import { charactersOf, piecesOf } from "./characters.ts";

/** Where the parts of a text end. */
function endsOf(parts: readonly string[]): number[] {
	let at = 0;
	return parts.map((part) => {
		at += part.length;
		return at;
	});
}

it.each([
	["Zepp-App", 8],
	["Haferflocken-Fr\u00fchst\u00fcck", 13],
	["Geschwindigkeits-Limit", 17],
	["Basis-URL", 9],
	["12-14", 5],
	["WLAN-Verbindung", 15],
])("a line breaks behind a hyphen between long parts alone: %s", (word, end) => {
	expect(endsOf(piecesOf(word))[0]).toBe(end);
});

describe("a character", () => {
	it("is never parted from a mark of its own, in any script that Unicode has below U+10000", () => {
		for (let code = 0x300; code < 0x10000; code++) {
			const mark = String.fromCharCode(code);
			if (/\p{M}/u.test(mark)) expect(charactersOf(`a${mark}`), code.toString(16)).toHaveLength(1);
		}
	});

	it.each([
		["Thai", "น้ำใจของคนไทยที่กรุงเทพฯ เป็นเรื่องสำคัญ"],
		["Lao", "ສະບາຍດີ ຂ້ອຍຊື່ ບຸນມີ ນ້ຳ"],
		["Khmer", "ខ្ញុំស្រឡាញ់ប្រទេសកម្ពុជា"],
		["Burmese", "မင်္ဂလာပါ ကျွန်တော်က မြန်မာနိုင်ငံကပါ"],
		["Tibetan", "བཀྲ་ཤིས་བདེ་ལེགས། ང་བོད་པ་ཡིན།"],
		["Tamil", "எங்கிருந்தாலும் வாழ்க நண்பர்களே"],
		["Telugu", "నమస్కారం మీరు ఎలా ఉన్నారు"],
		["Kannada", "ನಮಸ್ಕಾರ ನೀವು ಹೇಗಿದ್ದೀರಿ"],
		["Malayalam", "നമസ്കാരം സുഖമാണോ"],
		["Sinhala", "ආයුබෝවන් ඔබට කොහොමද"],
		["Gujarati", "નમસ્તે તમે કેમ છો"],
		["Gurmukhi", "ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ ਤੁਸੀਂ ਕਿਵੇਂ ਹੋ"],
		["Bengali", "নমস্কার আপনি কেমন আছেন"],
		["Oriya", "ନମସ୍କାର ଆପଣ କେମିତି ଅଛନ୍ତି"],
		["Hindi", "नमस्ते दुनिया, क्षत्रिय ज्ञान"],
		["Hebrew with points", "שָׁלוֹם עֲלֵיכֶם בְּרֵאשִׁית"],
		["Arabic with vowels", "السَّلَامُ عَلَيْكُمْ وَرَحْمَةُ اللَّهِ"],
		["Javanese", "ꦱꦸꦒꦼꦁꦫꦮꦸꦃ"],
		["Vietnamese, decomposed", "Tiếng Việt đẹp lắm".normalize("NFD")],
	])("of %s is cut nowhere where Unicode's own segmentation does not cut", (_name, text) => {
		const ends = new Set([...new Intl.Segmenter("und").segment(text)].map(({ index }) => index));
		for (const at of endsOf(charactersOf(text)).slice(0, -1)) expect(ends.has(at), `${at} of ${text}`).toBe(true);
	});

	it.each(["เมือง", "แม่", "โรง", "ใจ", "ไทย", "ເມືອງ", "ໄທ"])(
		"that begins with a vowel, as in %s, keeps its letter",
		(word) => {
			expect(charactersOf(word)[0]?.length).toBeGreaterThan(1);
		},
	);
});

describe("a number", () => {
	it.each([
		"100 g",
		"5 km",
		"10 %",
		"5 kg",
		"20 °C",
		"$ 5",
		"€ 9.99",
		"10:30 Uhr",
		"37.2 °C",
		"120 mmHg",
		"300 kcal",
		"5:36 min/km",
		"12 km/h",
		"8 p.m.",
		"250 ml",
		"1 000",
		"12 345 678",
		"USD 20",
		"CHF 4.50",
		"100 г",
		"5 км",
		"٢٠ كم",
		"५ किमी",
		"3 時間",
		"§ 12",
		"1,5 l",
		"2 EL",
		"500 mg,",
		"60 Hz.",
		"15 m²",
		"100克",
		"5公里",
		"60％",
		"23.5℃",
		"5キロ",
		"10킬로",
	])("keeps what it counts: %s", (text) => {
		expect(piecesOf(text)).toEqual([text]);
	});

	it.each([
		["In 2024 everybody ran", [3, 8, 18, 21]],
		["5 – 6 people", [2, 4, 6, 12]],
		["5 + 6 = 11", [2, 4, 6, 8, 10]],
		["100 200 300 400 500 600 700", [16, 20, 24, 27]],
		["run 5 km 6 km", [4, 9, 13]],
		["(5) apples", [4, 10]],
	])("holds nothing else: %s", (text, breaks) => {
		expect(endsOf(piecesOf(text))).toEqual(breaks);
	});
});

it.each([
	["\u{1f44d}\u{1f3fd}", "a skin tone"],
	["\u{1f469}\u200d\u{1f680}", "a joiner"],
	["\u2764\ufe0f", "a variation selector"],
	["\u{20000}", "two units"],
])("%s, with %s, is one character and one piece", (text) => {
	expect(charactersOf(text)).toEqual([text]);
	expect(piecesOf(`${text} ${text}`)).toEqual([`${text} `, text]);
});

it("a flag is in one piece", () => {
	expect(piecesOf("\u{1f1e9}\u{1f1ea}")).toHaveLength(1);
});

/** JIS X 4051: what begins no line and what ends none. */
it.each([
	"\u5929\u3002\u7a7a",
	"\u30ad\u30e3\u30c3\u30c1",
	"\u5929\u30fc\u7a7a",
	"\u300c\u5929\u300d\u7a7a",
	"\uff08\u5929\uff09\u7a7a",
])("no line begins with a sign that belongs to the character before it, nor ends with one that opens: %s", (text) => {
	for (const piece of piecesOf(text).slice(1))
		expect("\u3002\u30e3\u30c3\u30fc\u300d\uff09").not.toContain(piece.charAt(0));
	for (const piece of piecesOf(text)) expect("\u300c\uff08").not.toContain(piece.charAt(piece.length - 1));
});

it("a text may begin with any script", () => {
	expect(piecesOf("\ud558\ub298")).toEqual(["\ud558", "\ub298"]);
	expect(piecesOf("\u5929\u7a7a")).toEqual(["\u5929", "\u7a7a"]);
});
