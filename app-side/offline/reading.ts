/**
 * A question as a list of numbers, signs, units and the words around them, in any language of the catalogue. Owns the words
 * that a sum, a conversion, a clock or a pace is told by. Rule: null as soon as one word is none of them, so that nobody gets a number for
 * half of what was asked.
 */
import { QUESTION_LIMIT } from "../../core/protocol.ts";
import { createLexicon, isLetter, type Lexicon, withoutMarks } from "./lexicon.ts";
import { readNumber } from "./numbers.ts";
import { plainWords } from "./plain.ts";
import { goesInto, UNITS, type Unit } from "./units.ts";

/**
 * `glue` says nothing by itself: `what is`, `in`, `=`. `at` is a pace's or a clock's, `later` and `ago` count from now. A `sign` is one
 * of `+`, `-`, `*`, `/`, `^`, `%` and brackets, `r` and `c` for square and cube root, `of` and `off` of a share.
 */
export type Word =
	| { kind: "sign"; sign: string }
	| { kind: "unit"; units: readonly Unit[] }
	| { kind: "scale"; factor: number }
	| { kind: "race"; meters: number }
	| { kind: "half"; hours: 0 | 12 }
	| {
			kind:
				| "and"
				| "one"
				| "glue"
				| "degree"
				| "tip"
				| "pace"
				| "at"
				| "later"
				| "ago"
				| "now"
				| "until"
				| "money"
				| "clock-word";
	  };

/** A clock's parts are as they stand: hours and minutes, or minutes and seconds, or three. */
export type Token = (Word | { kind: "number"; value: number } | { kind: "clock"; parts: readonly number[] }) & {
	text: string;
	spaced: boolean;
};

const SIGNS: Readonly<Record<string, string>> = {
	"+": "+ plus piu mas mais arti плюс прибавить زائد زايد प्लस जमा 加 加上 たす 足す プラス 더하기 dodac add",
	"-": "- minus menos moins meno eksi минус ناقص माइनस घटा 减 減 减去 減去 ひく 引く マイナス 빼기",
	"*": "* x · ∙ × ⋅ times multiplied_by mal multipliziert_mit fois multiplie_par por multiplicado_por vezes per moltiplicato_per volte razy carpi kere kez умножить_на умножить помножить_на на في_ضرب ضرب गुणा गुना 乘以 乘 かける 掛ける 곱하기",
	"/": "/ ÷ ∶ : divided_by over geteilt_durch durch divise_par dividido_por dividido_entre entre diviso dividido podzielic_przez podzielone_przez bolu разделить_на делить_на поделить_на تقسيم قسمه على_قسمه भाग बटा 除以 わる 割る 나누기",
	"^": "^ ** to_the_power_of hoch elevado_a elevato_a puissance степень в_степени üzeri 的次方",
	"^2": "squared quadrat au_carre al_cuadrado al_quadrato ao_quadrado do_kwadratu в_квадрате 的平方 の二乗 の2乗 제곱",
	"^3": "cubed au_cube al_cubo ao_cubo в_кубе 的立方 の三乗 の3乗 세제곱",
	"%": "% percent per_cent pct prozent pour_cent por_ciento per_cento por_cento procent* yuzde процент* بالمئه بالمائه في_الميه प्रतिशत फीसदी パーセント 퍼센트 프로 百分之",
	"(": "( [ （",
	")": ") ] ）",
	r: "√ sqrt square_root_of the_square_root_of square_root wurzel_aus wurzel quadratwurzel_aus racine_carree_de racine_de raiz_cuadrada_de raiz_quadrada_de raiz_de radice_quadrata_di radice_di pierwiastek_z pierwiastek karekok корень_из квадратный_корень_из корень الجذر_التربيعي_ل जذر वर्गमूल 根号 根號 ルート 루트",
	c: "∛ cbrt cube_root_of the_cube_root_of kubikwurzel_aus racine_cubique_de raiz_cubica_de radice_cubica_di кубический_корень_из",
	of: "of von de di od z ze от من का की के の 的 의 in_yuzde nin_yuzde",
	off: "off",
};

