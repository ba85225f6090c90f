/**
 * What is asked and answered in the pictures, by language. Owns these texts; the words of the screens are the catalogue's.
 * A language without texts of its own borrows the catalogue's longest sentences, so that its script and widths are seen.
 */
import type { Words } from "../../packaging/words.ts";

export type Sample = {
	question: string;
	/** Fits one page. */
	short: string;
	/** Takes several pages. */
	long: string;
	/** A follow-up for each place below an answer. */
	next: readonly string[];
	/** Said in a run. */
	cue: string;
	/** Questions asked before, the newest first. */
	earlier: readonly string[];
};

/** Who answered, for people. */
export const BY = "OpenAI gpt-4o-mini";

const SAMPLES: Readonly<Record<string, Sample>> = {
	"en-US": {
		question: "Can I go for a run before breakfast?",
		short: "Yes, an easy run is fine. Drink some water first, keep it under 45 minutes, and eat soon after.",
		long: "Yes, an easy run before breakfast is fine for most people. Drink a glass of water first and start slowly, because your body needs ten minutes to warm up. Keep it under 45 minutes and stay at a pace at which you can still talk. For intervals or a long run, eat a banana half an hour before. If you feel dizzy, stop and walk. Afterwards eat within the hour: oats with yoghurt and fruit give you carbohydrates and protein. On hard training days breakfast comes first.",
		next: ["What should I eat after?", "How slow is easy?", "And before intervals?"],
		cue: "Take a sip of water",
		earlier: ["Who painted The Night Watch?", "How long do eggs boil?", "12 % of 86", "Stretch for a stiff neck"],
	},
	"zh-CN": {
		question: "早餐前可以去跑步吗？",
		short: "可以，轻松跑没问题。先喝点水，控制在四十五分钟以内，跑完尽快吃早餐。",
		long: "对大多数人来说，早餐前轻松跑步没有问题。出发前先喝一杯水，慢慢开始，身体大约需要十分钟热身。时间控制在四十五分钟以内，保持还能说话的配速。如果要跑间歇或者长距离，最好提前半小时吃一根香蕉。感到头晕就停下来走一走。跑完一小时内吃早餐，燕麦配酸奶和水果，既有碳水化合物也有蛋白质。训练强度大的日子，请先吃早餐再跑。平时多留意心率，心率偏高时放慢速度，不要勉强自己。",
		next: ["跑完应该吃什么？", "多慢才算轻松？", "间歇跑之前呢？"],
		cue: "喝一小口水",
		earlier: ["《夜巡》是谁画的？", "鸡蛋要煮多久？", "86 的 12% 是多少", "脖子僵硬怎么拉伸"],
	},
	"zh-TW": {
		question: "早餐前可以去跑步嗎？",
		short: "可以，輕鬆跑沒問題。先喝點水，控制在四十五分鐘以內，跑完盡快吃早餐。",
		long: "對大多數人來說，早餐前輕鬆跑步沒有問題。出發前先喝一杯水，慢慢開始，身體大約需要十分鐘熱身。時間控制在四十五分鐘以內，保持還能說話的配速。如果要跑間歇或者長距離，最好提前半小時吃一根香蕉。感到頭暈就停下來走一走。跑完一小時內吃早餐，燕麥配優格和水果，既有碳水化合物也有蛋白質。訓練強度大的日子，請先吃早餐再跑。平時多留意心率，心率偏高時放慢速度，不要勉強自己。",
		next: ["跑完應該吃什麼？", "多慢才算輕鬆？", "間歇跑之前呢？"],
		cue: "喝一小口水",
		earlier: ["《夜巡》是誰畫的？", "雞蛋要煮多久？", "86 的 12% 是多少", "脖子僵硬怎麼伸展"],
	},
	"de-DE": {
		question: "Kann ich vor dem Frühstück laufen gehen?",
		short:
			"Ja, ein lockerer Lauf ist in Ordnung. Trink vorher etwas Wasser, bleib unter 45 Minuten und iss bald danach.",
		long: "Ja, ein lockerer Lauf vor dem Frühstück ist für die meisten in Ordnung. Trink vorher ein Glas Wasser und beginne langsam, denn dein Körper braucht zehn Minuten zum Aufwärmen. Bleib unter 45 Minuten und in einem Tempo, bei dem du dich noch unterhalten kannst. Vor Intervallen oder einem langen Lauf iss eine halbe Stunde vorher eine Banane. Wird dir schwindlig, bleib stehen und geh. Iss danach innerhalb einer Stunde: Haferflocken mit Joghurt und Obst liefern Kohlenhydrate und Eiweiß. An harten Trainingstagen kommt das Frühstück zuerst.",
		next: ["Was soll ich danach essen?", "Wie langsam ist locker?", "Und vor Intervalltraining?"],
		cue: "Trink einen Schluck Wasser",
		earlier: ["Wer malte die Nachtwache?", "Wie lange kochen Eier?", "12 % von 86", "Dehnübung für den Nacken"],
	},
};

export function sampleFor(language: string, words: Words): Sample {
	return SAMPLES[language] ?? borrowed(words);
}

function borrowed(words: Words): Sample {
	const say = (key: string) => words[key] ?? key;
	const chips = [1, 2, 3, 4, 5].map((n) => say(`chip.${n}.text`));
	const help = ["timeout", "unknown-outcome", "phone-away", "no-network", "rate-limited", "bad-answer"];
	return {
		question: say("chip.3.text"),
		short: say("offline.help"),
		long: [say("offline.help"), ...help.map((code) => say(`fault.${code}.help`))].join(" "),
		next: [say("offline.ask.time"), say("offline.ask.steps"), say("offline.ask.battery")],
		cue: say("run.cheer.2"),
		earlier: chips,
	};
}
