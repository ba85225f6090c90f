/** The words of claims.ts. Packed: docs/decisions/2026-11-27-what-the-phone-carries.md. */

/** What a model says that it did or will do, in each language of the catalogue: patterns over what `plainWords` leaves. */
const CLAIMS: readonly string[] = [
	"i(?:'ve| have)(?: just| now| also)? (?:set|started|created|scheduled|added|put|cancel|stopped|removed|noted|saved|turned)|i(?:'ll| will) (?:remind|wake|set|start|remember|let you know|alert|notify)|(?:is|are|was|has been|have been)(?: now)? (?:set|started|scheduled|created|running|cancel)|(?:timer|alarm|reminder|countdown)s?(?: \\w+)? (?:set|started|scheduled|created|cancel)|^(?:set|started|setting|starting|created) |will (?:ring|go off)",
	"gestellt|gesetzt|gestartet|eingestellt|eingerichtet|erstellt|geloscht|abgebrochen|notiert|gemerkt|erinnere dich|wecke dich|erinnere ich|wecke ich|werde dich|lauft jetzt|merke mir",
	"j'ai (?:mis|regle|cree|lance|demarre|programme|ajoute|annule|defini|note|active)|(?:est|sont|bien) (?:regle|lance|programme|active|cree|demarre|defini|annule)|je (?:te|vous) (?:rappellerai|reveillerai|previendrai|rappelle|reveille)|(?:minuteur|alarme|rappel|reveil) (?:regle|lance|programme|active|cree|demarre|defini)",
	"he (?:puesto|configurado|programado|creado|iniciado|anadido|cancelado|activado|anotado)|(?:puest|configurad|programad|cread|iniciad|activad|establecid|cancelad)[oa]s?|te (?:recordare|despertare|avisare)",
	"ho (?:impostato|messo|creato|avviato|programmato|aggiunto|annullato|attivato|annotato)|(?:impostat|avviat|programmat|creat|attivat|annullat)[oaei]|ti (?:ricordero|svegliero|avvisero)",
	"(?:defini|coloquei|criei|programei|iniciei|configurei|ajustei|adicionei|cancelei|ativei|anotei)(?![\\p{L}])|(?:definid|programad|iniciad|configurad|criad|ativad|cancelad)[oa]s?|vou te (?:lembrar|acordar|avisar)|te (?:lembrarei|acordarei|avisarei)",
	"(?:ustawi|wlaczy|utworzy|doda|anulowa|nastawi|uruchomi)(?:lem|lam)|(?:ustawion|uruchomion|wlaczon|nastawion|anulowan)[aoey]|przypomne|obudze",
	"kurdum|ayarladim|baslattim|olusturdum|iptal ettim|ekledim|kuruldu|ayarlandi|baslatildi|olusturuldu|hatirlatacagim|uyandiracagim|hatirlatirim|uyandiririm",
	"(?:поставил|установил|завел|запустил|создал|добавил|отменил|включил|засек)а?(?![\\p{L}])|(?:установлен|поставлен|запущен|заведен|создан|включен|отменен)[оаы]?(?![\\p{L}])|напомню|разбужу",
	"ضبطت|قمت ب|شغلت|انشات|اضفت|الغيت|تم (?:ضبط|تشغيل|انشاء|اضافه|الغاء|تعيين|بدء)|ساذكرك|ساوقظك|سانبهك",
	"(?:लगा|कर) (?:दिया|दी)|हो गया|लग गया|याद दिलाऊंगा|याद दिलाऊंगी|जगा दूंगा|जगा दूंगी|दिला दूंगा",
	"(?:セット|設定|開始|スタート|作成|追加|キャンセル)(?:いたしま|しま|してお)|お知らせします|起こします|リマインドします|思い出させます",
	"맞췄|맞춰 ?드렸|맞춰 ?두었|설정했|설정해 ?드렸|설정되었|설정됐|시작했|시작되었|추가했|취소했|알려 ?드릴|깨워 ?드릴|알려줄게|깨워줄게",
	"已(?:经)?(?:为你|帮你)?(?:设|定|开始|启动|创建|取消|添加)|设好了|定好了|会(?:提醒|叫醒)你|帮你(?:设|定)(?:好|了)",
	"已(?:經)?(?:為你|幫你)?(?:設|定|開始|啟動|建立|取消|新增)|設好了|會(?:提醒|叫醒)你|幫你(?:設|定)(?:好|了)",
];

/** What says that it cannot be done. */
const REFUSALS: readonly string[] = [
	"can't|cannot|can not|could not|couldn't|unable|not able|don't have|do not have|not possible|no way to|isn't supported|not supported|didn't|did not",
	"kann (?:ich )?(?:leider |das |keine|dir |nicht)|kann ich .{0,40}nicht|nicht moglich|unmoglich|konnte nicht",
	"ne (?:peux|puis|peut) pas|n'ai pas|impossible|pas possible|je ne peux",
	"no (?:puedo|es posible|tengo|he podido)|non (?:posso|e possibile|riesco|ho)|nao (?:posso|consigo|tenho|e possivel)",
	"nie (?:moge|potrafie|mam|da sie|jestem)|kuramam|ayarlayamam|yapamam|yapamiyorum|mumkun degil|kuramiyorum|hatirlatamam|uyandiramam",
	"не (?:могу|умею|смогу|получ|удалось|поддерж)|невозможно|нет возможности",
	"لا (?:استطيع|يمكنني|يمكن|اقدر)|غير (?:ممكن|قادر)|ليس لدي",
	"नहीं (?:\\S{1,12} )?(?:सकत|सकूं|पा)|असमर्थ|संभव नहीं",
	"できません|できない|不可能です|ありません|할 수 없|할 수가 없|못 ?(?:해|합)|불가능|수 없",
	"无法|不能|没法|做不到|不支持|無法|沒辦法|不支援",
];

export function claimPatterns(): readonly string[] {
	return CLAIMS;
}

export function refusalPatterns(): readonly string[] {
	return REFUSALS;
}
