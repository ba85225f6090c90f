/**
 * The words of one action, `timer 10 min Tea`, as an action. Owns the forms in which models write times, days and labels; where such
 * words stand in a text is action-lines.ts's. Rule: what is no whole action within its bounds is none, and no part of it is guessed.
 */
import {
	type Action,
	type ActionName,
	isAction,
	NATIVE_APPS,
	type NativeApp,
	NOTE_LIMIT,
	RING_LIMIT_SECONDS,
} from "../core/actions/action.ts";
import { clip } from "../core/wire/protocol.ts";
import { GAP, labelOf, tidy } from "./action-label.ts";
import { type ActionTimes, readDays, readLength, readTime } from "./action-times.ts";
import { plainSigns, plainWords } from "./offline/plain.ts";

type Verb = ActionName | "run";

/** By what models call them, in the languages that they write in; underscores are spaces. */
const VERBS: Readonly<Record<Verb, string>> = {
	timer:
		"timer countdown count down minuteur minuterie temporizador cuenta atras temporizzatore cronometro minutnik zamanlayici geri sayim таймер مؤقت टाइमर タイマー 타이머 计时器 計時器 倒计时 倒計時 定时器 定時器",
	alarm:
		"alarm wecker reveil alarma despertador sveglia alarme budzik будильник منبه अलार्म アラーム 目覚まし 알람 闹钟 鬧鐘",
	remind:
		"remind reminder erinnerung erinnere erinnern rappel rappelle recordatorio recordar promemoria ricorda lembrete lembrar przypomnienie przypomnij hatirlatici hatirlatma hatirlat напоминание напомнить تذكير रिमाइंडर リマインダー リマインド 알림 리마인더 提醒",
	list: "list liste lista elenco listele список قائمة सूची 一覧 リスト 목록 列表 清单 清單",
	cancel:
		"cancel stop delete remove abbrechen losche loschen stopp annuler annule supprimer supprime arreter cancelar cancela borrar borra annulla cancella anuluj usun iptal отмена отменить отмени удалить الغاء रद्द キャンセル 取消 취소 删除 刪除",
	open: "open launch offne offnen ouvre ouvrir abre abrir apri aprire otworz открой открыть افتح खोलो खोलें 開く 열기 打开 打開",
	note: "note remember memo notiz notiere merke nota anota annota notatka zapisz заметка запомни ملاحظة नोट メモ 메모 备忘 備忘 笔记 筆記",
	run: "run",
};

