/**
 * How models write the lines of actions that they are asked for, and what is to come of each: rows of habit, where it was seen (a
 * public report's repository and number; `form` for the form that is asked for, `own` for what we tried ourselves), what the model
 * writes, and the right actions. The question asks for whatever it is, today is Saturday, 28 November 2026, and it is 10:09.
 */
import type { Action } from "../core/actions/action.ts";

export type LineCase = {
	name: string;
	source: string;
	raw: string;
	actions: Action[];
	/** What is shown; the answer is `Right.` where nothing is said. */
	text?: string;
};

const TEA: Action = { do: "timer", seconds: 600, label: "Tea" };
const RIGHT = "Right.\n";

const line = (name: string, source: string, said: string, ...actions: Action[]): LineCase => ({
	...{ name, source, raw: `${RIGHT}${said}`, actions },
});

const FORM: readonly LineCase[] = [
	line("a timer", "form", "!! timer 600 Tea", TEA),
	line("a timer without a label", "form", "!! timer 600", { do: "timer", seconds: 600 }),
	line("an alarm", "form", "!! alarm 07:30 Work", { do: "alarm", at: 450, label: "Work" }),
	line("an alarm on days", "form", "!! alarm 07:30 mon,tue Work", { do: "alarm", at: 450, days: 3, label: "Work" }),
	line("a reminder so long from now", "form", "!! remind +3600 Call Ann", {
		...{ do: "remind", seconds: 3600, label: "Call Ann" },
	} as Action),
	line("a reminder on a day", "form", "!! remind 1 09:00 Call Ann", {
		do: "remind",
		day: 1,
		at: 540,
		label: "Call Ann",
	}),
	line("the list", "form", "!! list", { do: "list" }),
	line("cancelling one", "form", "!! cancel Tea", { do: "cancel", label: "Tea" }),
	line("cancelling all", "form", "!! cancel", { do: "cancel" }),
	line("an app", "form", "!! open find-phone", { do: "open", app: "find-phone" }),
	line("a note", "form", "!! note I am vegetarian", { do: "note", text: "I am vegetarian" }),
	line(
		"three",
		"form",
		"!! timer 600 Tea\n!! timer 300 Eggs\n!! list",
		TEA,
		{ do: "timer", seconds: 300, label: "Eggs" },
		{ do: "list" },
	),
];

