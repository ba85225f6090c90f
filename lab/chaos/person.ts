/**
 * The person of a run of chaos: puts questions, looks whether there is an answer, opens the page again where it is gone or
 * still waits. Owns what a person does and how long they bear it; never what it is counted as.
 */
import type { Row } from "../../core/ask/journal.ts";
import words from "../../core/words/en-US.json" with { type: "json" };
import { PACKAGES } from "../../packaging/packages.ts";
import { type Desktop, type State, sees } from "../../simulator/index.ts";
import { readJournal } from "../records.ts";
import { typeQuestion } from "../typing.ts";
import type { Question } from "./tally.ts";

const COMPANION = PACKAGES.companion.appId;

/** The link gives up after 70 s; then a person looks again, and again. */
const PATIENCE_MS = 75_000;
const OPENINGS = 12;
/** Between two looks. */
const PAUSE_MS = 1_000;

/** A question that was put. `before`: the rows that were there then, which are not its own. */
export type Asked = { question: Question; before: ReadonlySet<string> };

export type Person = {
	/** By a tap on the face, or typed into the page where it is open. */
	put(question: Question, isTap: boolean): Promise<Asked>;
	/** Until each has ended, or patience has. */
	await(asked: readonly Asked[]): Promise<void>;
	rowsOf(asked: Asked): Row[];
	/** The page says that it waits though nothing is open. */
	isMisled(): boolean;
};

export function createPerson(desktop: Desktop, state: State): Person {
	const { clock, watch } = desktop;
	const rowsOf = ({ question, before }: Asked) =>
		readJournal(state).filter((row) => row.question === question.text && !before.has(row.id));
	const tap = ({ id, text }: Question) => watch.launch(COMPANION, { params: { id, text } });
	const isInFront = () => watch.surface()?.appId === COMPANION;

	async function put(question: Question, isTap: boolean): Promise<Asked> {
		const asked = { question, before: new Set(readJournal(state).map(({ id }) => id)) };
		if (!isTap) await typeQuestion(desktop, COMPANION, question.text);
		if (isTap || rowsOf(asked).length === 0) tap(question);
		return asked;
	}

	async function wait(asked: readonly Asked[]): Promise<void> {
		let changed = true;
		const stop = watch.onChange(() => {
			changed = true;
		});
		const isSettled = () => asked.every((one) => hasEnded(rowsOf(one)));
		const isOver = () => {
			if (!changed) return false;
			changed = false;
			return !isInFront() || isSettled();
		};
		await clock.runUntil(isOver, PATIENCE_MS);
		for (let again = 1; again < OPENINGS && !isSettled(); again++) {
			watch.home();
			await clock.runFor(PAUSE_MS);
			// A tap whose page died before it stored anything is tapped again.
			const untold = asked.find((one) => rowsOf(one).length === 0);
			if (untold === undefined) watch.launch(COMPANION);
			else tap(untold.question);
			changed = true;
			await clock.runUntil(isOver, PATIENCE_MS);
		}
		stop();
		await clock.runFor(PAUSE_MS);
	}

	return {
		put,
		await: wait,
		rowsOf,
		isMisled: () =>
			isInFront() &&
			readJournal(state).every((row) => row.state !== "open") &&
			[words["page.asking"], words["page.still"], words["page.queued"]].some((text) => sees(watch, text)),
	};
}

function hasEnded(rows: readonly Row[]): boolean {
	return rows.length > 0 && rows.every((row) => row.state !== "open");
}
