/**
 * The page of a question that is asked: types it, stores it, sends it, waits, says why it failed. An answer is the next page's
 * to show. Owns what is on the screen meanwhile, and what is held while a question is open. Rule: a question is sent once the
 * disk has it, or once the person has said to send it without.
 */
import { type Entry, type Row, talkFor } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import { clip, QUESTION_LIMIT } from "../core/wire/protocol.ts";
import { freshId, now } from "../device/clock.ts";
import { hold, isScreenOn, release } from "../device/display.ts";
import { files } from "../device/files.ts";
import { buzz } from "../device/haptics.ts";
import { entriesOf, entryOf, holdRow, mendJournal, readRow, recordingOf, storeRow } from "../device/journal.ts";
import { closeKeyboard, openKeyboard, waysToType } from "../device/keyboard.ts";
import type { Link } from "../device/link/link.ts";
import { sendSpoken } from "../device/link/voice-upload.ts";
import { RECORDING } from "../device/recording.ts";
import { sounds } from "../device/sounds.ts";
import { timers } from "../device/timers.ts";
import { dropWakes, setWake } from "../device/wakes.ts";
import {
	ASK_LIMIT_MS,
	type AskNews,
	again,
	closeAsker,
	end,
	hasSent,
	openAsker,
	type Speak,
	send,
	sendOpen,
	tellFace,
} from "./kit/asker.ts";
import { journal, run, tools } from "./kit/desk.ts";
import { countOn } from "./kit/elapsed.ts";
import { showLooks } from "./kit/face.ts";
import { go, onLeave } from "./kit/go.ts";
import { waysNow } from "./kit/keys.ts";
import { countChip } from "./kit/look.ts";
import type { Failed, Shown, Tap, Waiting, Way } from "./kit/model.ts";
import { closeLink, hello, isOpen, look, openLink, type PhoneNews, stop } from "./kit/phone.ts";
import { draw, openScreen } from "./kit/screen.ts";
import { faultView } from "./views/fault-view.ts";
import { heardView } from "./views/heard-view.ts";
import { typingView } from "./views/typing-view.ts";
import { unstoredView } from "./views/unstored-view.ts";
import { waitingView } from "./views/waiting-view.ts";

const TICK_MS = 1_000;
/** The system's keyboard wants the page to stand first (COM). */
const KEYBOARD_DELAY_MS = 300;

type Screen =
	| { kind: "typing" }
	/** `since`: when it began to be counted, in ms since the epoch. `away`: the phone is out of reach; it goes when it is back. */
	| ({ kind: "waiting"; id: string; since: number; away?: boolean } & Waiting)
	| { kind: "heard"; id: string; text: string }
	/** `from`: the question whose recording it takes, if that is not the newest recording. */
	| { kind: "unstored"; row: Row; from?: Entry }
	| ({ kind: "fault"; id: string } & Failed);

let screen: Screen = { kind: "typing" };
let link: Link;
let timer = 0;

export function openAsking(launch: Launch): void {
	// What the watch itself does needs no phone.
	if (launch.kind === "ask" && look.chips.some(({ text, act }) => act && text === launch.text)) {
		go("act", launch);
		return;
	}
	onLeave(closeAsking);
	openScreen(tapped);
	mendJournal(journal);
	dropWakes(files);
	// Left by a page that was closed while somebody spoke.
	if (launch.kind !== "spoken") files.remove(RECORDING);
	link = openLink(hearPhone);
	openAsker(link, hear, speak);
	const waiting = entriesOf(journal).find((entry) => entry.state === "open");
	sendOpen();
	begin(launch, waiting?.id);
	if (!isOpen) return;
	if (!hasSent()) hello();
	else {
		showLooks(look);
		tellFace();
	}
}

function closeAsking(): void {
	if (screen.kind === "waiting" && entryOf(journal, screen.id)?.state === "open") {
		const { say } = tools;
		setWake(files, [screen.id, say("page.open"), say("page.unanswered"), screen.away ? "" : say("page.look")]);
	}
	stopTicking();
	closeAsker();
	closeLink();
	if (screen.kind === "typing") closeKeyboard();
	release();
}

