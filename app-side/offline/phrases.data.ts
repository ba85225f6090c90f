/** The rows of phrases.ts. Packed: docs/decisions/2026-11-27-what-the-phone-carries.md. */

/** A row is one phrase; forms of the same are parted by `/`, the first is told. `(...)` is its sound. */
const PHRASES: readonly string[] = [
	"Hello/Hi|Hallo|Bonjour|Hola|Ciao|Olá|Dzień dobry/Cześć|Merhaba|Здравствуйте (zdravstvuyte)/Привет|مرحبا (marhaban)|नमस्ते (namaste)|こんにちは (konnichiwa)|안녕하세요 (annyeonghaseyo)|你好 (nǐ hǎo)|Γεια σας (ya sas)",
	"Thank you/Thanks|Danke|Merci|Gracias|Grazie|Obrigado|Dziękuję|Teşekkürler/Teşekkür ederim|Спасибо (spasibo)|شكرا (shukran)|धन्यवाद (dhanyavaad)/शुक्रिया|ありがとう (arigatō)/ありがとうございます|감사합니다 (gamsahamnida)/고마워|谢谢 (xièxie)/謝謝|Ευχαριστώ (efharistó)",
	"Please|Bitte|S'il vous plaît|Por favor|Per favore|Por favor|Proszę|Lütfen|Пожалуйста (pozhaluysta)|من فضلك (min fadlak)|कृपया (kripya)|お願いします (onegai shimasu)|부탁합니다 (butakhamnida)|请 (qǐng)/請|Παρακαλώ (parakaló)",
	"Excuse me/Sorry|Entschuldigung/Pardon|Pardon/Excusez-moi|Perdone/Perdón|Mi scusi/Scusi|Com licença|Przepraszam|Affedersiniz|Извините (izvinite)|عفوا (afwan)|माफ़ कीजिए (maaf kijiye)|すみません (sumimasen)|실례합니다 (sillyehamnida)|不好意思 (bù hǎoyìsi)/对不起/對不起|Συγγνώμη (signómi)",
	"How much is it?/How much?|Wie viel kostet das?/Wie viel?|C'est combien ?/Combien ?|¿Cuánto cuesta?/¿Cuánto?|Quanto costa?/Quanto?|Quanto custa?/Quanto?|Ile to kosztuje?/Ile?|Ne kadar?|Сколько стоит? (skolko stoit)/Сколько?|بكم؟ (bikam)|कितने का है? (kitne ka hai)/कितना?|いくらですか (ikura desu ka)/いくら？|얼마예요? (eolmayeyo)|多少钱？ (duōshao qián)/多少錢|Πόσο κάνει; (póso káni)",
	"The bill, please/The bill|Zahlen, bitte/Zahlen/Die Rechnung|L'addition, s'il vous plaît/L'addition|La cuenta, por favor/La cuenta|Il conto, per favore/Il conto|A conta, por favor/A conta|Poproszę rachunek/Rachunek|Hesap lütfen|Счёт, пожалуйста (schyot, pozhaluysta)/Счёт|الحساب من فضلك (al-hisab min fadlak)/الحساب|बिल दीजिए (bil dijiye)/बिल|お会計お願いします (o-kaikei onegai shimasu)/お会計|계산해 주세요 (gyesanhae juseyo)/계산이요|买单 (mǎidān)/買單|Τον λογαριασμό (ton logariasmó)",
	"Goodbye/Bye|Auf Wiedersehen/Tschüss|Au revoir|Adiós|Arrivederci|Tchau|Do widzenia|Hoşça kal|До свидания (do svidaniya)|مع السلامة (maa as-salama)|अलविदा (alvida)|さようなら (sayōnara)|안녕히 계세요 (annyeonghi gyeseyo)|再见 (zàijiàn)/再見|Αντίο (adío)",
	"Yes|Ja|Oui|Sí|Sì|Sim|Tak|Evet|Да (da)|نعم (na'am)|हाँ (haan)|はい (hai)|네 (ne)|是 (shì)|Ναι (ne)",
	"No|Nein|Non|No|No|Não|Nie|Hayır|Нет (nyet)|لا (la)|नहीं (nahin)|いいえ (iie)|아니요 (aniyo)|不 (bù)|Όχι (óhi)",
	"Help!|Hilfe!|Au secours !|¡Ayuda!|Aiuto!|Socorro!|Pomocy!|İmdat!|Помогите! (pomogite)|النجدة! (an-najda)|बचाओ! (bachao)|助けて！ (tasukete)|도와주세요! (dowajuseyo)|救命！ (jiùmìng)|Βοήθεια! (voíthia)",
	"Where is the toilet?|Wo ist die Toilette?|Où sont les toilettes ?|¿Dónde está el baño?|Dov'è il bagno?|Onde fica o banheiro?|Gdzie jest toaleta?|Tuvalet nerede?|Где туалет? (gde tualet)|أين الحمام؟ (ayna al-hammam)|शौचालय कहाँ है? (shauchalay kahan hai)|トイレはどこですか (toire wa doko desu ka)|화장실이 어디예요? (hwajangsiri eodiyeyo)|洗手间在哪里？ (xǐshǒujiān zài nǎlǐ)|Πού είναι η τουαλέτα; (pou íne i toualéta)",
];

export function phraseRows(): readonly string[] {
	return PHRASES;
}
