/**
 * The words of the workout extension in the languages that are not written in Latin letters: single entries of the catalogue, each named, so that the
 * bundle holds no more of it. A line each in the order of `WORKOUT_KEYS`: one text a language, since the engine never gives back the room
 * in its table that hundreds of texts would take while they are loaded.
 */
import * as arEg from "../core/words/ar-EG.json";
import * as hiIn from "../core/words/hi-IN.json";
import * as jaJp from "../core/words/ja-JP.json";
import * as koKr from "../core/words/ko-KR.json";
import * as ruRu from "../core/words/ru-RU.json";
import * as zhCn from "../core/words/zh-CN.json";
import * as zhTw from "../core/words/zh-TW.json";

export const OTHER_WORDS: { readonly [language: string]: string } = {
	"ar-EG": `${arEg["run.hint"]}
${arEg["run.pace"]}
${arEg["run.left"]}
${arEg["run.cheer"]}
${arEg["run.on"]}
${arEg["run.ahead"]}
${arEg["run.behind"]}
${arEg["run.average"]}
${arEg["run.average-mile"]}
${arEg["run.to-go"]}
${arEg["run.to-go-mile"]}
${arEg["run.reached"]}
${arEg["run.done"]}
${arEg["run.done-mile"]}
${arEg["run.waiting"]}
${arEg["run.cheer.1"]}
${arEg["run.cheer.2"]}
${arEg["run.cheer.3"]}
${arEg["run.cheer.4"]}
${arEg["run.decimal"]}`,
	"hi-IN": `${hiIn["run.hint"]}
${hiIn["run.pace"]}
${hiIn["run.left"]}
${hiIn["run.cheer"]}
${hiIn["run.on"]}
${hiIn["run.ahead"]}
${hiIn["run.behind"]}
${hiIn["run.average"]}
${hiIn["run.average-mile"]}
${hiIn["run.to-go"]}
${hiIn["run.to-go-mile"]}
${hiIn["run.reached"]}
${hiIn["run.done"]}
${hiIn["run.done-mile"]}
${hiIn["run.waiting"]}
${hiIn["run.cheer.1"]}
${hiIn["run.cheer.2"]}
${hiIn["run.cheer.3"]}
${hiIn["run.cheer.4"]}
${hiIn["run.decimal"]}`,
	"ja-JP": `${jaJp["run.hint"]}
${jaJp["run.pace"]}
${jaJp["run.left"]}
${jaJp["run.cheer"]}
${jaJp["run.on"]}
${jaJp["run.ahead"]}
${jaJp["run.behind"]}
${jaJp["run.average"]}
${jaJp["run.average-mile"]}
${jaJp["run.to-go"]}
${jaJp["run.to-go-mile"]}
${jaJp["run.reached"]}
${jaJp["run.done"]}
${jaJp["run.done-mile"]}
${jaJp["run.waiting"]}
${jaJp["run.cheer.1"]}
${jaJp["run.cheer.2"]}
${jaJp["run.cheer.3"]}
${jaJp["run.cheer.4"]}
${jaJp["run.decimal"]}`,
	"ko-KR": `${koKr["run.hint"]}
${koKr["run.pace"]}
${koKr["run.left"]}
${koKr["run.cheer"]}
${koKr["run.on"]}
${koKr["run.ahead"]}
${koKr["run.behind"]}
${koKr["run.average"]}
${koKr["run.average-mile"]}
${koKr["run.to-go"]}
${koKr["run.to-go-mile"]}
${koKr["run.reached"]}
${koKr["run.done"]}
${koKr["run.done-mile"]}
${koKr["run.waiting"]}
${koKr["run.cheer.1"]}
${koKr["run.cheer.2"]}
${koKr["run.cheer.3"]}
${koKr["run.cheer.4"]}
${koKr["run.decimal"]}`,
	"ru-RU": `${ruRu["run.hint"]}
${ruRu["run.pace"]}
${ruRu["run.left"]}
${ruRu["run.cheer"]}
${ruRu["run.on"]}
${ruRu["run.ahead"]}
${ruRu["run.behind"]}
${ruRu["run.average"]}
${ruRu["run.average-mile"]}
${ruRu["run.to-go"]}
${ruRu["run.to-go-mile"]}
${ruRu["run.reached"]}
${ruRu["run.done"]}
${ruRu["run.done-mile"]}
${ruRu["run.waiting"]}
${ruRu["run.cheer.1"]}
${ruRu["run.cheer.2"]}
${ruRu["run.cheer.3"]}
${ruRu["run.cheer.4"]}
${ruRu["run.decimal"]}`,
	"zh-CN": `${zhCn["run.hint"]}
${zhCn["run.pace"]}
${zhCn["run.left"]}
${zhCn["run.cheer"]}
${zhCn["run.on"]}
${zhCn["run.ahead"]}
${zhCn["run.behind"]}
${zhCn["run.average"]}
${zhCn["run.average-mile"]}
${zhCn["run.to-go"]}
${zhCn["run.to-go-mile"]}
${zhCn["run.reached"]}
${zhCn["run.done"]}
${zhCn["run.done-mile"]}
${zhCn["run.waiting"]}
${zhCn["run.cheer.1"]}
${zhCn["run.cheer.2"]}
${zhCn["run.cheer.3"]}
${zhCn["run.cheer.4"]}
${zhCn["run.decimal"]}`,
	"zh-TW": `${zhTw["run.hint"]}
${zhTw["run.pace"]}
${zhTw["run.left"]}
${zhTw["run.cheer"]}
${zhTw["run.on"]}
${zhTw["run.ahead"]}
${zhTw["run.behind"]}
${zhTw["run.average"]}
${zhTw["run.average-mile"]}
${zhTw["run.to-go"]}
${zhTw["run.to-go-mile"]}
${zhTw["run.reached"]}
${zhTw["run.done"]}
${zhTw["run.done-mile"]}
${zhTw["run.waiting"]}
${zhTw["run.cheer.1"]}
${zhTw["run.cheer.2"]}
${zhTw["run.cheer.3"]}
${zhTw["run.cheer.4"]}
${zhTw["run.decimal"]}`,
};
