/**
 * What the built-in assistant says, in every language. Owns the list of them. Packed:
 * docs/decisions/2026-11-27-what-the-phone-carries.md.
 */
import type { Language } from "../../../core/words/words.ts";
import { talk as arEgTalk } from "./ar-EG.talk.ts";
import { talk as deDeTalk } from "./de-DE.talk.ts";
import { talk as enUsTalk } from "./en-US.talk.ts";
import { talk as esEsTalk } from "./es-ES.talk.ts";
import { talk as frFrTalk } from "./fr-FR.talk.ts";
import { talk as hiInTalk } from "./hi-IN.talk.ts";
import { talk as itItTalk } from "./it-IT.talk.ts";
import { talk as jaJpTalk } from "./ja-JP.talk.ts";
import { talk as koKrTalk } from "./ko-KR.talk.ts";
import { talk as plPlTalk } from "./pl-PL.talk.ts";
import { talk as ptBrTalk } from "./pt-BR.talk.ts";
import { talk as ruRuTalk } from "./ru-RU.talk.ts";
import type { Talk } from "./talk.ts";
import { talk as trTrTalk } from "./tr-TR.talk.ts";
import { talk as zhCnTalk } from "./zh-CN.talk.ts";
import { talk as zhTwTalk } from "./zh-TW.talk.ts";

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

export function talks(): Readonly<Record<Language, Talk>> {
	return TALKS;
}
