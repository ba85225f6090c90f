/**
 * The words of the workout extension in the languages that are written in Latin letters: single entries of the catalogue, each named, so that the
 * bundle holds no more of it. A line each in the order of `WORKOUT_KEYS`: one text a language, since the engine never gives back the room
 * in its table that hundreds of texts would take while they are loaded.
 */
import * as deDe from "../core/words/de-DE.json";
import * as enUs from "../core/words/en-US.json";
import * as esEs from "../core/words/es-ES.json";
import * as frFr from "../core/words/fr-FR.json";
import * as itIt from "../core/words/it-IT.json";
import * as plPl from "../core/words/pl-PL.json";
import * as ptBr from "../core/words/pt-BR.json";
import * as trTr from "../core/words/tr-TR.json";

export const LATIN_WORDS: { readonly [language: string]: string } = {
	"de-DE": `${deDe["run.hint"]}
${deDe["run.pace"]}
${deDe["run.left"]}
${deDe["run.cheer"]}
${deDe["run.on"]}
${deDe["run.ahead"]}
${deDe["run.behind"]}
${deDe["run.average"]}
${deDe["run.average-mile"]}
${deDe["run.to-go"]}
${deDe["run.to-go-mile"]}
${deDe["run.reached"]}
${deDe["run.done"]}
${deDe["run.done-mile"]}
${deDe["run.waiting"]}
${deDe["run.cheer.1"]}
${deDe["run.cheer.2"]}
${deDe["run.cheer.3"]}
${deDe["run.cheer.4"]}
${deDe["run.decimal"]}`,
	"en-US": `${enUs["run.hint"]}
${enUs["run.pace"]}
${enUs["run.left"]}
${enUs["run.cheer"]}
${enUs["run.on"]}
${enUs["run.ahead"]}
${enUs["run.behind"]}
${enUs["run.average"]}
${enUs["run.average-mile"]}
${enUs["run.to-go"]}
${enUs["run.to-go-mile"]}
${enUs["run.reached"]}
${enUs["run.done"]}
${enUs["run.done-mile"]}
${enUs["run.waiting"]}
${enUs["run.cheer.1"]}
${enUs["run.cheer.2"]}
${enUs["run.cheer.3"]}
${enUs["run.cheer.4"]}
${enUs["run.decimal"]}`,
	"es-ES": `${esEs["run.hint"]}
${esEs["run.pace"]}
${esEs["run.left"]}
${esEs["run.cheer"]}
${esEs["run.on"]}
${esEs["run.ahead"]}
${esEs["run.behind"]}
${esEs["run.average"]}
${esEs["run.average-mile"]}
${esEs["run.to-go"]}
${esEs["run.to-go-mile"]}
${esEs["run.reached"]}
${esEs["run.done"]}
${esEs["run.done-mile"]}
${esEs["run.waiting"]}
${esEs["run.cheer.1"]}
${esEs["run.cheer.2"]}
${esEs["run.cheer.3"]}
${esEs["run.cheer.4"]}
${esEs["run.decimal"]}`,
	"fr-FR": `${frFr["run.hint"]}
${frFr["run.pace"]}
${frFr["run.left"]}
${frFr["run.cheer"]}
${frFr["run.on"]}
${frFr["run.ahead"]}
${frFr["run.behind"]}
${frFr["run.average"]}
${frFr["run.average-mile"]}
${frFr["run.to-go"]}
${frFr["run.to-go-mile"]}
${frFr["run.reached"]}
${frFr["run.done"]}
${frFr["run.done-mile"]}
${frFr["run.waiting"]}
${frFr["run.cheer.1"]}
${frFr["run.cheer.2"]}
${frFr["run.cheer.3"]}
${frFr["run.cheer.4"]}
${frFr["run.decimal"]}`,
	"it-IT": `${itIt["run.hint"]}
${itIt["run.pace"]}
${itIt["run.left"]}
${itIt["run.cheer"]}
${itIt["run.on"]}
${itIt["run.ahead"]}
${itIt["run.behind"]}
${itIt["run.average"]}
${itIt["run.average-mile"]}
${itIt["run.to-go"]}
${itIt["run.to-go-mile"]}
${itIt["run.reached"]}
${itIt["run.done"]}
${itIt["run.done-mile"]}
${itIt["run.waiting"]}
${itIt["run.cheer.1"]}
${itIt["run.cheer.2"]}
${itIt["run.cheer.3"]}
${itIt["run.cheer.4"]}
${itIt["run.decimal"]}`,
	"pl-PL": `${plPl["run.hint"]}
${plPl["run.pace"]}
${plPl["run.left"]}
${plPl["run.cheer"]}
${plPl["run.on"]}
${plPl["run.ahead"]}
${plPl["run.behind"]}
${plPl["run.average"]}
${plPl["run.average-mile"]}
${plPl["run.to-go"]}
${plPl["run.to-go-mile"]}
${plPl["run.reached"]}
${plPl["run.done"]}
${plPl["run.done-mile"]}
${plPl["run.waiting"]}
${plPl["run.cheer.1"]}
${plPl["run.cheer.2"]}
${plPl["run.cheer.3"]}
${plPl["run.cheer.4"]}
${plPl["run.decimal"]}`,
	"pt-BR": `${ptBr["run.hint"]}
${ptBr["run.pace"]}
${ptBr["run.left"]}
${ptBr["run.cheer"]}
${ptBr["run.on"]}
${ptBr["run.ahead"]}
${ptBr["run.behind"]}
${ptBr["run.average"]}
${ptBr["run.average-mile"]}
${ptBr["run.to-go"]}
${ptBr["run.to-go-mile"]}
${ptBr["run.reached"]}
${ptBr["run.done"]}
${ptBr["run.done-mile"]}
${ptBr["run.waiting"]}
${ptBr["run.cheer.1"]}
${ptBr["run.cheer.2"]}
${ptBr["run.cheer.3"]}
${ptBr["run.cheer.4"]}
${ptBr["run.decimal"]}`,
	"tr-TR": `${trTr["run.hint"]}
${trTr["run.pace"]}
${trTr["run.left"]}
${trTr["run.cheer"]}
${trTr["run.on"]}
${trTr["run.ahead"]}
${trTr["run.behind"]}
${trTr["run.average"]}
${trTr["run.average-mile"]}
${trTr["run.to-go"]}
${trTr["run.to-go-mile"]}
${trTr["run.reached"]}
${trTr["run.done"]}
${trTr["run.done-mile"]}
${trTr["run.waiting"]}
${trTr["run.cheer.1"]}
${trTr["run.cheer.2"]}
${trTr["run.cheer.3"]}
${trTr["run.cheer.4"]}
${trTr["run.decimal"]}`,
};
