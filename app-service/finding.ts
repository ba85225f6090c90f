/**
 * The answer finds the person who has left: asks the phone for it under the question's own id, stores it, and raises a notification
 * that opens it. Owns what is told, and that it is told once. Rules: it runs for 600 ms and has no timers (DOC app-service.md), so all
 * of it is callbacks, and whatever it does not get to is as if it had never run; it says only what is so.
 */

import type { Row } from "../core/ask/journal.ts";
import { encodeLaunch } from "../core/ask/launch.ts";
import { toOutcome } from "../core/ask/outcome.ts";
import { decodeWake, type Wake } from "../core/ask/wake.ts";
import type { Fault } from "../core/faults.ts";
import { clip, type Reply } from "../core/wire/protocol.ts";
import { endService } from "../device/app-service.ts";
import { now } from "../device/clock.ts";
import { files } from "../device/files.ts";
import { readLook } from "../device/glance-store.ts";
import { entryOf, type Journal, readRow, settleRow } from "../device/journal.ts";
import { languageTag } from "../device/language.ts";
import { openPhone, type Phone } from "../device/link/phone.ts";
import { isConnected } from "../device/link/radio.ts";
import { raiseNotice, standingNotices } from "../device/notices.ts";
import { dropWakes, setLastWake } from "../device/wakes.ts";

/** The question that the person was told of last. */
const TOLD_FILE = "told.txt";
const ANSWER_PAGE = "page/read";
/** A notification shows the beginning, the page all of it. */
const CONTENT_LIMIT = 160;
/** The link's own limit needs a timer, which a service has not. */
const LIMIT_MS = 600;

const journal: Journal = { files, held: [] };

let wake: Wake | null = null;
let row: Row | null = null;
let phone: Phone | null = null;
/** The ids of the alarms that are set for it. */
let alarms: number[] | undefined;

export function look(param: unknown): void {
	wake = decodeWake(param);
	row = wake === null ? null : readRow(journal, entryOf(journal, wake.id));
	if (wake === null || row?.state !== "open" || isTold(wake.id)) end();
	else {
		alarms = wake.last ? undefined : setLastWake(files, [wake.id, wake.open, wake.none, wake.look, true]);
		if (isConnected()) ask(row);
		else giveUp();
	}
}

/** The same question again: the phone hands over what it has, and nothing is paid for twice. */
function ask({ id, question, talk, voice }: Row): void {
	phone = phone ?? openPhone();
	const rev = readLook(files)?.rev ?? 0;
	const about = { method: "ask", id, talk, lang: languageTag(), rev } as const;
	phone.link.request(voice ? { ...about, voice } : { ...about, text: question }, LIMIT_MS, take);
}

function take(outcome: Reply | Fault): void {
	const entry = wake === null ? undefined : entryOf(journal, wake.id);
	if (wake === null || row === null || entry === undefined) end();
	else if ("code" in outcome || outcome.kind === "got") giveUp();
	else if (outcome.kind === "heard") tell(wake, outcome.text, wake.look);
	else {
		const settled = toOutcome(outcome, now());
		settleRow(journal, entry, settled);
		if (settled.state === "answered") {
			const { heard, line, text, actions, unset } = settled.answer;
			// What it asks the watch to do is done by the page, and nobody claims it before, or claims what is not done at all.
			const says = actions?.length || unset ? wake.look || wake.open : (line ?? text);
			tell(wake, heard ?? row.question, says);
		} else if (settled.fault.code === "cancelled") end();
		else tell(wake, settled.heard ?? row.question, wake.none);
	}
}

/** The system ends it, done or not. */
export function leave(): void {
	if (wake !== null) giveUp();
}

/** Nothing was heard. The last time the person is told where to look: by then the phone has the answer, or why there is none. */
function giveUp(): void {
	if (wake?.last === true && wake.look !== "" && row !== null) tell(wake, row.question, wake.look);
	else end();
}

function tell({ id, open }: Wake, title: string, content: string): void {
	// With the screen on a service may not write (DOC app-service.md): then what stands says that it was told.
	const isNoted = files.write(TOLD_FILE, id);
	if (isNoted || standingNotices().length === 0) {
		const param = encodeLaunch({ kind: "row", id });
		raiseNotice({ title, content: clip(content, CONTENT_LIMIT), open, page: ANSWER_PAGE, param });
	}
	dropWakes(files, alarms);
	end();
}

function isTold(id: string): boolean {
	return files.read(TOLD_FILE) === id;
}

function end(): void {
	wake = null;
	phone?.close();
	phone = null;
	endService();
}
