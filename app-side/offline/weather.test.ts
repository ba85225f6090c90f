import { describe, expect, it } from "vitest";
import { forecastOfWatch, SKIES } from "../../core/weather/forecast.ts";
import { fill, LANGUAGES, type Language } from "../../core/words/words.ts";
import type { Weather } from "../answerer.ts";
import { answerOffline, asksForWeather } from "./index.ts";
import { understand } from "./understanding.ts";
import { talkOf, weatherOf } from "./words/index.ts";
import { listOf } from "./words/talk.ts";

type Asked = { weather: string[]; rain: string[]; warmth: string[] };

/** As people ask for it; behind a `+` for tomorrow. */
const ASKED: Readonly<Record<Language, Asked>> = {
	"en-US": {
		weather: [
			"What's the weather?",
			"how's the weather today",
			"what's the forecast",
			"+weather forecast for tomorrow",
		],
		rain: [
			"Will it rain today?",
			"+Will it rain tomorrow?",
			"is it raining",
			"Do I need an umbrella?",
			"should I take an umbrella",
		],
		warmth: [
			"How cold is it?",
			"+how warm will it be tomorrow",
			"what's the temperature outside",
			"How hot is it today?",
		],
	},
	"de-DE": {
		weather: ["Wie ist das Wetter?", "+Wie wird das Wetter morgen?", "Wetter", "Wie wird das Wetter?"],
		rain: [
			"Regnet es heute?",
			"+Wird es morgen regnen?",
			"Brauche ich einen Regenschirm?",
			"Brauche ich heute einen Schirm?",
		],
		warmth: ["Wie kalt ist es?", "+Wie warm wird es morgen?"],
	},
	"fr-FR": {
		weather: ["Quel temps fait-il ?", "+Quel temps fera-t-il demain ?", "météo"],
		rain: [
			"Il pleut ?",
			"+Va-t-il pleuvoir demain ?",
			"Est-ce qu'il va pleuvoir aujourd'hui ?",
			"Ai-je besoin d'un parapluie ?",
		],
		warmth: ["Il fait froid dehors ?", "Quelle température fait-il ?"],
	},
	"es-ES": {
		weather: ["¿Qué tiempo hace?", "+¿Qué tiempo hará mañana?", "el tiempo"],
		rain: ["¿Va a llover hoy?", "+¿Lloverá mañana?", "¿Necesito un paraguas?"],
		warmth: ["¿Hace frío?", "¿Qué temperatura hace?"],
	},
	"it-IT": {
		weather: ["Che tempo fa?", "+Che tempo farà domani?", "meteo"],
		rain: ["Pioverà oggi?", "Piove?", "+Pioverà domani?", "Mi serve l'ombrello?"],
		warmth: ["Fa freddo?", "Quanti gradi ci sono?"],
	},
	"pt-BR": {
		weather: ["Como está o tempo?", "+Como fica o tempo amanhã?", "previsão do tempo"],
		rain: ["Vai chover hoje?", "+Vai chover amanhã?", "Preciso de guarda-chuva?"],
		warmth: ["Está frio?", "Qual é a temperatura?"],
	},
	"pl-PL": {
		weather: ["Jaka jest pogoda?", "+Jaka będzie jutro pogoda?"],
		rain: ["Czy będzie dziś padać?", "+Czy jutro będzie padać?", "Czy potrzebuję parasola?", "Czy pada deszcz?"],
		warmth: ["Jak zimno jest?", "+Jak ciepło będzie jutro?", "Jaka jest temperatura?"],
	},
	"ru-RU": {
		weather: ["Какая погода?", "+Какая погода завтра?"],
		rain: ["Будет ли дождь?", "+Будет дождь завтра?", "Мне нужен зонт?"],
		warmth: ["Сколько градусов?", "На улице холодно?"],
	},
	"tr-TR": {
		weather: ["Hava nasıl?", "+Yarın hava nasıl olacak?"],
		rain: ["Bugün yağmur yağacak mı?", "+Yarın yağmur yağacak mı?", "Şemsiye lazım mı?"],
		warmth: ["Hava soğuk mu?", "Bugün kaç derece?"],
	},
	"ar-EG": {
		weather: ["كيف الطقس اليوم؟", "+كيف الطقس غدا؟", "حالة الطقس"],
		rain: ["هل ستمطر اليوم؟", "+هل ستمطر غدا؟", "هل أحتاج إلى مظلة؟"],
		warmth: ["كم درجة الحرارة؟", "هل الجو بارد؟"],
	},
	"hi-IN": {
		weather: ["आज मौसम कैसा है?", "+कल मौसम कैसा रहेगा?"],
		rain: ["क्या आज बारिश होगी?", "+क्या कल बारिश होगी?", "क्या मुझे छाता चाहिए?"],
		warmth: ["कितनी ठंड है?", "आज का तापमान"],
	},
	"ja-JP": {
		weather: ["今日の天気は？", "+明日の天気予報", "天気を教えて"],
		rain: ["今日雨が降りますか？", "+明日は雨が降る？", "傘は必要？", "傘はいりますか？"],
		warmth: ["今日は寒い？", "気温は何度？"],
	},
	"ko-KR": {
		weather: ["오늘 날씨 어때?", "+내일 날씨 어때?", "날씨 알려줘"],
		rain: ["오늘 비 와?", "+내일 비 올까?", "비가 오나요?", "우산 필요해?"],
		warmth: ["지금 몇 도야?", "오늘 추워?"],
	},
	"zh-CN": {
		weather: ["今天天气怎么样？", "+明天天气怎么样？", "天气预报"],
		rain: ["今天会下雨吗？", "+明天会下雨吗？", "我需要带伞吗？"],
		warmth: ["今天冷不冷？", "现在多少度？", "+明天热吗"],
	},
	"zh-TW": {
		weather: ["今天天氣怎麼樣？", "+明天天氣怎麼樣？", "天氣預報"],
		rain: ["今天會下雨嗎？", "+明天會下雨嗎？", "我需要帶傘嗎？"],
		warmth: ["今天冷嗎？", "現在幾度？"],
	},
};