const DRESS: readonly LineCase[] = [
	line("in a fence", "TheR1D/shell_gpt#645", "```\n!! timer 600 Tea\n```", TEA),
	line("in a fence with a language", "marimo-team/marimo#4418", "```text\n!! timer 600 Tea\n```", TEA),
	line("in backticks", "AMAP-ML/LongHorizon-Harness#58", "`!! timer 600 Tea`", TEA),
	line("in bold", "crewAIInc/crewAI#103", "**!! timer 600 Tea**", TEA),
	line("with the verb in bold", "conradry/open-coscientist-agents#18", "!! **timer** 600 Tea", TEA),
	line("as an item of a list", "own", "- !! timer 600 Tea", TEA),
	line("as a numbered item", "own", "1. !! timer 600 Tea", TEA),
	line("with its marks escaped", "own", "\\!\\! timer 600 Tea", TEA),
	line("in full-width signs", "own", "！！ timer ６００ Tea", TEA),
	line("with a colon behind the verb", "koharu-rs/koharu#1020", "!! timer: 600, Tea", TEA),
	line("without a space", "own", "!!timer 600 Tea", TEA),
	line("as a bot's command", "own", "!timer 600 Tea", TEA),
	line("with bars", "own", "!! timer | 600 | Tea", TEA),
	line("with quotes around the label", "own", '!! timer 600 "Tea"', TEA),
	line("with brackets around the label", "own", "!! timer 600 [Tea]", TEA),
	line("with the form's own names", "own", "!! timer seconds=600 label=Tea", TEA),
	line("with the form's own word for a label", "own", "!! timer 600 LABEL", { do: "timer", seconds: 600 }),
	line("with capitals", "own", "!! TIMER 600 Tea", TEA),
	line("with a verb before it", "own", "!! set timer 600 Tea", TEA),
	line("with an emoji", "own", "!! timer 600 Tea 🍵", TEA),
	line(
		"with a friendly word behind the label",
		"openabdev/openab#780",
		"!! timer 600 Tea — enjoy your cup, it is on its way!",
		TEA,
	),
	line("in italics", "own", "_!! timer 600 Tea_", TEA),
	line("as a row of a table", "own", "|!! timer 600 Tea|", TEA),
	line("in brackets", "own", "(!! timer 600 Tea)", TEA),
	line("in braces", "own", "{!! timer 600 Tea}", TEA),
	line("in French quotation marks", "own", "«!! timer 600 Tea»", TEA),
	line("struck out", "own", "~~!! timer 600 Tea~~", TEA),
	line("in an element", "own", "<b>!! timer 600 Tea</b>", TEA),
	line("behind an arrow", "own", "→ !! timer 600 Tea", TEA),
	line("behind a word for it", "crewAIInc/crewAI#103", "**Action:** !! timer 600 Tea", TEA),
	line("with a shell's prompt", "own", "$ !! timer 600 Tea", TEA),
	line("with one sign for both marks", "own", "‼️ timer 600 Tea", TEA),
	line("with its marks as entities", "own", "&#33;&#33; timer 600 Tea", TEA),
	line("with a word before the label", "own", "!! timer 600 for the tea", { do: "timer", seconds: 600, label: "tea" }),
	line("with a length told twice", "own", "!! timer 600 (10 min) Tea", TEA),
	line("with a sentence about it behind", "SWE-agent/SWE-agent#297", "!! timer 600 Tea\n\nYour tea timer is set!", TEA),
	line("twice the same", "vercel/ai#7261", "!! timer 600 Tea\n!! timer 600 Tea", TEA),
	line("two on one line", "own", "!! timer 600 Tea !! timer 300 Eggs", TEA, {
		do: "timer",
		seconds: 300,
		label: "Eggs",
	}),
	line("two with a word between", "own", "!! timer 600 Tea and !! timer 300 Eggs", TEA, {
		...{ do: "timer", seconds: 300, label: "Eggs" },
	} as Action),
	line("two with a comma", "own", "!! timer 600 Tea, timer 300 Eggs", TEA, {
		...{ do: "timer", seconds: 300, label: "Eggs" },
	} as Action),
	line("a comma in a label", "own", "!! timer 600 Tea, lemon", { do: "timer", seconds: 600, label: "Tea, lemon" }),
	line("two with a semicolon", "own", "!! timer 600 Tea; timer 300 Eggs", TEA, {
		...{ do: "timer", seconds: 300, label: "Eggs" },
	} as Action),
	{
		...{
			name: "in the middle",
			source: "SWE-agent/SWE-agent#297",
			raw: "Right.\n!! timer 600 Tea\nEnjoy it.",
			actions: [TEA],
		},
		text: "Right.\nEnjoy it.",
	},
	{
		...{ name: "first of all", source: "own", raw: "!! timer 600 Tea\n\nEnjoy it.\n@@ Tea\n>> Why?", actions: [TEA] },
		text: "Enjoy it.",
	},
	{
		...{ name: "at the end of a line", source: "own", raw: "Four minutes. !! timer 240 Tea", text: "Four minutes." },
		actions: [{ do: "timer", seconds: 240, label: "Tea" }],
	},
	{
		...{
			name: "all on one line",
			source: "own",
			raw: "Right. !! timer 600 Tea @@ Tea soon >> Why? | How?",
			actions: [TEA],
		},
	},
	{ ...{ name: "and nothing else", source: "own", raw: "!! timer 600 Tea", actions: [TEA], text: "" } },
	{
		...{ name: "thought about before", source: "QwenLM/qwen-code#10791", actions: [TEA] },
		raw: "<think>\n!! timer 60 no\n</think>\nRight.\n!! timer 600 Tea",
	},
];