/** `waiting`: the newest question that was open when the page opened. */
function begin(launch: Launch, waiting: string | undefined): void {
	const id = launch.kind === "ask" || launch.kind === "row" ? launch.id : "";
	const known = entryOf(journal, id);
	const [way] = launch.kind === "type" ? [launch.way] : waysNow(waysToType(), look);
	if (known !== undefined) show(known);
	else if (launch.kind === "ask") ask(launch.text, launch.id);
	else if (launch.kind === "spoken") askAloud(tools.say("page.spoken"));
	else if (launch.kind === "read") go("read", launch);
	else if (launch.kind === "open" && waiting !== undefined) showId(waiting);
	else if ((launch.kind === "listen" || launch.kind === "type") && way !== undefined) type(way);
	else home();
}

function home(): void {
	go("index", { kind: "home" });
}

function type(way: Way): void {
	if (way === "record") {
		go("speak", { kind: "type", way });
		return;
	}
	turnTo({ kind: "typing" });
	timer = timers.set(() => {
		if (!openKeyboard(way, (text) => typed(text, way === "voice"))) typed(null);
	}, KEYBOARD_DELAY_MS);
}

function typed(text: string | null, isSpoken = false): void {
	if (screen.kind !== "typing") return;
	const id = freshId();
	if (isSpoken) run.aloud = id;
	if (text === null || text.trim() === "") home();
	else ask(text, id);
}

function ask(text: string, id: string): void {
	store({ id, question: clip(text.trim(), QUESTION_LIMIT), talk: talkOf(id), at: now(), state: "open" });
}

function askAloud(question: string, from?: Entry): void {
	const id = freshId();
	run.aloud = id;
	store({ id, question, talk: talkOf(id), at: now(), voice: true, state: "open" }, from);
}

/** The conversation that a question asked now belongs to. */
function talkOf(id: string): string {
	const [newest] = entriesOf(journal);
	return talkFor(readRow(journal, newest), now(), id);
}

/** `from`: the question whose recording it takes. */
function store(row: Row, from?: Entry): void {
	// What lies there is of another question.
	if (from !== undefined) files.remove(RECORDING);
	if (storeRow(journal, row, soundOf(row, from)) === null) {
		turnTo({ kind: "unstored", row, ...(from === undefined ? {} : { from }) });
		return;
	}
	countChip(look, row.question);
	begins(row);
}

function soundOf(row: Row, from?: Entry): string | undefined {
	if (row.voice !== true) return undefined;
	return from === undefined ? RECORDING : recordingOf(journal, from);
}

/** A question that is new goes out. */
function begins(row: Row): void {
	wait(row, row.at);
	send(row, true);
	if (isOpen) tellFace();
}

function wait({ id, question }: Pick<Row, "id" | "question">, since: number): void {
	turnTo({ kind: "waiting", id, question, since, seconds: 0 });
	hold(ASK_LIMIT_MS);
	timer = timers.set(tick, TICK_MS);
}

/** With the screen off nobody counts: nothing is drawn, the seconds are right again when it is on. */
function tick(): void {
	timer = timers.set(tick, TICK_MS);
	if (screen.kind !== "waiting" || !isScreenOn()) return;
	screen = { ...countOn(screen, now()), waking: link.isWaking() };
	paint();
}

function stopTicking(): void {
	timers.clear(timer);
	timer = 0;
}

/** Ends what belongs to the screen before. */
function turnTo(next: Screen): void {
	stopTicking();
	screen = next;
	paint();
}

const speak: Speak = (row, question, fresh, done) => {
	const entry = entryOf(journal, row.id);
	const path = entry === undefined ? "" : recordingOf(journal, entry);
	const goesOn = (at: number, total: number) => sendsOn(row.id, at, total);
	sendSpoken(link, sounds, { ask: question, path, fresh, limitMs: ASK_LIMIT_MS, goesOn }, done);
};

