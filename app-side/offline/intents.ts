/** What a question to the built-in assistant is about. Owns the words it is told by, in the languages of the catalogue. */

export type Intent = "time" | "date" | "battery" | "steps" | "heart" | "help";

/** A longer question asks for more than the built-in assistant knows. In UTF-16 units. */
const LONGEST = 60;

/** First match counts. No `\b` around other scripts: it knows ASCII alone. */
const WORDS: readonly (readonly [Intent, RegExp])[] = [
	[
		"time",
		/^time$|what(?:'s| is)? the time|what time|time is it|current time|wie sp(?:ä|ae)t|uhrzeit|wie ?viel uhr|几点|幾點|qu[eé] hora|quelle heure|che or[ae]|何時|몇 ?시|kt[oó]ra godzina|que horas|который час|сколько времени|saat kaç|كم الساعة|कितने बजे|क्या समय/i,
	],
	[
		"date",
		/^date$|what(?:'s| is)? (?:the |today's )?date|today's date|(?:what|which) day|welche[rs] (?:tag|datum)|der wievielte|^datum|几号|幾號|星期[几幾]|日期|qu[eé] (?:d[ií]a|fecha)|quel jour|quelle date|che giorno|何日|何曜日|며칠|무슨 요일|jaki dzi(?:ś|siaj|eń)|que dia|какое (?:сегодня )?число|какой (?:сегодня )?день|bug[uü]n (?:ne|hangi|günlerden|ayın)|ما (?:هو )?(?:التاريخ|تاريخ)|أي يوم|कौन सा दिन|तारीख/i,
	],
	[
		"heart",
		/heart ?rate|\bpulse?\b|\bbpm\b|herzfrequenz|心率|心跳|脈拍|心拍|frecuencia card[ií]aca|\bpulso\b|fr[eé]quence cardiaque|\bpouls\b|frequenza cardiaca|\bbattito|심박|맥박|\btętno|freq[uü][eê]ncia card[ií]aca|пульс|nab[ıi]z|نبض|हृदय गति|धड़कन/i,
	],
	[
		"battery",
		/\bbattery|\bakku|电量|電量|电池|電池|バッテリー|배터리|\bbater[ií]|\bbatterie\b|\bbatteria\b|батаре|заряд|\bşarj|\bpil\b|بطارية|बैटरी/i,
	],
	[
		"steps",
		/^steps?$|how many steps|my steps|steps today|step count|(?:viele|meine) schritte|^schritte|schritte heute|步数|步數|多少步|[几幾]步|何歩|歩数|(?:cu[aá]ntos|mis) pasos|combien de pas|mes pas\b|(?:quanti|miei) passi|걸음|ile kroków|kroki|(?:quantos|meus) passos|сколько шагов|kaç adım|عدد الخطوات|كم خطوة|कितने कदम/i,
	],
	[
		"help",
		/^help$|what can you do|who are you|^hilfe$|was kannst du|wer bist du|你会什么|你會什麼|你能做什么|你是谁|^帮助$/i,
	],
];

/** Asked of another place, which the watch knows nothing of: `what time is it in Tokyo`. */
const ELSEWHERE = /\s(?:in|auf)\s+(?!my\b|the\b|meine[mr]?\b)\p{L}{3,}/iu;

export function findIntent(question: string): Intent | null {
	const text = question
		.trim()
		.replace(/[?？!.。！؟\s]+$/, "")
		.replace(/[’‘]/g, "'");
	if (text.length > LONGEST || ELSEWHERE.test(text)) return null;
	return WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
}