const TIMES: readonly LineCase[] = [
	line("an hour and a half as 90 min", "own", "!! timer 90 min Roast", { do: "timer", seconds: 5400, label: "Roast" }),
	line("an hour and a half as 1h30", "own", "!! timer 1h30 Roast", { do: "timer", seconds: 5400, label: "Roast" }),
	line("an hour and a half as 1 h 30 min", "own", "!! timer 1 h 30 min Roast", {
		do: "timer",
		seconds: 5400,
		label: "Roast",
	}),
	line("an hour and a half as 1.5 hours", "own", "!! timer 1.5 hours", { do: "timer", seconds: 5400 }),
	line("an hour and a half as 01:30:00", "own", "!! timer 01:30:00 Roast", {
		do: "timer",
		seconds: 5400,
		label: "Roast",
	}),
	line("ten minutes as 10:00", "own", "!! timer 10:00 Tea", TEA),
	line("ten minutes as 600s", "own", "!! timer 600s Tea", TEA),
	line("ten minutes as 10m", "own", "!! timer 10m Tea", TEA),
	line("ten minutes in ISO's form", "own", "!! timer PT10M Tea", TEA),
	line("half an hour with a sign between thousands", "own", "!! timer 1,800 Roast", {
		...{ do: "timer", seconds: 1800, label: "Roast" },
	} as Action),
	line("half an hour as it is written in German", "own", "!! timer 1.800 Braten", {
		...{ do: "timer", seconds: 1800, label: "Braten" },
	} as Action),
	line("an alarm tomorrow, its time still to come today", "own", "!! alarm tomorrow 19:30 Dinner", {
		...{ do: "remind", day: 1, at: 1170, label: "Dinner" },
	} as Action),
	line("an alarm with its day behind", "own", "!! alarm 19:30 tomorrow Dinner", {
		...{ do: "remind", day: 1, at: 1170, label: "Dinner" },
	} as Action),
	line("an alarm tomorrow at its next time", "own", "!! alarm 7:30 tomorrow Work", {
		...{ do: "alarm", at: 450, label: "Work" },
	} as Action),
	line("a reminder with its day behind", "own", "!! remind 18:00 tomorrow Call", {
		...{ do: "remind", day: 1, at: 1080, label: "Call" },
	} as Action),
	line("an alarm for a time", "own", "!! alarm for 7:30", { do: "alarm", at: 450 }),
	line("an alarm at 7:30 pm", "own", "!! alarm 7:30 pm Dinner", { do: "alarm", at: 1170, label: "Dinner" }),
	line("an alarm at 7am", "own", "!! alarm 7am", { do: "alarm", at: 420 }),
	line("an alarm at 12:15 am", "own", "!! alarm 12:15 am", { do: "alarm", at: 15 }),
	line("an alarm at 12 pm", "own", "!! alarm 12 pm", { do: "alarm", at: 720 }),
	line("an alarm at 19h30", "own", "!! alarm 19h30", { do: "alarm", at: 1170 }),
	line("an alarm at 0730", "own", "!! alarm 0730", { do: "alarm", at: 450 }),
	line("an alarm with seconds", "own", "!! alarm 07:30:00", { do: "alarm", at: 450 }),
	line("days in brackets", "own", "!! alarm 07:30 [mon,tue,wed] Work", {
		do: "alarm",
		at: 450,
		days: 7,
		label: "Work",
	}),
	line("days as words", "own", "!! alarm 07:30 Monday, Tuesday", { do: "alarm", at: 450, days: 3 }),
	line("days as a range", "own", "!! alarm 07:30 mon-fri Work", { do: "alarm", at: 450, days: 31, label: "Work" }),
	line("days as weekdays", "own", "!! alarm 07:30 weekdays Work", { do: "alarm", at: 450, days: 31, label: "Work" }),
	line("days as daily", "own", "!! alarm 07:30 daily Pills", { do: "alarm", at: 450, days: 127, label: "Pills" }),
	line("days as every day", "own", "!! alarm 07:30 every day Pills", {
		do: "alarm",
		at: 450,
		days: 127,
		label: "Pills",
	}),
	line("days before the time", "own", "!! alarm sat,sun 09:00", { do: "alarm", at: 540, days: 96 }),
	line("a date for tomorrow", "nearai/ironclaw#4796", "!! remind 2026-11-29 09:00 Call", {
		do: "remind",
		day: 1,
		at: 540,
		label: "Call",
	}),
	line("a date with its time", "own", "!! remind 2026-12-24T18:00 Gifts", {
		do: "remind",
		day: 26,
		at: 1080,
		label: "Gifts",
	}),
	line("a date of another year", "nearai/ironclaw#4796", "!! remind 2024-05-01 09:00 Call"),
	line("tomorrow as a word", "own", "!! remind tomorrow 09:00 Call Ann", {
		do: "remind",
		day: 1,
		at: 540,
		label: "Call Ann",
	}),
	line("a day of the week", "NickMonrad/kernel-ai-assistant#1010", "!! remind mon 09:00 Call", {
		do: "remind",
		day: 2,
		at: 540,
		label: "Call",
	}),
	line("a time without its day", "own", "!! remind 18:00 Call Ann", {
		do: "remind",
		day: 0,
		at: 1080,
		label: "Call Ann",
	}),
	line("a time past today", "DamascenoRafael/reminders-menubar#205", "!! remind 0 08:00 Call", {
		do: "remind",
		day: 1,
		at: 480,
		label: "Call",
	}),
	line("a reminder without its plus", "own", "!! remind 600 Call Ann", {
		do: "remind",
		seconds: 600,
		label: "Call Ann",
	}),
	line("a reminder in minutes", "own", "!! remind +10 min Call Ann", { do: "remind", seconds: 600, label: "Call Ann" }),
	line("a reminder on D", "own", "!! remind D 18:00 Call", { do: "remind", day: 0, at: 1080, label: "Call" }),
	line("a reminder every day", "own", "!! remind daily 08:00 Pills", {
		do: "alarm",
		at: 480,
		days: 127,
		label: "Pills",
	}),
];

