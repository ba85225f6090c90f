/**
 * The words of the workout extension by language, a line each in the order of `WORKOUT_KEYS`: one text a language, since the
 * engine never gives back the room in its table that hundreds of texts would take while they are loaded. The build runs
 * this, so that the bundle has these words and no others of the catalogue.
 */
import arEg from "../core/words/ar-EG.json" with { type: "json" };
import deDe from "../core/words/de-DE.json" with { type: "json" };
import enUs from "../core/words/en-US.json" with { type: "json" };
import esEs from "../core/words/es-ES.json" with { type: "json" };
import frFr from "../core/words/fr-FR.json" with { type: "json" };
import hiIn from "../core/words/hi-IN.json" with { type: "json" };
import itIt from "../core/words/it-IT.json" with { type: "json" };
import jaJp from "../core/words/ja-JP.json" with { type: "json" };
import koKr from "../core/words/ko-KR.json" with { type: "json" };
import plPl from "../core/words/pl-PL.json" with { type: "json" };
import ptBr from "../core/words/pt-BR.json" with { type: "json" };
import ruRu from "../core/words/ru-RU.json" with { type: "json" };
import trTr from "../core/words/tr-TR.json" with { type: "json" };
import type { Language } from "../core/words/words.ts";
import zhCn from "../core/words/zh-CN.json" with { type: "json" };
import zhTw from "../core/words/zh-TW.json" with { type: "json" };
import { WORKOUT_KEYS, type WorkoutKey } from "./workout-keys.ts";

const CATALOGUE: { readonly [language in Language]: { readonly [key in WorkoutKey]: string } } = {
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

export const WORDS: { readonly [language: string]: string } = Object.fromEntries(
	Object.entries(CATALOGUE).map(([language, words]) => [language, WORKOUT_KEYS.map((key) => words[key]).join("\n")]),
);
