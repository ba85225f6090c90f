/** The words of asked-for.ts. Packed: docs/decisions/2026-11-27-what-the-phone-carries.md. */

export type Family = "ring" | "open" | "note";

/** Beginnings of words; `_` is a space. */
const WORDS: Readonly<Record<Family, string>> = {
	ring:
		"timer alarm remind wake countdown count_down alert ping_me nudge buzz ring beep snooze forget " +
		"wecker weck erinner vergess eieruhr kurzzeit stell " +
		"minut reveil reveill rappel oubli alarme sonn " +
		"despiert despert recuerd recordat recorda temporizad avisa avis cuenta_atras olvid " +
		"svegli ricord promemoria dimentic temporizz cronometr conto_alla avvis " +
		"lembr acord contagem esquec avise " +
		"budzik obudz budz przypom stoper odlicz zapomn " +
		"hatirlat uyandir kaldir zamanlayici geri_sayim sayac unut " +
		"будильник разбуд буди напомн напомин таймер засек засеч отсчет забыт забуд " +
		"منبه المنبه ايقظ صحي صحيني ذكرني ذكر تذكير مؤقت المؤقت نبه عد_تنازلي تنس انس " +
		"अलार्म टाइमर जगा उठा याद रिमाइंड भूल " +
		"タイマー アラーム 目覚 起こ リマイン 知らせ 思い出 忘れ カウントダウン 通知 " +
		"타이머 알람 깨워 알려 알림 리마인 잊 " +
		"闹钟 鬧鐘 闹铃 鬧鈴 叫醒 叫我 提醒 计时 計時 倒计时 倒數 定时 定時 别忘 別忘",
	open:
		"open launch start show find where go_to begin " +
		"offne offnen oeffne zeig such find wo starte " +
		"ouvr montr trouv cherch ou_est lance affiche demarre " +
		"abr muestra busca encuentra encontrar donde inicia empieza " +
		"apri mostra trova cerca dov' dove avvia inizia " +
		"abra mostre ache encontr onde inici comec " +
		"otworz pokaz znajdz gdzie uruchom wlacz rozpocz zacznij " +
		"ac acar goster bul nerede baslat " +
		"открой покажи найди где запусти включи начни " +
		"افتح اعرض ابحث اين شغل ابدا جد " +
		"खोल दिखा ढूंढ कहां शुरू चालू " +
		"開い 開け 見せ 探し どこ 始め 起動 열어 보여 찾아 어디 시작 打开 打開 开启 開啟 显示 顯示 找 在哪 哪里 哪裡 哪儿 开始 開始",
	note:
		"remember note keep_in_mind save write_down memo forget don't_forget " +
		"merk notier schreib speicher vergiss behalt " +
		"retiens retenir note souviens enregistre oublie n'oublie memorise " +
		"recuerd apunta anota guarda olvid ricord annota segna salva dimentic tieni_a_mente " +
		"lembr anot guard esquec memoriz zapamietaj zapisz zanotuj pamietaj zapomn " +
		"hatirla not_al kaydet unutma aklinda запомн запиши заметк сохрани забудь помни " +
		"تذكر دون سجل احفظ تنس याद नोट लिख भूल " +
		"覚え メモ 記録 忘れ 기억 메모 적어 저장 잊지 记住 記住 记下 記下 记得 記得 备忘 備忘 笔记 筆記 别忘 別忘",
};

export function askedForWords(): Readonly<Record<Family, string>> {
	return WORDS;
}

/** How people say yes; whole words, `_` is a space. */
const YES =
	"yes yeah yep yup sure ok okay please do_it do_that go_ahead of_course ja jo gern gerne klar bitte mach_das oui ouais d'accord volontiers " +
	"vas-y si claro vale dale por_favor venga certo va_bene volentieri fallo sim pode tak jasne prosze poprosze dobrze evet tamam olur lutfen да давай " +
	"хорошо конечно ага пожалуйста نعم ايوه اه اجل تمام من_فضلك حسنا हां हाँ जी ठीक_है " +
	"はい うん ええ お願い 頼む 네 예 응 그래 좋아 부탁 好 是 要 可以 行 嗯 对 對 麻烦 麻煩";

export function yesWords(): string {
	return YES;
}