const OTHERS: Readonly<Record<Exclude<Word["kind"], "sign" | "unit" | "scale" | "race" | "half">, string>> = {
	and: "and und et y e i ve и و और と 와 과 和 , ;",
	degree:
		"degree degrees deg ° grad degre degres grado grados gradi grau graus stopni stopnie stopien derece градус градуса градусов 度 도 درجه درجات डिग्री",
	glue:
		"on auf sur sobre su will be sera-t-il est-il sera il wird sein sara bedzie olacak it's what whats what's for long far tall heavy fast big is are the how much many convert calculate compute solve to into in as equals equal = -> → => please tell me can you do does make makes there it this so a an " +
		"was ist sind macht ergibt wie viel wieviel viele berechne rechne nach zu bitte entspricht entsprechen um " +
		"combien font fait cela vaut calcule calculer quel quelle est sont y a-t-il dans en s'il_te_plait convertis convertir ca " +
		"por per entre cuanto cuantos cuanta cuantas es son que hay equivale equivalen convierte convertir calcula el la los las un una a " +
		"quanto quanti quante quanta fa fanno sono che cosa in converti calcola il lo e' c'e ci da " +
		"e quantos quantas tem sao em o os as converta calcule da dao " +
		"ile to jest ma w na przelicz oblicz policz do rowna sie wynosi " +
		"kac eder eder_mi ne kadar yapar hesapla cevir esittir var olur " +
		"сколько будет это в на за по из составляет переведи перевести посчитай вычисли равно чему " +
		"كم ما هو هي يساوي تساوي الي في ب حول احسب ناتج كام " +
		"कितना कितने कितनी होता होते है हैं में को बदलो बदलें क्या बताओ निकालो से " +
		"は を に で が って だと なら 何 いくつ いくら ですか です か 換算 換算すると 変換 すると 計算 計算して して 教えて なん 答えは " +
		"은 는 이 가 을 를 로 으로 에 몇 얼마 얼마야 얼마예요 이야 야 인가요 입니까 계산 계산해 줘 변환 바꿔 뭐야 몇이야 " +
		"请 請 计算 計算 计算一下 是 等于 等於 多少 几 幾 换算 換算 换算成 換算成 转换 轉換 转换成 轉換成 转 换 成 为 為 合 有 得 得多少 等于几 一下 帮我 幫我 算",
	one: "a an one ein eine einer einem un une una uno um uma один одной одном jeden jednym jednej bir واحد एक 한 一",
	tip: "tip trinkgeld pourboire propina mancia gorjeta napiwek napiwku bahsis чаевые чаевых بقشيش टिप チップ 팁 小费 小費",
	pace: "pace tempo rhythm allure ritmo темп темпе темпом pas splits split plan run running run, laufe laufen lauf course courir corro correr corsa correre corrida bieg biegu kosu kosmam temposu пробежка пробежки бег бежать составь zaplanuj kosmam icin ver guie plane guia guide guidami regle mon ma mi meu mio mein meine my fur pour para mi وتيره ايقاع ايقاعي نظم لجري جري जري दौड़ गति रफ्तार ペース 走る ペース配分 페이스 달리기 달리는 짜 配速 跑步 跑 安排 me_for pace_me moje mojego biegne",
	at: "at bei à @ по w_tempie im_tempo au_rythme al_ritmo a_un_ritmo kosu_temposu ه",
	later:
		"later from_now hence spater in_zukunft plus_tard mas_tarde despues dopo tra fra za через depois daqui_a sonra بعد बाद 後 あと 뒤 후 之后 之後 以后 以後 后 後に",
	ago: "ago vor il_y_a hace fa_prima temu atras once назад тому_назад قبل पहले 前 전 之前 以前",
	now: "now jetzt maintenant ahora adesso ora_attuale agora teraz simdi сейчас الان अभी अब 今 今から 지금 지금부터 现在 現在 从现在起",
	until: "until till bis jusqu'a hasta fino_a ate_as do до حتي तक まで 까지 到",
	money: "$ € £ ¥ ₹ ₽ ₩ ₺ zl dollar dollars euro euros eur usd",
	"clock-word":
		"what_time wie_spat quelle_heure que_hora que_horas che_ora che_ore ktora_godzina saat_kac который_час كم_الساعه कितने_बजे 何時 几点 幾點 몇_시 uhr o'clock 点 點 時 시 बजे",
};

const SCALES: readonly (readonly [number, string])[] = [
	[1e3, "thousand tausend es:mil pt:mil mille mila тысяч* tysiac* tysiec* bin الف الاف हजार 천 千"],
	[1e4, "万 萬 만"],
	[1e5, "lakh lakhs लाख"],
	[1e6, "million* millones milion* milhao milhoes milioni milyon миллион* mio مليون ملايين मिलियन 百万 百萬"],
	[1e7, "crore crores करोड"],
	[1e8, "億 亿 억"],
];

