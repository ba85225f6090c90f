/**
 * What models say without a line, and whether the watch has to say that nothing was set: by language, the question, the answer's text
 * and what is right. Reports of such claims: NickMonrad/kernel-ai-assistant#331, ebongard/renfield#1146,
 * dinki/view_assist_integration#213; of refusals OHF-Voice/linux-voice-assistant#388. The sentences are ours.
 */
import type { Language } from "../core/words/words.ts";

/** `before`: the question and the answer of the turn before. */
export type ClaimCase = readonly [question: string, text: string, unset: boolean, before?: readonly [string, string]];

export const CLAIM_CASES: Readonly<Record<Language, readonly ClaimCase[]>> = {
	"en-US": [
		["Set a timer for 10 minutes", "I have set a timer for 10 minutes.", true],
		["Set a timer for 10 minutes", "Timer set for 10 minutes!", true],
		["Set a timer for 10 minutes", "Sure, enjoy your tea.", true],
		["Remind me in an hour to call Ann", "I'll remind you in an hour.", true],
		["Set an alarm for 20 April at 9am", "I've got that sorted for you. Alarm set for 9:00.", true],
		["Set a timer for 10 minutes", "I cannot set timers.", false],
		["Set a timer", "For how long?", false],
		["How long does tea steep?", "Four minutes. I'd set a timer for it.", false],
		["How do I set an alarm on an iPhone?", "Open Clock and tap Alarm: the alarm is set.", false],
		["What is a timer?", "A timer is a clock that counts down.", false],
		["Make it ten minutes", "Done, the timer is set for ten minutes.", true, ["Timer for 5 minutes", "Right."]],
		["Thanks", "You are welcome!", false, ["Timer for 5 minutes", "Right."]],
		["Why is the sky blue?", "I have set out the reasons: light scatters.", false],
	],
	"de-DE": [
		["Stell einen Timer auf 10 Minuten", "Ich habe einen Timer auf 10 Minuten gestellt.", true],
		["Erinnere mich in 2 Minuten an die Testnotiz", "Ich erinnere dich in 2 Minuten.", true],
		["Weck mich um 7", "Das kann ich leider nicht.", false],
		["Wie lange zieht Tee?", "Vier Minuten, ein Timer hilft.", false],
		["Mach zehn daraus", "Der Timer ist jetzt auf 10 Minuten gestellt.", true, ["Timer 5 Minuten", "Gut."]],
	],
	"fr-FR": [
		["Mets un minuteur de 10 minutes", "J'ai réglé un minuteur de 10 minutes.", true],
		["Réveille-moi à 7 heures", "Je ne peux pas régler d'alarme.", false],
		["Combien de temps infuse le thé ?", "Quatre minutes.", false],
		["Plutôt dix", "Le minuteur est réglé sur 10 minutes.", true, ["Minuteur 5 minutes", "Bien."]],
	],
	"es-ES": [
		["Pon un temporizador de 10 minutos", "He puesto un temporizador de 10 minutos.", true],
		["Despiértame a las 7", "No puedo poner alarmas.", false],
		["¿Cuánto tiempo reposa el té?", "Cuatro minutos.", false],
		["Mejor diez", "Temporizador configurado a 10 minutos.", true, ["Temporizador de 5 minutos", "Vale."]],
	],
	"it-IT": [
		["Imposta un timer di 10 minuti", "Ho impostato un timer di 10 minuti.", true],
		["Svegliami alle 7", "Non posso impostare sveglie.", false],
		["Quanto deve stare in infusione il tè?", "Quattro minuti.", false],
		["Meglio dieci", "Timer impostato su 10 minuti.", true, ["Timer di 5 minuti", "Bene."]],
	],
	"pt-BR": [
		["Coloque um timer de 10 minutos", "Coloquei um timer de 10 minutos.", true],
		["Me acorde às 7", "Não consigo definir alarmes.", false],
		["Quanto tempo o chá fica em infusão?", "Quatro minutos.", false],
		["Melhor dez", "Timer definido para 10 minutos.", true, ["Timer de 5 minutos", "Certo."]],
	],
	"pl-PL": [
		["Ustaw minutnik na 10 minut", "Ustawiłem minutnik na 10 minut.", true],
		["Obudź mnie o 7", "Nie mogę ustawiać budzików.", false],
		["Jak długo parzyć herbatę?", "Cztery minuty.", false],
		["Lepiej dziesięć", "Minutnik ustawiony na 10 minut.", true, ["Minutnik na 5 minut", "Dobrze."]],
	],
	"tr-TR": [
		["10 dakikalık zamanlayıcı kur", "10 dakikalık zamanlayıcı kurdum.", true],
		["Beni 7'de uyandır", "Alarm kuramam.", false],
		["Çay ne kadar demlenir?", "Dört dakika.", false],
		["On olsun", "Zamanlayıcı 10 dakikaya ayarlandı.", true, ["5 dakikalık zamanlayıcı", "Tamam."]],
	],
	"ru-RU": [
		["Поставь таймер на 10 минут", "Я поставил таймер на 10 минут.", true],
		["Разбуди меня в 7", "Я не могу ставить будильник.", false],
		["Сколько заваривать чай?", "Четыре минуты.", false],
		["Лучше десять", "Таймер установлен на 10 минут.", true, ["Таймер на 5 минут", "Хорошо."]],
	],
	"ar-EG": [
		["اضبط مؤقت لمدة 10 دقائق", "لقد ضبطت مؤقتا لمدة 10 دقائق.", true],
		["أيقظني الساعة 7", "لا أستطيع ضبط المنبه.", false],
		["كم دقيقة ينقع الشاي؟", "أربع دقائق.", false],
		["اجعلها عشرة", "تم ضبط المؤقت على 10 دقائق.", true, ["مؤقت 5 دقائق", "حسنا."]],
	],
	"hi-IN": [
		["10 मिनट का टाइमर लगाओ", "मैंने 10 मिनट का टाइमर लगा दिया है।", true],
		["मुझे सुबह 7 बजे जगाओ", "मैं अलार्म नहीं लगा सकता।", false],
		["चाय को कितनी देर उबालें?", "चार मिनट।", false],
		["दस कर दो", "टाइमर 10 मिनट पर सेट कर दिया है।", true, ["5 मिनट का टाइमर", "ठीक है।"]],
	],
	"ja-JP": [
		["10分のタイマーをセットして", "10分のタイマーをセットしました。", true],
		["7時に起こして", "アラームは設定できません。", false],
		["お茶は何分蒸らしますか", "4分です。", false],
		["10分にして", "タイマーを10分に設定しました。", true, ["5分のタイマー", "はい。"]],
	],
	"ko-KR": [
		["10분 타이머 맞춰줘", "10분 타이머를 맞췄어요.", true],
		["7시에 깨워줘", "알람을 설정할 수 없어요.", false],
		["차는 몇 분 우려야 해?", "4분이요.", false],
		["10분으로 해줘", "타이머를 10분으로 설정했어요.", true, ["5분 타이머", "네."]],
	],
	"zh-CN": [
		["设置10分钟的计时器", "已为你设置10分钟的计时器。", true],
		["早上七点叫醒我", "我无法设置闹钟。", false],
		["茶要泡多久?", "四分钟。", false],
		["改成十分钟", "计时器已设置为10分钟。", true, ["5分钟计时器", "好的。"]],
	],
	"zh-TW": [
		["設定10分鐘的計時器", "已為你設定10分鐘的計時器。", true],
		["早上七點叫醒我", "我無法設定鬧鐘。", false],
		["茶要泡多久?", "四分鐘。", false],
		["改成十分鐘", "計時器已設定為10分鐘。", true, ["5分鐘計時器", "好的。"]],
	],
};
