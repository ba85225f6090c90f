/** The words of reading.ts. Packed: docs/decisions/2026-11-27-what-the-phone-carries.md. */

/** The kinds of words that say no more than that. */
export type OtherKind =
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

const OTHERS: Readonly<Record<OtherKind, string>> = {
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
	pace: "pace tempo rhythm allure ritmo темп темпе темпом pas splits split plan run running run, laufe laufen lauf course courir corro correr corsa correre corrida bieg biegu kosu kosmam temposu пробежка пробежки бег бежать составь zaplanuj kosmam icin ver guie plane guia guide guidami regle mon ma mi meu mio mein meine my fur pour para mi وتيره ايقاع ايقاعي وتيرتي نظم لجري جري जري दौड़ गति रफ्तार ペース 走る ペース配分 페이스 달리기 달리는 짜 配速 跑步 跑 安排 me_for pace_me moje mojego biegne",
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

/** By sign. */
export function signWords(): Readonly<Record<string, string>> {
	return SIGNS;
}

export function scaleWords(): readonly (readonly [number, string])[] {
	return SCALES;
}

export function otherWords(): Readonly<Record<OtherKind, string>> {
	return OTHERS;
}
