/**
 * What became of the questions of a run. Owns what counts as lost, doubled, billed twice and hung; pure. Rule: how often a
 * question was sent is the model server's word, and an answer counts only where it is the one that the server gave to it.
 */
import type { Row } from "../../core/ask/journal.ts";

/** `text` may be that of an earlier question. `answer`: what the model server says to it. */
export type Question = { id: string; text: string; answer: string };

/** A question after everything was mended: its rows on the watch, and whether the service died while it was open. */
type Ended = { question: Question; rows: readonly Row[]; serviceDied: boolean };

/** Counts of questions. */
export type ChaosResult = {
	asks: number;
	answered: number;
	/** Ended in any other fault. */
	faulted: number;
	/** The service died between sending and storing; told to the person and not sent again. */
	unknownOutcome: number;
	/**
	 * Gone from the watch; or answered by the model while the watch shows neither that nor `unknown-outcome`; or shown with
	 * what the model never said to it; or `unknown-outcome` although no service died; or changed after its end.
	 */
	lost: number;
	/** More than one row of the watch's journal. */
	doubled: number;
	/** Texts that came to the model server more often than they were asked. */
	billedTwice: number;
	/** Still open after everything was mended and the page opened again and again. */
	hung: number;
	seed: number;
};

/** What must be 0. */
export function countsAgainst({ lost, doubled, billedTwice, hung }: Omit<ChaosResult, "asks" | "seed">): number {
	return lost + doubled + billedTwice + hung;
}

type Fate = "answered" | "faulted" | "unknownOutcome" | "hung" | "gone" | "wrong" | "baseless" | "changed";

export type Tally = {
	add(ended: Ended): void;
	/** Rows as they are now: one that has ended must stay as it was. */
	look(rows: readonly Row[]): void;
	/** `sent`: how often each text came to the model server. */
	result(sent: ReadonlyMap<string, number>): Omit<ChaosResult, "asks" | "seed">;
	/** A line for each question that counts against the product. */
	complaints(sent: ReadonlyMap<string, number>): string[];
};

export function createTally(): Tally {
	const all: { question: Question; fate: Fate; rows: number; end: string; rowId: string | undefined }[] = [];
	const count = (fate: Fate) => all.filter((one) => one.fate === fate).length;
	const ofText = (text: string, sent: ReadonlyMap<string, number>) => ({
		fates: all.filter(({ question }) => question.text === text).map(({ fate }) => fate),
		sent: sent.get(text) ?? 0,
	});
	return {
		add({ question, rows, serviceDied }) {
			const [row] = rows;
			const fate = fateOf(question, row, serviceDied);
			all.push({ question, fate, rows: rows.length, end: JSON.stringify(row), rowId: row?.id });
		},
		look(rows) {
			for (const one of all.slice(-rows.length * 2)) {
				const now = rows.find(({ id }) => id === one.rowId);
				if (now !== undefined && one.fate !== "hung" && JSON.stringify(now) !== one.end) one.fate = "changed";
			}
		},
		result(sent) {
			const texts = [...new Set(all.map(({ question }) => question.text))].map((text) => ofText(text, sent));
			const broken = count("gone") + count("wrong") + count("baseless") + count("changed");
			return {
				answered: count("answered"),
				faulted: count("faulted"),
				unknownOutcome: count("unknownOutcome"),
				lost: broken + texts.reduce((sum, one) => sum + unaccounted(one), 0),
				doubled: all.filter(({ rows }) => rows > 1).length,
				billedTwice: texts.filter(({ fates, sent: times }) => times > fates.length).length,
				hung: count("hung"),
			};
		},
		complaints: (sent) =>
			all
				.filter(
					({ question, fate, rows }) =>
						rows > 1 ||
						!["answered", "faulted", "unknownOutcome"].includes(fate) ||
						(fate === "faulted" && unaccounted(ofText(question.text, sent)) > 0),
				)
				.map(({ question, fate, rows, end }) => `${question.id} ${fate}, ${rows} rows: ${end}`),
	};
}

function fateOf(question: Question, row: Row | undefined, serviceDied: boolean): Fate {
	if (row === undefined) return "gone";
	switch (row.state) {
		case "open":
			return "hung";
		case "answered":
			return row.answer.text === question.answer ? "answered" : "wrong";
		case "faulted":
			if (row.fault.code !== "unknown-outcome") return "faulted";
			return serviceDied ? "unknownOutcome" : "baseless";
	}
}

/** Answers that the model gave and the watch calls a fault, and answers that nobody was asked for. */
function unaccounted({ fates, sent }: { fates: readonly Fate[]; sent: number }): number {
	const of = (fate: Fate) => fates.filter((one) => one === fate).length;
	const known = fates.length - of("faulted");
	const hidden = Math.min(of("faulted"), Math.max(0, sent - known));
	return hidden + Math.max(0, of("answered") - sent);
}
