/** The phrases of inventions.ts. Packed: docs/decisions/2026-11-27-what-the-phone-carries.md. */

/**
 * Nobody asks these. They are written as people write them, with `(a|b)` and `(a)?` as in a regular
 * expression. Case, accents and punctuation do not count, nor do spaces between letters that are written
 * without any.
 */
const INVENTED: readonly string[] = [
	// English
	"(and )?(thank you|thanks)( all| everyone| guys| you)?( so much| very much)?( all)? for (your )?(watching|viewing|listening|joining us|tuning in)( (this|the|my|our) (video|episode|channel|podcast)| everyone| guys| me| us)?",
	"(and )?(please )?(dont forget to )?(like( comment)?( share)?( and)? )?subscribe( to (my|the|our|this) channel)?( for more( videos)?)?( and hit the bell( icon)?)?",
	"(and )?(ill|we will|well|i will) see you( guys| all)? (in the )?next (time|one|video|week)",
	"see you( guys| all)? (in the )?next (time|one|video|week)",
	"(subtitles|captions|captioning|transcribed|transcription|translated|translation|subtitled)( provided| made| created)? by( the)?( amara org)( community)?",
	"transcribed by eso|(transcription|transcript) by( castingwords| esopredictions| rev com)?( reading by natalie)?",
	"(translated|subtitled|transcribed) by",
	"www mooji org|www youtube com|multi moto eu|www multi moto eu|mooji org",
	"blank audio|no speech( was)?( detected| found| heard)?|no audio( was)?( detected)?|inaudible|unintelligible|none",
	"(the|this) (audio|recording|clip)( file)? (is|was|appears to be|seems to be|contains|has) (silent|empty|blank|no (audible )?(speech|words|voice|sound)|only (silence|noise|background noise))( in it)?",
	"(there is|there was|i hear|i heard) no (audible |discernible |intelligible )?(speech|words|voice|sound|audio)( in (the|this) (audio|recording|clip)( file)?)?",
	"no words (can|could) be (understood|heard|made out)",
	// German
	"(vielen dank|danke|danke schon|dankeschon)( euch| ihnen)?( fur das| furs| fur euer| fur ihr| fur die| fur)? ?(zuschauen|zusehen|zuhoren|ansehen|anschauen|aufmerksamkeit|eure aufmerksamkeit|ihre aufmerksamkeit)",
	"(und )?bis zum nachsten (mal|video)|bis zur nachsten (folge|woche)",
	"untertitel(ung)?( aufgrund| im auftrag)?( der| des| von| durch)?( die)? (amara org( community)?|zdf|wdr|swr|ard|ndr|br|funk|orf|srf)( fur funk)?( \\d{4})?",
	"(copyright )?(wdr|swr|zdf|ndr|ard) \\d{4}",
	"untertitel (von )?stephanie geiges",
	"abonniert? (den|meinen|unseren) kanal( und.{0,30})?",
	// French
	"merci( beaucoup)? (davoir|d avoir|de avoir) (regarde|visionne|suivi|ecoute)( (cette|ma|la) video| ce film)?",
	"merci( beaucoup)? (pour|de) (votre|ton) (ecoute|attention|visionnage|fidelite)",
	"sous titr(es|age)( realises?| faits?| crees?)?( par| para| pour)?( la communaute| les soustitres| sous titres par)?( d| de l| de| l)? ?amara org",
	"sous titrage (st ?501|fr \\?|societe radio canada|mfp|tv5monde|vincent .{2,20})",
	"(par )?soustitreur com",
	"(n ?oubliez pas de vous abonner|abonnez vous)( a (la|ma|notre) chaine)?( et.{0,40})?|cliquez vous sur les sous titres et abonnez vous a la chaine d amara org",
	// Spanish
	"(muchas )?gracias por (ver|mirar|escuchar|su atencion|vernos|acompanarnos|la atencion)( (el|este|mi|nuestro) (video|canal|programa))?",
	"(no (olvides|olviden) )?suscrib(ete|anse|irte|irse|ete)( al?| a (mi|nuestro))?( canal)?( y.{0,40})?",
	"(hasta|nos vemos en) (la proxima|el proximo( video)?)",
	"subtitul(os|ado|ados)( realizados| creados| hechos| en espanol)?( por| de)?( la comunidad)?( de)? amara org",
	"mas informacion www alimmenta com",
	// Italian
	"grazie( mille)? (per|a tutti per) (la visione|aver (guardato|visto)( (il|questo) video)?|l ?ascolto|l ?attenzione|averci seguito|avermi seguito)( e alla prossima)?",
	"sottotitol(i|ato)( e revisione)?( creati| a cura| al canale)?( dalla comunita| di| da)?( sottotitoli di)? (amara org|qtss)",
	"(iscriv(iti|etevi) al( mio| nostro)? canale|ci vediamo nel prossimo video|buon proseguimento|alla prossima puntata)",
	// Portuguese
	"(muito )?obrigad(o|a) (por|pela) (assistir(em)?|ver|atencao|audiencia|ouvir|sua atencao|ter assistido)( (o|a|ao|este) video)?",
	"(transcricao e )?legendas?( feitas)? (pela|pela a|por) ?(comunidade)?( de| do| da| das)? ?amara org",
	"(nao (se )?esquec(a|am) de )?(se )?inscrev(a|er|am)( se)?( no (canal|meu canal|nosso canal))?( e.{0,40})?|inscreva se",
	"(ate|nos vemos no) (o |a )?proxim(o|a)( video| vez)?",
	// Polish
	"dzi(ekuje|eki|ekujemy)( bardzo| panstwu| wam)? za (uwage|obejrzenie|ogladanie|wysluchanie|obejrzenie (filmu|odcinka))",
	"(zdjecia i |tlumaczenie i )?(napisy|tlumaczenie)( stworzone| wykonane| robione| tworzone)?( przez)?( spolecznosci?| spolecznosc)? amara org",
	"wszelkie prawa zastrzezone|(zapraszam(y)? do |prosze o )(subskrypcji|subskrypcje|subskrybowania)( kanalu)?|subskrybuj(cie)?( (moj|nasz) kanal)?|do zobaczenia w (nastepnym|kolejnym) (filmie|filmiku|odcinku)",
	// Turkish
	"altyazi( m ?k)?|altyazi (ceviri|amara org.{0,20})",
	"(beni )?(izlediginiz|dinlediginiz|seyrettiginiz|izledigin) icin (cok )?tesekkur(ler| ederim| ederiz)",
	"(yorumlarinizi ?za |kanal(ima|imiza|a) )?abone ol(mayi unutmayin|un|abilirsiniz)?|bir sonraki videoda gorusmek uzere",
	"bu dizinin betimlemesi.{0,120}",
	// Russian
	"продолжение( серии)?( следует)?|(большое )?спасибо за (просмотр|внимание|субтитры)( алексею дубровскому)?",
	"субтитры( и перевод)? (сделаны?|сделал|создавал|создал|делал|подогнал|предоставил)( сообществом)?( amara org| dimatorzok| симон| коронован)|субтитры dimatorzok",
	"редактор субтитров( а ?[а-я]{3,14})?( корректор( а ?[а-я]{3,14})?)?|корректор а ?[а-я]{3,14}",
	"(не забудьте |)?подпи(сывайтесь|шитесь|саться)( на (мой |наш )?канал)( и.{0,40})?|ставьте лайки?( и.{0,40})?|до (встречи в следующем|следующего) видео|(до новых встреч)",
	"(динамичная|спокойная|тревожная|веселая|напряженная) музыка|играет музыка",
	// Arabic
	"ترجمة نانسي قنقر|نانسي قنقر",
	"(ولا تنسوا |لا تنسوا |لا تنسى )?(الاشتراك|اشتركوا?|اشترك)( (في|ب))? ?(القناة|فالقناة|بالقناة)?( و.{0,40})?",
	"شكرا( لكم)? (على|ل) ?(المشاهدة|لمشاهدة|متابعتكم|مشاهدتكم|حسن استماعكم)( الفيديو)?|شكرا للمشاهدة|شكرا لمتابعتكم|شكرا لمشاهدتكم",
	"الى اللقاء في (الفيديو|الحلقة) (القادم|القادمة)",
	// Hindi
	"(वीडियो )?देखने के लिए (आपका )?(बहुत बहुत |बहुत )?(धन्यवाद|शुक्रिया)|(हमारे |मेरे )?(चैनल को )?(लाइक (और|करें) )?सब्सक्राइब( जरूर)?( करें| कीजिए| करना न भूलें)?",
	// Japanese
	"(最後まで|本日も)?(ご視聴|ご清聴|ご覧)(いただき|いただきまして|くださり|頂き)?(本当に)?ありがとうござい(ました|ます)",
	"(次の|また次の|次回の)動画でお会いしましょう|また次回(お会いしましょう)?|(ぜひ)?チャンネル登録(と高評価|高評価)?(を)?(よろしく)?お願い(します|いたします|致します)?",
	"字幕視聴ありがとうございました",
	// Korean
	"(끝까지|지금까지|오늘도)?(영상을?)?(시청|봐|들어|구독)(해)?(주셔서|주시느라)?(정말|대단히)?(감사합니다|고맙습니다)",
	"(구독(과|,)?좋아요|좋아요와구독)(알림설정)?(까지)?(꼭)?(부탁드립니다|부탁드려요|눌러주세요)|다음영상에서(만나요|봬요|뵙겠습니다)",
	"(mbc|kbs|sbs|ytn|jtbc)뉴스.{2,5}입니다|(한글|한국어)?자막by.{1,12}|이시각세계였습니다",
	// Chinese, both scripts
	"(请|請)不吝(点赞|點贊|點讚)(订阅|訂閱)?(转发|轉發)?(打赏|打賞)?支?持?(明镜与点点|明鏡與點點)?(栏目|欄目)?|(明镜|明鏡)(与点点|與點點)(栏目|欄目)|(明镜|明鏡)需要您的支持.{0,20}",
	"(谢谢|謝謝|感谢|感謝|多谢|多謝)(大家|您|你|你们|你們|各位)?的?(观看|觀看|收看|收听|收聽|收睇)(时局新闻再会|時局新聞再會)?",
	"(本|中文|小编|小編)?字幕由[^谁誰]{1,24}(提供|制作|製作)|(中文)?字幕(by|cm).{1,12}|(中文)?字幕(志愿者|志願者|志工)[^吗嗎什么麼谁誰]{0,6}|(中文)?字幕(cm)?李宗盛|(中文)?字幕(组|組|製作|制作)",
	"(请|請|记得|記得)?(按赞|按讚|点赞|點贊)?(订阅|訂閱)(我的|我们的|我們的)?(频道|頻道)(吧)?|(请|請|記得|记得)(订阅|訂閱)|(我们|我們)?(下次|下集|下期|下期视频)再(见|見|会|會)",
	"(优优|優優)(独播剧场|獨播劇場)(yo ?yo television series exclusive)?|yo ?yo television series exclusive|以上言(论|論)不代表本(台|臺)立(场|場)|mingpao(canada|toronto).{0,20}|ming pao canada( ming pao toronto)?",
	// Dutch, Nordic and others come from multilingual models whatever was set.
	"ondertitel(s|d|ing)( ingediend)?( door)?( de| het)? amara org( gemeenschap)?|bedankt voor het kijken|tack( till er)? (for|alla) (att ni|som) (har )?tittat?( pa den har videon)?|tack for nu|tekstet av nicolai winther",
];