const NOW = Date.UTC(2026, 10, 27, 10, 9);

function ask(question: string, lang: string, weather: Weather, place = "Ulm") {
	const storage = { get: () => undefined, set: () => undefined };
	return answerOffline({ question, lang, place, weather }, { storage, now: () => NOW });
}

const told = (text: string): Weather => ({ forecast: forecastOfWatch(text) });
/** Light rain today; tomorrow sunny. */
const RAIN = told("C 5 8 13 3 -2 12");

describe.each(LANGUAGES)("in %s", (language) => {
	const words = weatherOf(language);

	it("what people ask of the weather is understood", () => {
		const missed: string[] = [];
		for (const [about, questions] of Object.entries(ASKED[language])) {
			for (const marked of questions) {
				const question = marked.replace("+", "");
				const wanted = { language, kind: "weather", about, isTomorrow: marked.startsWith("+") };
				const found = understand(question, language);
				if (JSON.stringify(found) !== JSON.stringify(wanted)) missed.push(`${question}: ${JSON.stringify(found)}`);
				expect(asksForWeather(question, language)).toBe(true);
			}
		}
		expect(missed).toEqual([]);
	});

	it("says the sky, low and high; whether it rains only if asked for; and proposes the other day", () => {
		const [today = "", tomorrow = ""] = listOf(words.ask);
		const [rain = "", snow = "", neither = ""] = listOf(words.falls);
		const skies = listOf(words.skies);
		const [now = "", then = ""] = listOf(talkOf(language).days);
		const plain = ask(today, language, RAIN);
		for (const part of [skies[SKIES.indexOf("light rain")] ?? "", "8", "13", "°C"]) expect(plain.text).toContain(part);
		expect(plain.text.toLowerCase().startsWith(now.toLowerCase())).toBe(true);
		expect(plain.next?.[0]).toBe(tomorrow);
		const next = ask(tomorrow, language, RAIN);
		for (const part of [skies[SKIES.indexOf("sunny")] ?? "", "-2", "12"]) expect(next.text).toContain(part);
		expect(next.text.toLowerCase().startsWith(then.toLowerCase())).toBe(true);
		expect(next.next?.[0]).toBe(today);
		const wet = ASKED[language].rain[0] ?? "";
		expect(ask(wet, language, RAIN).text).toBe(`${rain} ${plain.text}`);
		expect(ask(wet, language, told("C 8 -5 0")).text.startsWith(snow)).toBe(true);
		expect(ask(wet, language, told("C 3 5 9")).text.startsWith(neither)).toBe(true);
		expect(plain.text).not.toContain("{");
	});

	it("says of a sky that is not known only how warm it is", () => {
		const [, bare = ""] = listOf(words.line);
		const { text } = ask(ASKED[language].rain[0] ?? "", language, told("F 25 46 55"));
		const [day = ""] = listOf(talkOf(language).days);
		const wanted = fill(bare, { day, low: 46, high: 55, unit: "°F" });
		expect(text.toLowerCase()).toBe(wanted.toLowerCase());
	});

	it("says why it does not know, and what helps", () => {
		const [none = "", unfound = "", unreachable = ""] = listOf(words.none);
		const question = ASKED[language].weather[0] ?? "";
		expect(ask(question, language, {}, "").text).toBe(none);
		expect(ask(question, language, { why: "unfound" }).text).toBe(fill(unfound, { place: "Ulm" }));
		expect(ask(question, language, { why: "unreachable" }).text).toBe(unreachable);
		for (const text of [none, unreachable, unfound]) expect(text).toContain("open-meteo.com");
		expect(ask(listOf(words.ask)[1] ?? "", language, told("C 5 8 13")).text).toBe(none);
	});

	it("has a word for each sky", () => {
		expect(listOf(words.skies)).toHaveLength(SKIES.length);
		expect(
			[listOf(words.ask), listOf(words.line), listOf(words.falls), listOf(words.none)].map((list) => list.length),
		).toEqual([2, 2, 3, 3]);
		expect(listOf(words.skies).filter((sky) => sky.trim() === "")).toEqual([]);
	});
});

it.each([
	["en-US", "What time is it tomorrow?"],
	["en-US", "umbrella color"],
	["en-US", "weather in Paris"],
	["de-DE", "Guten Morgen"],
	["fr-FR", "Combien de temps ?"],
	["es-ES", "¿Cuánto tiempo?"],
	["ko-KR", "내일 뭐 먹지?"],
])("in %s, %j is not about the weather here", (lang, question) => {
	expect(asksForWeather(question, lang)).toBe(false);
});