const TRANSLATED: readonly LineCase[] = [
	line("in French", "crewAIInc/crewAI#103", "!! minuteur 600 Thé", { do: "timer", seconds: 600, label: "Thé" }),
	line("in German", "own", "!! Wecker 7:30 Arbeit", { do: "alarm", at: 450, label: "Arbeit" }),
	line("cancelling in German", "own", "!! abbrechen Tee", { do: "cancel", label: "Tee" }),
	line("the list in French", "own", "!! liste", { do: "list" }),
	line("a note in Spanish", "own", "!! nota que soy vegetariano", { do: "note", text: "soy vegetariano" }),
	line("in Italian", "own", "!! sveglia 7:30 Lavoro", { do: "alarm", at: 450, label: "Lavoro" }),
	line("in Portuguese", "own", "!! lembrete +600 Ligar", { do: "remind", seconds: 600, label: "Ligar" }),
	line("in Polish", "own", "!! minutnik 600 Herbata", { do: "timer", seconds: 600, label: "Herbata" }),
	line("in Turkish", "own", "!! zamanlayıcı 600 Çay", { do: "timer", seconds: 600, label: "Çay" }),
	line("in Chinese of Taiwan", "own", "!! 鬧鐘 07:30 上班", { do: "alarm", at: 450, label: "上班" }),
	line("in Spanish", "own", "!! temporizador 10 minutos Té", { do: "timer", seconds: 600, label: "Té" }),
	line("in Russian", "own", "!! таймер 600 Чай", { do: "timer", seconds: 600, label: "Чай" }),
	line("in Chinese", "own", "！！计时器 600 茶", { do: "timer", seconds: 600, label: "茶" }),
	line("in Chinese with a unit", "own", "!! 计时器 10分钟 茶", { do: "timer", seconds: 600, label: "茶" }),
	line("in Japanese", "own", "!! タイマー 600 お茶", { do: "timer", seconds: 600, label: "お茶" }),
	line("in Korean", "own", "!! 알람 07:30 출근", { do: "alarm", at: 450, label: "출근" }),
	line("in Arabic, with its figures", "own", "!! مؤقت ٦٠٠ شاي", { do: "timer", seconds: 600, label: "شاي" }),
	line("in Hindi, with its figures", "own", "!! टाइमर ६०० चाय", { do: "timer", seconds: 600, label: "चाय" }),
];

