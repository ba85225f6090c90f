/** Sums and conversions as they are asked. Where a right value is not a definition, its source stands beside it or in docs/field-cases.md. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUESTION_LIMIT } from "../../core/wire/protocol.ts";
import { answerSum } from "./arithmetic.ts";
import { answerConversion } from "./conversion.ts";
import { readQuestion } from "./reading.ts";

function sum(question: string, lang = "en-US"): string | null {
	const tokens = readQuestion(question, lang);
	const answer = tokens === null ? null : answerSum(tokens, lang);
	return answer === null ? null : (answer.text ?? "no result");
}

function conversion(question: string, lang = "en-US"): string | null {
	const tokens = readQuestion(question, lang);
	return tokens === null ? null : answerConversion(tokens, lang);
}

const resultOf = (text: string | null) => text?.split(" = ").pop();

describe("a sum", () => {
	it.each([
		["2+2", "4"],
		["2 + 3 * 4", "14"],
		["(2 + 3) * 4", "20"],
		["2 - 3 - 4", "−5"],
		["2^3^2", "512"],
		["-2^2", "−4"],
		["10 / 4", "2.5"],
		["12 ÷ 4 × 2", "6"],
		["9 − 4 – 1", "4"],
		["0.1 + 0.2", "0.3"],
		["15% of 80", "12"],
		["15% of $80", "12"],
		["20% off 50", "40"],
		["80 + 15%", "92"],
		["1000 + 20 + 5%", "1071"],
		["88% + 12%", "1"],
		["80 - 25 percent", "60"],
		["1,000 * 3", "3000"],
		["1 234,5 + 1", "1235.5"],
		["1'234 * 2", "2468"],
		["1,00,000 + 5", "100005"],
		["5 times 6", "30"],
		["7 x 8", "56"],
		["2(3 + 4)", "14"],
		["√16 + 1", "5"],
		["square root of 2", "1.414213562"],
		["∛27", "3"],
		["3 squared", "9"],
		["5² + 2³", "33"],
		["1 1/2 + ½", "2"],
		["1/3", "0.3333333333"],
		["2^100", "1.2676506 × 10^30"],
		["123456789 * 987654321", "1.219326311 × 10^17"],
		["10 / 0", "no result"],
		["3 million / 4", "750000"],
		["1.000.000 / 4", "250000"],
	])("%s is %s", (asked, result) => {
		expect(resultOf(sum(asked))).toBe(result);
	});

	it.each([
		["wie viel ist 3,5 mal 2?", "de-DE", "7"],
		["was ist 10 geteilt durch 4", "de-DE", "2,5"],
		["1.234,5 + 1", "de-DE", "1235,5"],
		["Combien font 15 % de 80 ?", "fr-FR", "12"],
		["¿Cuánto es 3 por 4?", "es-ES", "12"],
		["Quanto fa 12 diviso 4?", "it-IT", "3"],
		["Quanto é 3 vezes 4?", "pt-BR", "12"],
		["Ile to jest 15% z 80?", "pl-PL", "12"],
		["80'in %15'i kaç?", "tr-TR", "12"],
		["Сколько будет 3 умножить на 4?", "ru-RU", "12"],
		["كم يساوي ١٢٫٥ + ١؟", "ar-EG", "13.5"],
		["٢ + ٣", "ar-EG", "5"],
		["١٥٪ من ٨٠", "ar-EG", "12"],
		["१५ + २७", "hi-IN", "42"],
		["80 का 15% कितना है?", "hi-IN", "12"],
		["80の15%は？", "ja-JP", "12"],
		["3万5000＋1", "ja-JP", "35001"],
		["80의 15%는?", "ko-KR", "12"],
		["3乘以4等于多少", "zh-CN", "12"],
		["80的百分之15是多少？", "zh-CN", "12"],
		["10除以4", "zh-TW", "2.5"],
	])("%s in %s is %s", (asked, lang, result) => {
		expect(resultOf(sum(asked, lang))).toBe(result);
	});

	/** The reports stand in docs/field-cases.md. */
	it.each([
		["1000+10%", "en-US", "1100"],
		["1000*10%", "en-US", "100"],
		["-3^2", "en-US", "−9"],
		["123 456,78 + 0", "pl-PL", "123456,78"],
		["123\u00a0456,78 + 0", "pl-PL", "123456,78"],
		["123\u202f456,78 + 0", "fr-FR", "123456,78"],
		["1.000 + 1", "fr-FR", "2"],
		["155万除以10亿", "zh-CN", "0.00155"],
	])("%s in %s, which others got wrong, is %s", (asked, lang, result) => {
		expect(resultOf(sum(asked, lang))).toBe(result);
	});

	it("is shown by its signs, in every language", () => {
		expect(sum("What is 12 * (3 + 4)?")).toBe("12 * (3 + 4) = 84");
		expect(sum("cuánto es 2 más 3", "es-ES")).toBe("2 + 3 = 5");
		expect(sum("15% of 80")).toBe("15% × 80 = 12");
	});

	it.each([
		"5",
		"hello",
		"2 +",
		"(2",
		"2)",
		"1 2 3 +",
		"()",
		"* 3",
		"2 ** ",
		"alert(1)+1",
		"-5",
		"1..2 + 3",
		"2 + 3 times",
		"2 + 2 = 5",
		"3 of 4",
		"6/2(1+2)",
		"1 + 15% + 25%",
		"10 mod 3",
		"2 + 2 apples",
		"5 + 3 km",
		"1,234,56 + 1",
		"1e3 + 1",
		"call 555-1234 now",
	])("%j is none", (asked) => {
		expect(sum(asked)).toBeNull();
	});

	it("agrees with JavaScript on plain sums", () => {
		const number = fc.integer({ min: 0, max: 9999 });
		fc.assert(
			fc.property(
				number,
				fc.array(fc.tuple(fc.constantFrom("+", "-", "*"), number), { minLength: 1, maxLength: 5 }),
				(first, rest) => {
					const asked = rest.reduce((text, [sign, value]) => `${text} ${sign} ${value}`, String(first));
					const expected = sumOf(first, rest);
					const shown = resultOf(sum(asked))?.replace("−", "-").replace(" × 10^", "e");
					expect(Number(shown)).toBeCloseTo(expected, -Math.floor(Math.log10(Math.abs(expected) + 1)) + 8);
				},
			),
		);
	});
});

