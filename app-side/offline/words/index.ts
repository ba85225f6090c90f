/**
 * The few words of the built-in assistant in every language of the catalogue. Each file beside this one takes its entries out
 * of one language, one by one, so that the bundle holds no more of it. Owns which language answers.
 */
import { LANGUAGES, type Language } from "../../../core/words/words.ts";
import * as arEg from "./ar-EG.ts";
import * as deDe from "./de-DE.ts";
import * as enUs from "./en-US.ts";
import * as esEs from "./es-ES.ts";
import * as frFr from "./fr-FR.ts";
import * as hiIn from "./hi-IN.ts";
import * as itIt from "./it-IT.ts";
import * as jaJp from "./ja-JP.ts";
import * as koKr from "./ko-KR.ts";
import * as plPl from "./pl-PL.ts";
import * as ptBr from "./pt-BR.ts";
import * as ruRu from "./ru-RU.ts";
import type { Talk } from "./talk.ts";
import { talks } from "./talks.ts";
import * as trTr from "./tr-TR.ts";
import * as zhCn from "./zh-CN.ts";
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

export function talkOf(language: Language): Talk {
	return talks()[language];
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
