/**
 * The few words of the workout extension, which loads no `.po` files (DOC guides/workout-extension): a dictionary made of
 * single entries of the catalogue, so that the bundle holds no more of it. Owns which languages it has.
 */

import {
	"glance.asking" as arEgAsking,
	"glance.failed" as arEgFailed,
	"glance.open-once" as arEgOpenOnce,
	"glance.ready" as arEgReady,
} from "../core/words/ar-EG.json";
import {
	"glance.asking" as deDeAsking,
	"glance.failed" as deDeFailed,
	"glance.open-once" as deDeOpenOnce,
	"glance.ready" as deDeReady,
} from "../core/words/de-DE.json";
import {
	"glance.asking" as enUsAsking,
	"glance.failed" as enUsFailed,
	"glance.open-once" as enUsOpenOnce,
	"glance.ready" as enUsReady,
} from "../core/words/en-US.json";
import {
	"glance.asking" as esEsAsking,
	"glance.failed" as esEsFailed,
	"glance.open-once" as esEsOpenOnce,
	"glance.ready" as esEsReady,
} from "../core/words/es-ES.json";
import {
	"glance.asking" as frFrAsking,
	"glance.failed" as frFrFailed,
	"glance.open-once" as frFrOpenOnce,
	"glance.ready" as frFrReady,
} from "../core/words/fr-FR.json";
import {
	"glance.asking" as hiInAsking,
	"glance.failed" as hiInFailed,
	"glance.open-once" as hiInOpenOnce,
	"glance.ready" as hiInReady,
} from "../core/words/hi-IN.json";
import {
	"glance.asking" as itItAsking,
	"glance.failed" as itItFailed,
	"glance.open-once" as itItOpenOnce,
	"glance.ready" as itItReady,
} from "../core/words/it-IT.json";
import {
	"glance.asking" as jaJpAsking,
	"glance.failed" as jaJpFailed,
	"glance.open-once" as jaJpOpenOnce,
	"glance.ready" as jaJpReady,
} from "../core/words/ja-JP.json";
import {
	"glance.asking" as koKrAsking,
	"glance.failed" as koKrFailed,
	"glance.open-once" as koKrOpenOnce,
	"glance.ready" as koKrReady,
} from "../core/words/ko-KR.json";
import {
	"glance.asking" as plPlAsking,
	"glance.failed" as plPlFailed,
	"glance.open-once" as plPlOpenOnce,
	"glance.ready" as plPlReady,
} from "../core/words/pl-PL.json";
import {
	"glance.asking" as ptBrAsking,
	"glance.failed" as ptBrFailed,
	"glance.open-once" as ptBrOpenOnce,
	"glance.ready" as ptBrReady,
} from "../core/words/pt-BR.json";
import {
	"glance.asking" as ruRuAsking,
	"glance.failed" as ruRuFailed,
	"glance.open-once" as ruRuOpenOnce,
	"glance.ready" as ruRuReady,
} from "../core/words/ru-RU.json";
import {
	"glance.asking" as trTrAsking,
	"glance.failed" as trTrFailed,
	"glance.open-once" as trTrOpenOnce,
	"glance.ready" as trTrReady,
} from "../core/words/tr-TR.json";
import {
	"glance.asking" as zhCnAsking,
	"glance.failed" as zhCnFailed,
	"glance.open-once" as zhCnOpenOnce,
	"glance.ready" as zhCnReady,
} from "../core/words/zh-CN.json";
import {
	"glance.asking" as zhTwAsking,
	"glance.failed" as zhTwFailed,
	"glance.open-once" as zhTwOpenOnce,
	"glance.ready" as zhTwReady,
} from "../core/words/zh-TW.json";
import type { WorkoutWords } from "./workout-view.ts";

const WORDS: { readonly [language: string]: readonly [string, string, string, string] } = {
	"zh-CN": [zhCnOpenOnce, zhCnAsking, zhCnFailed, zhCnReady],
	"zh-TW": [zhTwOpenOnce, zhTwAsking, zhTwFailed, zhTwReady],
	"en-US": [enUsOpenOnce, enUsAsking, enUsFailed, enUsReady],
	"es-ES": [esEsOpenOnce, esEsAsking, esEsFailed, esEsReady],
	"ru-RU": [ruRuOpenOnce, ruRuAsking, ruRuFailed, ruRuReady],
	"ko-KR": [koKrOpenOnce, koKrAsking, koKrFailed, koKrReady],
	"fr-FR": [frFrOpenOnce, frFrAsking, frFrFailed, frFrReady],
	"de-DE": [deDeOpenOnce, deDeAsking, deDeFailed, deDeReady],
	"pl-PL": [plPlOpenOnce, plPlAsking, plPlFailed, plPlReady],
	"it-IT": [itItOpenOnce, itItAsking, itItFailed, itItReady],
	"ja-JP": [jaJpOpenOnce, jaJpAsking, jaJpFailed, jaJpReady],
	"ar-EG": [arEgOpenOnce, arEgAsking, arEgFailed, arEgReady],
	"tr-TR": [trTrOpenOnce, trTrAsking, trTrFailed, trTrReady],
	"pt-BR": [ptBrOpenOnce, ptBrAsking, ptBrFailed, ptBrReady],
	"hi-IN": [hiInOpenOnce, hiInAsking, hiInFailed, hiInReady],
};

/** English where the language is none of ours. */
export function workoutWords(language: string): WorkoutWords {
	const [openOnce, asking, failed, ready] = WORDS[language] ?? [enUsOpenOnce, enUsAsking, enUsFailed, enUsReady];
	return { openOnce, asking, failed, ready };
}
