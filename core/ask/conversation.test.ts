import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTalks, recall, remember, TALKS_MAX, type Talk, TURNS_LIMIT, TURNS_MAX } from "./conversation.ts";

const turn = (n: number, size = 10) => ({ question: `q${n}`, answer: "a".repeat(size) });

describe("the memory of conversations", () => {
	it("keeps the newest turns of a conversation, in order", () => {
		let talks: Talk[] = [];
		for (let n = 0; n < 9; n++) talks = remember(talks, "t", turn(n));
		expect(recall(talks, "t").map(({ question }) => question)).toEqual(["q3", "q4", "q5", "q6", "q7", "q8"]);
	});

	it("knows nothing of a new conversation", () => {
		expect(recall(remember([], "t", turn(1)), "u")).toEqual([]);
	});

	it("keeps an older conversation while a newer one goes on", () => {
		const talks = remember(remember(remember([], "t", turn(1)), "u", turn(2)), "t", turn(3));
		expect(recall(talks, "t")).toHaveLength(2);
		expect(recall(talks, "u")).toHaveLength(1);
	});

	it("stays within its bounds, and comes back from its stored form, whatever is said", () => {
		const said = fc.array(fc.tuple(fc.constantFrom("t", "u", "v", "w", "x"), fc.nat(4000)), { maxLength: 40 });
		fc.assert(
			fc.property(said, (list) => {
				const talks = list.reduce<Talk[]>((all, [talk, size], n) => remember(all, talk, turn(n, size)), []);
				expect(talks.length).toBeLessThanOrEqual(TALKS_MAX);
				for (const { turns } of talks) {
					expect(turns.length).toBeLessThanOrEqual(TURNS_MAX);
					expect(
						turns.reduce((sum, { question, answer }) => sum + question.length + answer.length, 0),
					).toBeLessThanOrEqual(TURNS_LIMIT);
				}
				expect(decodeTalks(JSON.parse(JSON.stringify(talks)))).toEqual(talks);
			}),
		);
	});

	it("reads anything that is stored without throwing", () => {
		fc.assert(fc.property(fc.anything(), (value) => Array.isArray(decodeTalks(value))));
		expect(decodeTalks([{ talk: "t", turns: [{ question: 1 }, turn(1)] }, 7])).toEqual([
			{ talk: "t", turns: [turn(1)] },
		]);
	});
});
