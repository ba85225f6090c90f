/** Rows of docs/field-cases.md, "Silence": what listeners were reported to write down when nobody speaks. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInvention } from "./inventions.ts";

const REPORTED: Readonly<Record<string, readonly string[]>> = {
	English: [
		"Thank you for watching!",
		"Thanks for watching! Thanks for watching! Thanks for watching! Thanks for watching!",
		"Thanks for watching, and I'll see you next time.",
		"Thank you so much for watching this video.",
		"Thank you so much for joining us.",
		"Thank you for your watching.",
		"Please subscribe to my channel.",
		"Don't forget to like and subscribe!",
		"I'll see you in the next video.",
		"Subtitles by the Amara.org community",
		"Transcribed by ESO, translated by —",
		"www.mooji.org",
		"No speech detected.",
		"The audio is silent.",
		"There is no speech in the audio.",
	],
	German: [
		"Untertitelung des ZDF für funk, 2017",
		"Untertitel im Auftrag des ZDF, 2021",
		"Untertitelung im Auftrag des ZDF für funk, 2016",
		"Untertitel der Amara.org-Community",
		"Untertitelung aufgrund der Amara.org-Community",
		"Untertitel von Stephanie Geiges",
		"Copyright WDR 2021",
		"SWR 2020",
		"Vielen Dank fürs Zuschauen!",
		"Vielen Dank für Ihre Aufmerksamkeit. Bis zum nächsten Mal.",
	],
	French: [
		"Sous-titres réalisés par la communauté d'Amara.org",
		"Sous-titres réalisés para la communauté d’Amara.org",
		"Sous-titrage ST' 501",
		"❤️ par SousTitreur.com",
		"Merci d'avoir regardé cette vidéo !",
		"Abonnez-vous !",
	],
	Spanish: [
		"Subtítulos realizados por la comunidad de Amara.org",
		"Subtitulado por la comunidad de Amara.org",
		"¡Gracias por ver el video! ¡Suscríbete al canal!",
		"Más información www.alimmenta.com",
	],
	Italian: [
		"Sottotitoli creati dalla comunità Amara.org",
		"Sottotitoli e revisione a cura di QTSS",
		"Grazie per la visione!",
		"Grazie per aver guardato il video. Iscriviti al canale.",
	],
	Portuguese: [
		"Legendas pela comunidade Amara.org",
		"Transcrição e Legendas pela comunidade de Amara.org",
		"Obrigado por assistir!",
		"Inscreva-se no canal.",
	],
	Polish: [
		"Napisy stworzone przez społeczność Amara.org",
		"Zdjęcia i napisy stworzone przez społeczność Amara.org",
		"Dziękuję za obejrzenie.",
		"Dziękuję za uwagę.",
		"Wszelkie prawa zastrzeżone.",
	],
	Turkish: [
		"Altyazı M.K.",
		"İzlediğiniz için teşekkür ederim.",
		"Abone olmayı unutmayın",
		"Yorumlarınızıza abone olmayı unutmayın.",
	],
	Russian: [
		"Продолжение следует...",
		"Субтитры сделал DimaTorzok",
		"Субтитры подогнал «Симон»",
		"Редактор субтитров А.Синецкая Корректор А.Егорова",
		"Спасибо за просмотр!",
		"Спасибо за субтитры Алексею Дубровскому!",
		"Подписывайтесь на канал!",
	],
	Arabic: ["ترجمة نانسي قنقر", "اشتركوا في القناة", "شكرا على المشاهدة", "شكراً لمتابعتكم", "لا تنسوا الاشتراك"],
	Hindi: ["देखने के लिए धन्यवाद।", "वीडियो देखने के लिए धन्यवाद!", "सब्सक्राइब करें।"],
	Japanese: [
		"ご視聴ありがとうございました",
		"最後までご視聴いただき、本当にありがとうございました。",
		"次の動画でお会いしましょう。",
		"チャンネル登録をお願いします！",
	],
	Korean: [
		"시청해주셔서 감사합니다!",
		"시청해 주셔서 감사합니다.",
		"구독과 좋아요 부탁드립니다.",
		"MBC 뉴스 이덕영입니다.",
	],
	Chinese: [
		"字幕由Amara.org社区提供",
		"小編字幕由Amara.org社區提供",
		"请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
		"請不吝點贊 訂閱 轉發 打賞支持明鏡與點點欄目",
		"字幕志愿者 杨栋梁",
		"中文字幕志願者 李宗盛",
		"谢谢观看",
		"謝謝大家收看，我們下次再見",
		"優優獨播劇場——YoYo Television Series Exclusive",
		"以上言論不代表本台立場",
		"MING PAO CANADA MING PAO TORONTO",
	],
	others: ["Ondertiteld door de Amara.org gemeenschap", "Tack för nu! Tack för nu!", "Tekstet av Nicolai Winther"],
	loops: [
		"I'm going to be a bad person, I'm going to be a bad person, I'm going to be a bad person, I'm going to be a bad person",
		"Thank you, Mr. President. Thank you, Mr. President. Thank you, Mr. President. Thank you, Mr. President.",
	],
};

describe("a known invention", () => {
	it.each(Object.entries(REPORTED))("in %s is one, whatever the sound", (_, phrases) => {
		for (const phrase of phrases) expect(isInvention(phrase, true), phrase).toBe(true);
	});

	it.each([
		"you",
		"Thank you.",
		"Thank you very much.",
		"Bye. Bye-bye!",
		"Vielen Dank.",
		"Merci.",
		"Gracias.",
		"Grazie.",
		"Obrigado.",
		"Dziękuję.",
		"Teşekkürler.",
		"Спасибо.",
		"شكرا",
		"धन्यवाद",
		"ありがとうございました",
		"감사합니다.",
		"谢谢大家",
		"I'm sorry, I can't hear any speech in the audio.",
	])("that people say too, %s, is one where no voice was in the sound", (phrase) => {
		expect(isInvention(phrase, false)).toBe(true);
		expect(isInvention(phrase, true)).toBe(false);
	});
});

describe("a question", () => {
	it.each([
		"Say thank you for watching in French",
		"What does thank you for watching mean?",
		"How do I say thanks for watching in Japanese?",
		"Write a thank you for watching message for my channel",
		"Who made the Amara.org community?",
		"What is Amara.org?",
		"Subtitles by default on Netflix, how?",
		"How do I subscribe to a channel?",
		"Thank you, and what is the capital of France?",
		"Thank you for watching the kids yesterday, what can I give her?",
		"See you next time in Spanish",
		"What is the sound of silence?",
		"Untertitel von Netflix ausschalten",
		"Was heißt Vielen Dank fürs Zuschauen auf Englisch?",
		"Comment activer les sous-titres ?",
		"Merci d'avoir regardé mon dossier en détail",
		"¿Cómo pongo subtítulos en español?",
		"Come si attivano i sottotitoli?",
		"Como colocar legendas em um vídeo",
		"Jak włączyć napisy",
		"Altyazı nasıl açılır",
		"Как включить субтитры",
		"Продолжение следует по-английски",
		"كيف أقول شكرا على المشاهدة بالفرنسية",
		"उपशीर्षक कैसे चालू करें",
		"ご視聴ありがとうございましたは英語で何ですか",
		"字幕の付け方を教えて",
		"시청해 주셔서 감사합니다를 영어로",
		"자막 제공하는 영화 알려줘",
		"字幕由谁提供",
		"字幕怎么打开",
		"谢谢观看用英语怎么说",
		"我们下周要订阅新的云端方案",
		"yes",
		"No, no, no.",
		"How far is the moon?",
		"7",
		"C",
	])("is none: %s", (text) => {
		expect(isInvention(text, true)).toBe(false);
		expect(isInvention(text, false)).toBe(false);
	});

	it("is what an invention stands before or behind", () => {
		const all = Object.values(REPORTED).flat();
		for (const phrase of all) {
			expect(isInvention(`${phrase} What is the capital of France`, true), phrase).toBe(false);
			expect(isInvention(`How old is the Eiffel tower. ${phrase}`, true), phrase).toBe(false);
		}
	});
});

it("costs what its length costs, whatever is repeated, and is no exception", () => {
	const pieces = Object.values(REPORTED)
		.flat()
		.concat("thank you ", "a", "im auftrag des ", "字幕", "subscribe and ", "(", " ", "'", "ли ");
	for (const piece of pieces) {
		const from = performance.now();
		isInvention(`${piece.repeat(Math.ceil(4_000 / piece.length))} what`, false);
		expect(performance.now() - from, piece).toBeLessThan(1_000);
	}
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, voiced) => void isInvention(text, voiced)),
	);
});