/** By products first, then from the left: what the parser should find, in another way. */
function sumOf(first: number, rest: [string, number][]): number {
	const terms = [first];
	for (const [sign, value] of rest) {
		if (sign === "*") terms.push((terms.pop() ?? 0) * value);
		else terms.push(sign === "-" ? -value : value);
	}
	return terms.reduce((total, term) => total + term, 0);
}

describe("a conversion", () => {
	/** Right values: GNU units 2.22 (`units -t "5 feet + 10 inches" cm`), and the definitions in NIST SP 811. */
	it.each([
		["5 ft 10 in to cm", "en-US", "5 ft 10 in = 177.8 cm"],
		["5'10\" in cm", "en-US", "5 ft 10 in = 177.8 cm"],
		["5′ 10″ to cm", "en-US", "5 ft 10 in = 177.8 cm"],
		["5 foot 2 in m", "en-US", "5 ft 2 in = 1.575 m"],
		["6 foot 4 in cm", "en-US", "6 ft 4 in = 193.04 cm"],
		["5ft10 in cm", "en-US", "5 ft 10 in = 177.8 cm"],
		["60 ft 1 in to in", "en-US", "60 ft 1 in = 721 in"],
		["5 ft and 10 in to cm", "en-US", "5 ft 10 in = 177.8 cm"],
		["167.64 cm in feet and inches", "en-US", "167.64 cm = 5 ft 6 in"],
		["182.88 cm in ft and in", "en-US", "182.88 cm = 6 ft"],
		["10 in in cm", "en-US", "10 in = 25.4 cm"],
		["1 h 30 min in s", "en-US", "1 h 30 min = 5400 s"],
		["1h30 in minutes", "en-US", "1 h 30 min = 90 min"],
		["1 m 80 in cm", "en-US", "1 m 80 cm = 180 cm"],
		["90 m in h", "en-US", "90 min = 1.5 h"],
		["6 lb 3 oz to g", "en-US", "6 lb 3 oz = 2806.6 g"],
		["11 st 4 in kg", "en-US", "11 st 4 lb = 71.67 kg"],
		["1 h 20 min + 45 min", "en-US", "1 h 20 min + 45 min = 2 h 5 min"],
		["5 km - 200 m in m", "en-US", "5 km − 200 m = 4800 m"],
		["3 1/2 cups to ml", "en-US", "3.5 cup = 828.06 ml"],
		["½ cup in ml", "en-US", "0.5 cup = 118.29 ml"],
		["5 km to miles", "en-US", "5 km = 3.107 mi"],
		["Convert 180 lbs into kg", "en-US", "180 lb = 81.65 kg"],
		["100 f in c", "en-US", "100 °F = 37.78 °C"],
		["-40 °C in °F", "en-US", "−40 °C = −40 °F"],
		["0 celsius in kelvin", "en-US", "0 °C = 273.15 K"],
		["How many feet are in 2 m?", "en-US", "2 m = 6.562 ft"],
		["how many feet in a mile", "en-US", "1 mi = 5280 ft"],
		["12345 in to cm", "en-US", "12345 in = 31356.3 cm"],
		["2 tons in kg", "en-US", "2 ton(US) = 1814.37 kg"],
		["2 ton kaç kg", "tr-TR", "2 t = 2000 kg"],
		["90 minutes in hours", "en-US", "90 min = 1.5 h"],
		["10 km/h in mph", "en-US", "10 km/h = 6.214 mph"],
		["8 fl oz in ml", "en-US", "8 fl oz = 236.59 ml"],
		["1 acre in m²", "en-US", "1 acre = 4046.86 m²"],
		["30 psi in bar", "en-US", "30 psi = 2.068 bar"],
		["2,5 Meilen in km", "de-DE", "2,5 mi = 4,023 km"],
		["5 Fuß 10 Zoll in cm", "de-DE", "5 ft 10 in = 177,8 cm"],
		["Wie viele km sind 5 Meilen?", "de-DE", "5 mi = 8,047 km"],
		["1 m 80 en cm", "fr-FR", "1 m 80 cm = 180 cm"],
		["5 millas a kilómetros", "es-ES", "5 mi = 8,047 km"],
		["5 mil km en millas", "es-ES", "5000 km = 3106,86 mi"],
		["Quanti km sono 5 miglia?", "it-IT", "5 mi = 8,047 km"],
		["5 milhas em km", "pt-BR", "5 mi = 8,047 km"],
		["Ile kilometrów to 5 mil?", "pl-PL", "5 mi = 8,047 km"],
		["5 mil kaç km?", "tr-TR", "5 mi = 8,047 km"],
		["5 km'yi mile çevir", "tr-TR", "5 km = 3,107 mi"],
		["Сколько километров в 5 милях?", "ru-RU", "5 mi = 8,047 km"],
		["كم كيلومتر في ٥ أميال؟", "ar-EG", "5 mi = 8.047 km"],
		["5 फुट 10 इंच को सेमी में बदलो", "hi-IN", "5 ft 10 in = 177.8 cm"],
		["摂氏100度は華氏何度？", "ja-JP", "100 °C = 212 °F"],
		["1時間30分は何秒？", "ja-JP", "1 h 30 min = 5400 s"],
		["5피트 10인치는 몇 센티미터야?", "ko-KR", "5 ft 10 in = 177.8 cm"],
		["5英尺10英寸等于多少厘米？", "zh-CN", "5 ft 10 in = 177.8 cm"],
		["10斤等于多少公斤", "zh-CN", "10 jin = 5 kg"],
		["1小時30分鐘是多少秒？", "zh-TW", "1 h 30 min = 5400 s"],
	])("%s in %s", (asked, lang, text) => {
		expect(conversion(asked, lang)).toBe(text);
	});

	it.each([
		"5 km in kg",
		"5 apples in km",
		"how far is a km",
		"5 dollars in euros",
		"",
		"5 ft 10 kg in cm",
		"5 m 5 in cm",
		"5 km or 3 miles in m",
		"5 km and 3 miles in m",
		"5 ft 10 in to cm and kg",
		"half a mile in km",
		"20 °C",
	])("%j is none", (asked) => {
		expect(conversion(asked)).toBeNull();
	});
});

describe("a long question", () => {
	it.each(["1", "(", "km ", "5 ft ", "√", "%", "'", ".", "? ", "a", "漢", "1,", "² ", "- ", "一", "ﷺ"])(
		"of %j is read at once",
		(part) => {
			const question = part.repeat(QUESTION_LIMIT).slice(0, QUESTION_LIMIT);
			const before = process.cpuUsage().user;
			for (let round = 0; round < 10; round++) {
				sum(question);
				conversion(question);
			}
			expect((process.cpuUsage().user - before) / 1000 / 20).toBeLessThan(40);
			expect(readQuestion(`${question} `, "en-US")).toBeNull();
		},
	);
});
