/**
 * The few words of the built-in assistant that the catalogue has. Each file beside this one takes its entries
 * out of one language, one by one, so that the bundle holds no more of it. Packed:
 * docs/decisions/2026-11-27-what-the-phone-carries.md.
 */
import type { Language } from "../../../core/words/words.ts";
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

export function offlineWords(): Readonly<Record<Language, OfflineWords>> {
	return WORDS;
}