/** So much of a recording is with the phone. Whether the rest is to follow. */
function sendsOn(id: string, at: number, total: number): boolean {
	if (screen.kind === "waiting" && screen.id === id) {
		const { sent: before, ...rest } = screen;
		if (at < total) screen = { ...rest, sent: { at, total } };
		else if (before !== undefined) {
			screen = rest;
			hold(ASK_LIMIT_MS);
		}
		paint();
	}
	return entryOf(journal, id)?.state === "open";
}

function hearPhone(news: PhoneNews): void {
	if (news.kind === "back") again();
	else if (news.kind === "look") {
		if (news.forgotten && screen.kind === "fault") home();
		else paint();
	}
}

function hear(news: AskNews): void {
	if (screen.kind !== "waiting") return;
	if (news.kind === "again") showId(screen.id);
	else if (screen.id === news.id) hearOfShown(screen, news);
}

function hearOfShown(shown: Screen & { kind: "waiting" }, news: AskNews & { id: string }): void {
	release();
	if (news.kind === "away") {
		turnTo({ ...shown, away: true });
		return;
	}
	buzz();
	if (news.kind === "heard") turnTo(news);
	else showId(news.id);
}

function showId(id: string): void {
	const entry = entryOf(journal, id);
	if (entry === undefined) home();
	else show(entry);
}

function show(entry: Entry): void {
	const row = readRow(journal, entry);
	if (row === null) home();
	else if (row.state === "answered") go("read", { kind: "row", id: row.id });
	else if (row.state === "open") {
		wait(row, now());
		send(row, false);
	} else {
		const { id, question, fault, voice, heard } = row;
		turnTo({ kind: "fault", id, question, fault, voice: voice === true && heard === undefined });
	}
}

function tapped({ kind }: Tap): void {
	if (kind === "retry") retry();
	else if (kind === "cancel") cancel();
	else if (kind === "confirm") confirm();
	else if (kind === "home") {
		// Nobody wants the recording of a question that was not sent; that of an older question stays with it.
		if (screen.kind === "unstored" && screen.from === undefined) files.remove(RECORDING);
		home();
	}
}

/**
 * A question that ended in a fault is asked anew, under a new id. While the phone is away it may still have asked: under
 * the old id it hands over what it has, and nothing is paid for twice.
 */
function retry(): void {
	if (screen.kind === "waiting") showId(screen.id);
	else if (screen.kind === "heard") {
		stopAsking(screen.id);
		type("record");
	} else if (screen.kind === "fault") {
		const { id, question, fault, voice } = screen;
		if (voice !== true) ask(question, freshId());
		else if (fault.code === "unclear-speech" || fault.code === "cancelled") type("record");
		else askAloud(question, entryOf(journal, id));
	}
}

function cancel(): void {
	if (screen.kind !== "waiting" && screen.kind !== "heard") return;
	stopAsking(screen.id);
	home();
}

function stopAsking(id: string): void {
	screen = { kind: "typing" };
	end(id, { state: "faulted", fault: { code: "cancelled" }, answeredAt: now() });
	stop(id);
}

function confirm(): void {
	if (screen.kind === "unstored") {
		const { row, from } = screen;
		holdRow(journal, row, soundOf(row, from));
		begins(row);
	} else if (screen.kind === "heard") {
		const { id, text } = screen;
		const row = readRow(journal, entryOf(journal, id));
		wait({ id, question: text }, now());
		if (row !== null) send(row, false, text);
		tellFace();
	}
}

function paint(): void {
	draw(view());
}

function view(): Shown[] {
	const { accent } = look;
	switch (screen.kind) {
		case "typing":
			return typingView(tools);
		case "waiting":
			if (screen.away !== true) return waitingView(screen, accent, tools);
			return faultView({ question: screen.question, fault: { code: "phone-away" } }, accent, tools);
		case "heard":
			return heardView(screen.text, accent, tools);
		case "unstored":
			return unstoredView(screen.row, accent, tools);
		case "fault":
			return faultView(screen, accent, tools);
	}
}
