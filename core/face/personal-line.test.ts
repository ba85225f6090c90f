import { describe, expect, it } from "vitest";
import { ROOT } from "../../packaging/places.ts";
import { readCatalogue } from "../../packaging/words.ts";
import { layoutText } from "../../simulator/index.ts";
import en from "../words/en-US.json" with { type: "json" };
import { LANGUAGES } from "../words/words.ts";
import { personalLine } from "./personal-line.ts";

type Known = {
	date?: Date;
	battery?: number;
	steps?: number;
	target?: number;
	slept?: number;
	trained?: number;
	high?: number;
	next?: number;
	sky?: number;
	sunset?: number;
};

const WEDNESDAY = new Date(Date.UTC(2026, 10, 25));
const DAY_MS = 86_400_000;

function at(hour: number, { date = WEDNESDAY, ...known }: Known = {}): readonly [key: string, n: number] {
	const { battery, steps, target, slept, trained, high, next, sky, sunset } = known;
	const facts = [battery, steps, target, slept, trained, high, next, sky, sunset];
	return personalLine([date.getUTCDay() || 7, date.getUTCDate(), hour, ...facts]);
}

function occasionOf([key]: readonly [key: string, n: number]): string {
	return key.slice("line.".length, -2);
}

/** What is spoken of at these hours, over a week of days. */
function occasions(hours: readonly number[], known: Known = {}, days = 14): Set<string> {
	const found = new Set<string>();
	for (let day = 0; day < days; day++) {
		const date = new Date(WEDNESDAY.getTime() + day * DAY_MS);
		for (const hour of hours) found.add(occasionOf(at(hour, { ...known, date })));
	}
	return found;
}

/** Facts of a day as they come, by a number: each occasion comes about, alone and with others. */
function factsOf(day: number): Known {
	const pick = <T>(values: readonly T[], by: number): T | undefined => values[Math.floor(day / by) % values.length];
	const known = {
		battery: pick([80, 12, undefined, 40, 55], 1),
		steps: pick([0, 6500, 9000, undefined], 1),
		target: pick([8000, undefined, 0], 5),
		slept: pick([300, 480, undefined], 2),
		trained: pick([2, 20, 60, undefined], 3),
		high: pick([10, 20, undefined], 2),
		next: pick([16, 20, 4, undefined], 3),
		sky: pick([3, 7, undefined, 15], 1),
		sunset: pick([16, 18, 21, undefined], 30),
	};
	return JSON.parse(JSON.stringify(known));
}

describe("the line of its own", () => {
	it("speaks of the hour and the day where the sensors say nothing", () => {
		expect(occasions([0, 3, 4, 22, 23])).toEqual(new Set(["night"]));
		expect(occasions([5, 8, 9])).toEqual(new Set(["morning", "monday", "weekend"]));
		expect(occasions([10, 14, 17])).toEqual(new Set(["day", "weekend"]));
		expect(occasions([18, 20, 21])).toEqual(new Set(["evening"]));
	});

	it.each<[string, readonly number[], Known, Known]>([
		["slept", [6, 8], { slept: 450 }, { slept: 400 }],
		["workout", [9], { trained: 15 }, { trained: 4 }],
		["workout", [9], { trained: 30 }, { trained: 40 }],
		["rain", [10, 14], { sky: 7 }, { sky: 9 }],
		["warmer", [12, 20], { high: 10, next: 15 }, { high: 10, next: 14 }],
		["colder", [12, 20], { high: 10, next: 5 }, { high: 10, next: 6 }],
		["dark", [12, 16], { sunset: 16 }, { sunset: 17 }],
		["light", [17, 20], { sunset: 20 }, { sunset: 19 }],
		["goal", [10, 19], { steps: 8000, target: 8000 }, { steps: 7999, target: 8000 }],
		["near", [10, 19], { steps: 6000, target: 8000 }, { steps: 5999, target: 8000 }],
	])("speaks of %s at %s where it is so, and not where it is not", (name, hours, so, notSo) => {
		expect(occasions(hours, so)).toContain(name);
		expect(occasions(hours, notSo)).not.toContain(name);
	});

	it("speaks of a low battery before all else, with what is left", () => {
		expect(occasions([3, 8, 14, 20], { battery: 15, steps: 9000, target: 8000, sky: 7 })).toEqual(new Set(["battery"]));
		expect(at(14, { battery: 9 })[1]).toBe(9);
		expect(occasions([14], { battery: 16 })).not.toContain("battery");
	});

	it("counts what is left of the day's goal, and never a single step", () => {
		for (const target of [1, 2, 3, 100, 8000]) {
			for (const steps of [0, 1, 2, 3, 99, 100, 1000, 7998, 7999, 8000]) {
				for (let hour = 10; hour < 22; hour++) {
					const line = at(hour, { steps, target });
					if (occasionOf(line) !== "near") continue;
					expect(line[1]).toBe(target - steps);
					expect(line[1]).toBeGreaterThanOrEqual(2);
				}
			}
		}
	});

	it("is none of those of the day before, over two years of days, and each is said", () => {
		const said = new Set<string>();
		let before = new Set<string>();
		for (let day = 0; day < 730; day++) {
			const date = new Date(WEDNESDAY.getTime() + day * DAY_MS);
			const lines = new Set<string>();
			for (let hour = 0; hour < 24; hour++) lines.add(at(hour, { ...factsOf(day), date })[0]);
			for (const line of lines) {
				expect(before.has(line), `${line} on ${date.toISOString()} and the day before`).toBe(false);
				said.add(line);
			}
			before = lines;
		}
		expect([...said].sort()).toEqual(
			Object.keys(en)
				.filter((key) => key.startsWith("line."))
				.sort(),
		);
		expect(said.size).toBeGreaterThanOrEqual(60);
	});
});

