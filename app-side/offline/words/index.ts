/**
 * The few words of the built-in assistant in every language of the catalogue. Each file beside this one takes its entries out
 * of one language, one by one, so that the bundle holds no more of it. Owns which language answers.
 */
import { LANGUAGES, type Language } from "../../../core/words/words.ts";
import { talk as arEgTalk } from "./ar-EG.talk.ts";
import * as arEg from "./ar-EG.ts";
import { talk as deDeTalk } from "./de-DE.talk.ts";
import * as deDe from "./de-DE.ts";
import { talk as enUsTalk } from "./en-US.talk.ts";
import * as enUs from "./en-US.ts";
import { talk as esEsTalk } from "./es-ES.talk.ts";
import * as esEs from "./es-ES.ts";
import { talk as frFrTalk } from "./fr-FR.talk.ts";
import * as frFr from "./fr-FR.ts";
import { talk as hiInTalk } from "./hi-IN.talk.ts";
import * as hiIn from "./hi-IN.ts";
import { talk as itItTalk } from "./it-IT.talk.ts";
import * as itIt from "./it-IT.ts";
import { talk as jaJpTalk } from "./ja-JP.talk.ts";
import * as jaJp from "./ja-JP.ts";
import { talk as koKrTalk } from "./ko-KR.talk.ts";
import * as koKr from "./ko-KR.ts";
import { talk as plPlTalk } from "./pl-PL.talk.ts";
import * as plPl from "./pl-PL.ts";
import { talk as ptBrTalk } from "./pt-BR.talk.ts";
import * as ptBr from "./pt-BR.ts";
import { talk as ruRuTalk } from "./ru-RU.talk.ts";
import * as ruRu from "./ru-RU.ts";
import type { Talk } from "./talk.ts";
import { talk as trTrTalk } from "./tr-TR.talk.ts";
import * as trTr from "./tr-TR.ts";
import { talk as zhCnTalk } from "./zh-CN.talk.ts";
import * as zhCn from "./zh-CN.ts";
import { talk as zhTwTalk } from "./zh-TW.talk.ts";
import * as zhTw from "./zh-TW.ts";

export type OfflineWords = Readonly<Record<keyof typeof enUs, string>>;

const WORDS: Readonly<Record<Language, OfflineWords>> = {
	"ar-EG": arEg,
	"de-DE": deDe,
	"en-US": enUs,
	"es-ES": esEs,
	"fr-FR": frFr,
	"hi-IN": hiIn,
	"it-IT": itIt,
	"ja-JP": jaJp,
	"ko-KR": koKr,
	"pl-PL": plPl,
	"pt-BR": ptBr,
	"ru-RU": ruRu,
	"tr-TR": trTr,
	"zh-CN": zhCn,
	"zh-TW": zhTw,
};

const TALKS: Readonly<Record<Language, Talk>> = {
	"ar-EG": arEgTalk,
	"de-DE": deDeTalk,
	"en-US": enUsTalk,
	"es-ES": esEsTalk,
	"fr-FR": frFrTalk,
	"hi-IN": hiInTalk,
	"it-IT": itItTalk,
	"ja-JP": jaJpTalk,
	"ko-KR": koKrTalk,
	"pl-PL": plPlTalk,
	"pt-BR": ptBrTalk,
	"ru-RU": ruRuTalk,
	"tr-TR": trTrTalk,
	"zh-CN": zhCnTalk,
	"zh-TW": zhTwTalk,
};

export function talkOf(language: Language): Talk {
	return TALKS[language];
}

export function wordsOf(language: Language): OfflineWords {
	return WORDS[language];
}

/** By the whole tag, else by its language alone (`de-AT`, `pt`), else English. */
export function languageFor(tag: string): Language {
	const [language = ""] = tag.toLowerCase().split("-");
	const exact = LANGUAGES.find((known) => known.toLowerCase() === tag.toLowerCase());
	return exact ?? LANGUAGES.find((known) => known.slice(0, 3) === `${language}-`) ?? "en-US";
}