/** Of the races that everybody knows by name: 42.195 km (World Athletics). */
const MARATHON_METERS = 42_195;
const RACES: readonly (readonly [number, string])[] = [
	[
		MARATHON_METERS,
		"marathon maraton maratona марафон* ماراثون मैराथन マラソン フルマラソン 마라톤 马拉松 馬拉松 全马 全馬",
	],
	[
		MARATHON_METERS / 2,
		"half_marathon half-marathon halbmarathon semi-marathon semi_marathon media_maraton medio_maraton mezza_maratona mezza meia_maratona meia-maratona polmaraton* yari_maraton полумарафон* نصف_ماراثون हाफ_मैराथन ハーフマラソン ハーフ 하프_마라톤 하프마라톤 半程马拉松 半程馬拉松 半马 半馬 半程",
	],
];

type Entry = { langs?: string; word: Word };

let vocabulary: Lexicon<Entry> | undefined;

/** Made at the first question: a phone that never needs it never pays for it. */
function wordsKnown(): Lexicon<Entry> {
	if (vocabulary !== undefined) return vocabulary;
	const made = createLexicon<Entry>();
	const add = (names: string, word: Word) => enter(made, names, word);
	for (const [sign, names] of Object.entries(SIGNS)) add(names, { kind: "sign", sign });
	for (const [factor, names] of SCALES) add(names, { kind: "scale", factor });
	for (const [meters, names] of RACES) add(names, { kind: "race", meters });
	for (const kind of Object.keys(OTHERS) as (keyof typeof OTHERS)[]) add(OTHERS[kind], { kind });
	add("am a.m. 上午 午前 오전", { kind: "half", hours: 0 });
	add("pm p.m. 下午 午後 오후", { kind: "half", hours: 12 });
	for (const { unit, names } of UNITS) add(names, { kind: "unit", units: [unit] });
	vocabulary = made;
	return made;
}

/** A name of one language alone begins with its tag: `pl:mil`. */
function enter(made: Lexicon<Entry>, names: string, word: Word): void {
	const everywhere: Entry = { word };
	for (const name of names.split(" ")) {
		const [, langs, bare] = /^([a-z]{2}(?:-[a-z]{2})?):(.+)$/.exec(name) ?? [];
		if (langs === undefined || bare === undefined) made.add(name, everywhere);
		else made.add(bare, { langs, word });
	}
}

const NUMBER =
	/(\d{1,3}) (\d{1,2})\/(\d{1,2})(?![\d.,/])|\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?(?!\d)|\d*[.,]\d+(?:[.,]\d+)*|\d+/y;
const CLOCK = /(\d{1,3}):(\d{2})(?::(\d{2}))?(?![\d:])/y;
const ARABIC_PREFIXES: readonly string[] = ["بال", "ال", "لل", "ب"];

/** Null where the question has a word or a number in it that is not understood, or is longer than the link takes. */
export function readQuestion(question: string, lang: string): readonly Token[] | null {
	if (question.length > QUESTION_LIMIT) return null;
	const text = withoutMarks(plainWords(question));
	const tokens: Found[] = [];
	for (let at = 0; at < text.length; ) {
		if (text[at] === " ") {
			at++;
			continue;
		}
		const found = numberAt(text, at, lang) ?? wordAt(text, at, lang);
		if (found === null) return null;
		tokens.push({ ...found, spaced: at > 0 && text[at - 1] === " " });
		at = found.end;
	}
	return tokens.map((found, index) => chooseMeaning(found, tokens, index));
}

type Found = { end: number; text: string; meanings: readonly Meaning[]; spaced: boolean };
type Meaning = Word | { kind: "number"; value: number } | { kind: "clock"; parts: readonly number[] };

function numberAt(text: string, at: number, lang: string): Omit<Found, "spaced"> | null {
	CLOCK.lastIndex = at;
	const clock = CLOCK.exec(text);
	if (clock !== null) {
		const parts = clock
			.slice(1)
			.filter((part) => part !== undefined)
			.map(Number);
		return { end: CLOCK.lastIndex, text: clock[0], meanings: [{ kind: "clock", parts }] };
	}
	NUMBER.lastIndex = at;
	const match = NUMBER.exec(text);
	if (match === null) return null;
	const [written, whole, over, under] = match;
	const isMixed = whole !== undefined && Number(over) < Number(under) && !(over ?? "").startsWith("0");
	if (whole !== undefined && !isMixed) return simpleNumber(text, at, whole, lang);
	const end = lang.startsWith("tr") ? endOfSuffix(text, NUMBER.lastIndex) : NUMBER.lastIndex;
	const value = isMixed ? Number(whole) + Number(over) / Number(under) : readNumber(written, lang);
	return value === undefined ? null : { end, text: written, meanings: [{ kind: "number", value }] };
}

function simpleNumber(text: string, at: number, written: string, lang: string): Omit<Found, "spaced"> | null {
	const value = readNumber(written, lang);
	const end = at + written.length;
	return value === undefined ? null : { end, text: text.slice(at, end), meanings: [{ kind: "number", value }] };
}