const CALLS: readonly LineCase[] = [
	line("as JSON behind the mark", "own", '!! {"do":"timer","seconds":600,"label":"Tea"}', TEA),
	line("as JSON behind the verb", "own", '!! timer {"seconds":600,"label":"Tea"}', TEA),
	line(
		"as a call in JSON",
		"nugget/thane-ai-agent#21",
		'{"name": "set_timer", "arguments": {"seconds": 600, "label": "Tea"}}',
		TEA,
	),
	line(
		"as a call in a fence",
		"nugget/thane-ai-agent#21",
		'```json\n{"name": "set_timer", "arguments": {"minutes": 10, "label": "Tea"}}\n```',
		TEA,
	),
	line(
		"as a call in a server's element",
		"nugget/thane-ai-agent#21",
		'<tool_call>\n{"name": "set_timer", "arguments": {"duration": "10 minutes", "label": "Tea"}}\n</tool_call>',
		TEA,
	),
	line(
		"as a list of calls",
		"nugget/thane-ai-agent#21",
		'[{"name": "set_alarm", "arguments": {"time": "7:30 am", "label": "Work"}}]',
		{
			...{ do: "alarm", at: 450, label: "Work" },
		} as Action,
	),
	line(
		"as a call whose arguments are text",
		"own",
		'{"name":"set_timer","arguments":"{\\"seconds\\":600,\\"label\\":\\"Tea\\"}"}',
		TEA,
	),
	line("as a call of a function", "acon96/home-llm#180", '`set_timer(seconds=600, label="Tea")`', TEA),
];

const NONE: readonly LineCase[] = [
	line("no time", "own", "!! timer soon"),
	line("no length but a word", "own", "!! timer banana"),
	line("the form itself", "own", "!! timer SECONDS LABEL"),
	line("less than nothing", "own", "!! timer -600 Tea"),
	line("a number as machines write it", "own", "!! timer 1e9 Tea"),
	line("a timer of nothing", "own", "!! timer 0 Tea"),
	line("a timer of ten years", "own", "!! timer 315360000 Tea"),
	line("a time that is none", "NickMonrad/kernel-ai-assistant#331", "!! alarm 25:70 Work"),
	line("an app that is none", "own", "!! open bank"),
	line("an empty note", "own", "!! note"),
	line("more than a year away", "own", "!! remind 400 09:00 Call"),
];

const PROSE: readonly LineCase[] = [
	{
		...{ name: "a cry", source: "own", raw: "Well done!! Timer or not.", actions: [] },
		text: "Well done!! Timer or not.",
	},
	{
		...{ name: "a verb that is none", source: "own", raw: "Right.\n!! teapot 600", actions: [] },
		text: "Right.\n!! teapot 600",
	},
	{
		...{ name: "a cry in one sign", source: "own", raw: "Wow‼ That timer rocks", actions: [] },
		text: "Wow‼ That timer rocks",
	},
	{ ...{ name: "a cry at the start", source: "own", raw: "!! Careful, hot", actions: [] }, text: "!! Careful, hot" },
	{
		...{ name: "a double negation", source: "own", raw: "Cast it:\n!!flag && run()", actions: [] },
		text: "Cast it:\n!!flag && run()",
	},
	{
		...{ name: "a double negation of a list", source: "own", raw: "```js\nif (!!list) {}\n!!list\n```", actions: [] },
		text: "if (!!list) {}\n!!list",
	},
	{
		...{ name: "a shell's last command", source: "own", raw: "Type\nsudo !!\nand run it.", actions: [] },
		text: "Type\nsudo !!\nand run it.",
	},
	{
		...{ name: "a box of MkDocs", source: "own", raw: "```md\n!!! note\n    Hot\n```", actions: [] },
		text: "!!! note\nHot",
	},
	{
		...{
			name: "another tool's call in code",
			source: "own",
			raw: 'So:\n```json\n{"name":"get_time","arguments":{}}\n```',
			actions: [],
		},
		text: 'So:\n{"name":"get_time","arguments":{}}',
	},
];

export const LINE_CASES: readonly LineCase[] = [
	...FORM,
	...DRESS,
	...TIMES,
	...TRANSLATED,
	...CALLS,
	...NONE,
	...PROSE,
];