/** People say these too, seldom as a question: an invention only if no voice was found in the sound. */
const SAYABLE: readonly string[] = [
	"(sorry )?(im sorry )?(but )?i (cant|cannot|could not|couldnt|am unable to|didnt|did not) (hear|understand|detect|make out)( any| anything| the)?( words| speech| audio| sound)?( (in|from) (the|this|your) (audio|recording|clip)( file)?)?",
	"you|(oh )?(thank you|thanks)( so much| very much| a lot| everyone| guys)?|bye( bye)*|good ?bye|good night|the end|to be continued|okay|ok|oh|ah|um+|uh+|hm+|so|yeah|im sorry|sorry|music|applause|laughter|foreign language|beep|click|silence",
	"vielen dank|danke( schon)?|tschus+|musik|merci( beaucoup)?|au revoir|a bientot|musique|(muchas )?gracias|adios|musica|grazie( mille| a tutti)?|ciao|(muito )?obrigad[oa]|tchau|dziekuje( bardzo)?|dzieki|do widzenia|do zobaczenia|muzyka|tesekkur(ler| ederim| ederiz)|gorusuruz|muzik",
	"(большое )?спасибо|пока|до свидания|музыка|аплодисменты|и|شكرا( جزيلا)?|موسيقى|ترجمة|धन्यवाद|शुक्रिया|शुभ रात्रि|संगीत",
	"ありがとう(ございました|ございます)?|おやすみなさい|お疲れ様でした|はい|うん|音楽|拍手|감사합니다|고맙습니다|네|음악|박수|(谢谢|謝謝)(大家|你|您)?|再(见|見)|拜拜|嗯+|好|音乐|音樂|掌声|掌聲|笑声|笑聲",
];

/** A credit that ends with a name: words that begin with a capital, which no question of this shape has. */
const CREDITS: readonly string[] = [
	"(subtitles|captions|captioning|transcription|translation)( made| provided| created)? by",
	"(subtitled|transcribed|translated|captioned) by",
	"untertitel(ung)? (von|durch)",
	"sous titr(es|age)( realises?| faits?)?( par)?",
	"subtitul(os|ado)( realizados| creados| hechos)? por",
	"sottotitoli( creati| e revisione)? (a cura di|da|di)",
	"legendas( feitas)? por",
	"(napisy|tlumaczenie|transkrypcja)( stworzone| wykonane)?( przez)?",
	"(субтитры|перевод)( сделал| создавал| делал| подогнал| сделала)",
	"ceviri( ve altyazi)?|altyazi( ceviri)?",
];

export function inventedPhrases(): readonly string[] {
	return INVENTED;
}

export function sayablePhrases(): readonly string[] {
	return SAYABLE;
}

export function creditPhrases(): readonly string[] {
	return CREDITS;
}