const VERB_OF = new Map(
	(Object.keys(VERBS) as Verb[]).flatMap((verb) =>
		VERBS[verb].split(" ").map((name): [string, Verb] => [plainWords(name), verb]),
	),
);
const SETTING = /^(?:set|start|create|add|new|schedule|make)[\s_]{1,3}(?:an?[\s_])?/i;
const WORD = /^[^\p{L}\d+-]{0,6}([\p{L}\p{M}]{2,24})[*_`"']{0,3}/u;

export function verbOf(said: string): Verb | null {
	return verbAt(said)?.verb ?? null;
}

/** `set_timer`, `timers`, `list_timers`. */
function verbAt(said: string): { verb: Verb; rest: string } | null {
	const text = plainSigns(said.slice(0, 400)).replace(SETTING, "");
	const [whole = "", word = ""] = WORD.exec(text) ?? [];
	const name = plainWords(word);
	const verb = VERB_OF.get(name) ?? VERB_OF.get(name.replace(/s$/, ""));
	return verb === undefined ? null : { verb, rest: text.slice(whole.length) };
}

/** Null where it is none. */
export function readAction(said: string, times: ActionTimes = {}): Action | null {
	const found = verbAt(said);
	if (found === null) return null;
	const { verb } = found;
	const rest = found.rest.replace(/^_\w{1,20}/, "").replace(GAP, (gap) => (/[+-]$/.test(gap) ? gap.slice(-1) : ""));
	const action = READERS[verb](rest, times);
	return action !== null && isAction(action) ? action : null;
}

type Reader = (rest: string, times: ActionTimes) => Action | null;

const READERS: Readonly<Record<Verb, Reader>> = {
	timer: (rest, times) => {
		const length = readLength(rest, times.said);
		return length === null ? null : ringIn("timer", length.seconds, labelOf(length.rest));
	},
	alarm: readAlarm,
	remind: readReminder,
	list: () => ({ do: "list" }),
	cancel: (rest) => {
		const label = labelOf(rest).label;
		return label === undefined ||
			/^(?:all|everything|alles?|tout|todos?|todas?|tutt[io]|wszystk[oi]e?|все|всё|hepsi|\*)$/i.test(label)
			? { do: "cancel" }
			: { do: "cancel", label };
	},
	open: (rest) => {
		const app = appIn(rest);
		return app === undefined ? null : { do: "open", app };
	},
	note: (rest) => {
		const text = clip(tidy(rest).replace(/^(?:that|dass|que|che|że|что)\s/i, ""), NOTE_LIMIT);
		return text === "" ? null : { do: "note", text };
	},
	run: () => null,
};

function ringIn(name: "timer" | "remind", seconds: number, label: { label?: string }): Action | null {
	return seconds > 0 && seconds <= RING_LIMIT_SECONDS ? { do: name, seconds, ...label } : null;
}

/** Once on a day further than its next time it is a reminder; so long from now it is a timer. */
function readAlarm(rest: string, times: ActionTimes): Action | null {
	const time = readTime(rest, times);
	if (time === null) {
		const length = /^\+/.test(rest) ? readLength(rest, times.said) : null;
		return length === null ? null : ringIn("timer", length.seconds, labelOf(length.rest));
	}
	const { days, rest: after } = time.days > 0 ? time : readDays(time.rest);
	const label = labelOf(after);
	// It rings at the next such time, which may be sooner than is meant.
	const next = Number(time.at <= (times.nowMinutes ?? 1440));
	if (days === 0 && time.day !== undefined && time.day > next) return remindAt(time.day, time.at, label);
	return { do: "alarm", at: time.at, ...(days > 0 ? { days } : {}), ...label };
}

function readReminder(rest: string, times: ActionTimes): Action | null {
	const time = /^\+/.test(rest) ? null : readTime(rest, times);
	if (time === null) {
		const length = readLength(rest, times.said);
		return length === null ? null : ringIn("remind", length.seconds, labelOf(length.rest));
	}
	const { days, rest: after } = time.days > 0 ? time : readDays(time.rest);
	const label = labelOf(after);
	// What is past today is meant for the next day.
	const isPast = time.at <= (times.nowMinutes ?? -1);
	if (days > 0 && time.day === undefined) {
		const ahead = daysAhead(days, times.today, isPast);
		return ahead === null ? { do: "alarm", at: time.at, days, ...label } : remindAt(ahead, time.at, label);
	}
	return remindAt(time.day || Number(isPast), time.at, label);
}

/** To the one day of the week that is meant; null where it is several, or nobody knows today. */
function daysAhead(days: number, today: number | undefined, isPast: boolean): number | null {
	const weekday = Math.log2(days);
	if (today === undefined || !Number.isInteger(weekday)) return null;
	const ahead = (weekday - ((new Date(today).getUTCDay() + 6) % 7) + 7) % 7;
	return ahead === 0 && isPast ? 7 : ahead;
}

function remindAt(day: number, at: number, label: { label?: string }): Action | null {
	return day >= 0 && day <= 365 ? { do: "remind", day, at, ...label } : null;
}

const APPS: readonly (readonly [RegExp, NativeApp])[] = [
	[/find|phone/, "find-phone"],
	[/timer|countdown/, "timer"],
	[/alarm|clock/, "alarm"],
	[/calendar|schedule|agenda/, "calendar"],
	[/weather|forecast/, "weather"],
	[/sport|workout|exercise|run|training/, "sport"],
];

function appIn(rest: string): NativeApp | undefined {
	const name = rest.toLowerCase().slice(0, 40);
	return NATIVE_APPS.find((app) => name.startsWith(app)) ?? APPS.find(([form]) => form.test(name))?.[1];
}