/** The longest word that begins here; in Arabic also behind what is written together with it. */
function wordAt(text: string, at: number, lang: string): Omit<Found, "spaced"> | null {
	const prefixes = ["", ...ARABIC_PREFIXES.filter((prefix) => text.startsWith(prefix, at))];
	for (const prefix of prefixes) {
		const match = wordsKnown().find(text, at + prefix.length);
		const words = spokenIn(match?.meanings ?? [], lang);
		if (match === null || words.length === 0) continue;
		const end = isLetter(text, match.end - 1) ? endOfSuffix(text, match.end) : match.end;
		return { end, text: text.slice(at, match.end), meanings: merge(words) };
	}
	return null;
}

/** Turkish writes `5 km'yi`, `80'in`. */
function endOfSuffix(text: string, end: number): number {
	if (text[end] !== "'" || !isLetter(text, end + 1)) return end;
	let after = end + 1;
	while (isLetter(text, after)) after++;
	return after;
}

function spokenIn(entries: readonly Entry[], lang: string): readonly Word[] {
	const tag = lang.toLowerCase();
	return entries.filter(({ langs }) => langs === undefined || tag.startsWith(langs)).map(({ word }) => word);
}

/** A name of several units is one meaning. */
function merge(words: readonly Word[]): readonly Word[] {
	const units = words.flatMap((word) => (word.kind === "unit" ? word.units : []));
	const others = words.filter(({ kind }) => kind !== "unit");
	return units.length === 0 ? others : [{ kind: "unit", units }, ...others];
}

const OPERAND_ENDS: readonly string[] = ["number", "clock", "scale", "unit"];

/** Of a word with several meanings, the one that fits its neighbours. */
function chooseMeaning(found: Found, all: readonly Found[], index: number): Token {
	const { text, spaced, meanings } = found;
	const has = (offset: number, kinds: readonly string[]) =>
		all[index + offset]?.meanings.some(({ kind }) => kinds.includes(kind)) ?? false;
	const isSign = (offset: number, signs: readonly string[]) =>
		all[index + offset]?.meanings.some((meaning) => meaning.kind === "sign" && signs.includes(meaning.sign)) ?? false;
	const fits = (meaning: Meaning): boolean => {
		switch (meaning.kind) {
			case "sign":
				if (meaning.sign === "of") return isSign(-1, ["%"]) || isSign(1, ["%"]) || isSign(2, ["%"]);
				return (
					(has(-1, OPERAND_ENDS) || isSign(-1, [")", "%"])) &&
					(has(1, ["number"]) || isSign(1, ["(", "-", "r", "c", "%"]))
				);
			case "unit":
				return fitsUnit(meaning.units, all, index);
			case "scale":
				return (
					has(-1, ["number"]) &&
					(has(1, ["unit", "number"]) || isSign(1, Object.keys(SIGNS)) || index === all.length - 1)
				);
			case "and":
				return has(-1, OPERAND_ENDS) && has(1, ["number", "unit"]);
			case "one":
				return has(1, ["unit"]) && !all.some(({ meanings: [one] }) => one?.kind === "number" || one?.kind === "clock");
			default:
				return true;
		}
	};
	const [first] = meanings;
	const glue: Meaning = { kind: "glue" };
	const chosen =
		meanings.length === 1 && first !== undefined && !isShare(first)
			? first
			: (meanings.find((meaning) => meaning.kind !== "glue" && fits(meaning)) ?? glue);
	const isOne = chosen.kind === "one";
	return { ...(isOne ? { kind: "number", value: 1 } : chosen), text: isOne ? "1" : text, spaced };
}

/** Behind a number, unless it parts an amount from what it is to be told in: `11 st 4 in kg`; or what it is told in. */
function fitsUnit(units: readonly Unit[], all: readonly Found[], index: number): boolean {
	const unitsAt = (at: number) =>
		all[at]?.meanings.flatMap((meaning) => (meaning.kind === "unit" ? meaning.units : [])) ?? [];
	const isNumber = (at: number) => all[at]?.meanings.some(({ kind }) => kind === "number" || kind === "scale") ?? false;
	if (isNumber(index - 1)) {
		const before = unitsAt(index - 2);
		return before.length === 0 || before.some((larger) => units.some((unit) => goesInto(unit, larger)));
	}
	if (isNumber(index + 1)) return units.some(({ kind }) => kind === "temperature");
	return index === all.length - 1 && index > 1;
}

function isShare(meaning: Meaning): boolean {
	return meaning.kind === "sign" && meaning.sign === "of";
}