/** What presses, blames or speaks as a doctor; `-` stands for any letters. */
const NEVER: Readonly<Record<string, string>> = {
	"en-US": "should|must|have to|don't forget|lazy|only got|too little|unhealthy|heart rate|pulse|stress-|weight|calor-",
	"de-DE": "musst|solltest|vergiss|faul|zu wenig|ungesund|Puls|Stress-|Gewicht|Kalorien",
	"fr-FR": "dois|devrais|faut|oublie|paresse-|trop peu|pouls|stress-|poids|calorie-",
	"es-ES": "debes|deberías|tienes que|olvides|perez-|demasiado poco|pulso|estrés|peso|calorías",
	"it-IT": "devi|dovresti|dimentic-|pigr-|troppo poco|battito|stress|peso|calorie",
	"pt-BR": "deve|deveria|precisa|esqueça|preguiç-|muito pouco|pulso|estresse|peso|calorias",
	"pl-PL": "musisz|powinieneś|powinnaś|zapomnij|leniw-|za mało|tętno|stres-|waga|kalori-",
	"tr-TR": "zorundasın|gerek-|unutma|tembel-|çok az|nabız|stres-|kilo|kalori",
	"ru-RU": "должны|следует|забудьте|лен-|слишком мало|пульс|стресс-|вес|калори-",
	"ar-EG": "يجب|عليك|تنس|كسول|النبض|التوتر|الوزن|السعرات",
	"hi-IN": "चाहिए|ज़रूरी|भूलें|आलसी|नाड़ी|तनाव|वज़न|कैलोरी",
	"ja-JP": "べき|なければ|怠け|脈|心拍|ストレス|体重|カロリー",
	"ko-KR": "해야|게으|잊지|맥박|심박|스트레스|체중|칼로리",
	"zh-CN": "必须|应该|别忘|懒|脉搏|心率|压力|体重|卡路里",
	"zh-TW": "必須|應該|別忘|懶|脈搏|心率|壓力|體重|卡路里",
};
const SPACED = /[a-zа-я\u0900-\u097f\u0600-\u06ff]/i;
/** On a face 480 wide: two lines of its type, no wider than the narrowest place that a line of it has. */
const TYPE_SIZE = 26;
const PLACE_WIDE = 300;
const LETTERS_MAX = 44;

describe.each(LANGUAGES)("the lines in %s", (language) => {
	const words = readCatalogue(ROOT)[language] ?? {};
	const lines = Object.keys(en)
		.filter((key) => key.startsWith("line."))
		.map((key) => (words[key] ?? "").replace("{n}", "1760"));

	it("are all different, at least sixty", () => {
		expect(new Set(lines).size).toBe(lines.length);
		expect(lines.length).toBeGreaterThanOrEqual(60);
	});

	it("stand in two lines, none of more than some forty letters", () => {
		const two = 2 * layoutText("X", { textSize: TYPE_SIZE, width: PLACE_WIDE, wrapped: true }).height;
		const long = lines.filter((line) => {
			const { height } = layoutText(line, { textSize: TYPE_SIZE, width: PLACE_WIDE, wrapped: true });
			return height > two + 8 || line.length > LETTERS_MAX;
		});
		expect(long).toEqual([]);
	});

	it("press nobody, blame nobody and are no doctor", () => {
		const patterns = (NEVER[language] ?? "").split("|").map((word) => {
			const text = word.replace("-", "");
			const end = word.endsWith("-") || !SPACED.test(word) ? "" : "(?!\\p{L})";
			return new RegExp(`${SPACED.test(word) ? "(?<!\\p{L})" : ""}${text}${end}`, "iu");
		});
		expect(patterns.length).toBeGreaterThan(6);
		expect(lines.filter((line) => patterns.some((pattern) => pattern.test(line)))).toEqual([]);
		expect(
			patterns.some((pattern) => pattern.test(`x ${(NEVER[language] ?? "").split("|")[0]?.replace("-", "")} x`)),
		).toBe(true);
	});
});
