/**
 * What is to be done, through the whole packed chain: a model of another's making answers with lines, with a claim, with a plan; without
 * a model the phone understands by itself. What the watch then does is page/'s and device/'s.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import words from "../core/words/en-US.json" with { type: "json" };
import { readDeeds } from "../lab/acting.ts";
import { readJournal } from "../lab/records.ts";
import { type Chain, startChain } from "./chain.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

const RUN_MS = 400_000;

let model: ModelServer;
/** Of the last answer, all pages. */
let shown = "";
beforeAll(async () => {
	model = await startModelServer();
	model.mock.onMessage("Set a timer for tea", {
		content: "Green tea wants 80 °C.\n**!! timer 3 min** Tea\n!! open find-phone\n@@ Tea\n>> And black tea?",
	});
	model.mock.onMessage("Wake me", { content: "I have set an alarm for 7:00." });
	model.mock.onMessage("How long does tea steep", { content: "Three minutes.\n!! timer 180 Tea" });
	model.mock.onMessage("Pace me", {
		content: "Start easy.\n!! run goal 5000m 1800s\n!! run 1000m | Settle in\n!! run slower 370 | Faster",
	});
});
afterAll(() => model.close());

/** What the watch has on its disk of the answer, and what it shows. */
async function answerTo({ asker, state }: Chain, question: string) {
	const { pages } = await asker.ask(question, "page", "keyboard");
	shown = pages.flat().join(" ");
	const row = readJournal(state).find((one) => one.question === question);
	return row?.state === "answered" ? row.answer : undefined;
}

test("lines reach the watch as actions, a claim alone as words and that nothing was set, a plan as a plan", {
	timeout: RUN_MS,
}, async () => {
	const chain = await startChain({ baseUrl: model.url });
	try {
		const timed = await answerTo(chain, "Set a timer for tea");
		expect(timed?.actions).toEqual([{ do: "timer", seconds: 180, label: "Tea" }]);
		expect(timed?.text).toBe("Green tea wants 80 °C.");
		expect(timed?.unset).toBeUndefined();
		expect(shown).not.toContain(words["glance.unset"]);

		const claimed = await answerTo(chain, "Wake me at 7");
		expect(claimed?.text).toBe("I have set an alarm for 7:00.");
		expect(claimed?.unset).toBe(true);
		expect(claimed?.actions).toBeUndefined();
		expect(shown).toContain(`I have set an alarm for 7:00. ${words["glance.unset"]}`);
		expect(readDeeds(chain.state)).toHaveLength(1);

		const unasked = await answerTo(chain, "How long does tea steep?");
		expect(unasked?.text).toBe("Three minutes.");
		expect(unasked?.actions).toBeUndefined();
		expect(unasked?.unset).toBeUndefined();

		const paced = await answerTo(chain, "Pace me for 5 km in 30 minutes.");
		expect(paced?.text).toBe("Start easy.");
		expect(paced?.plan?.cues).toHaveLength(2);
		expect(paced?.actions).toBeUndefined();
	} finally {
		chain.asker.close();
	}
	const told = model.asked()[0]?.[0]?.content ?? "";
	expect(told).toContain("!! timer SECONDS LABEL");
	// What it asked for goes along with the next question.
	expect(
		model.asked()[1]?.some(({ role, content }) => role === "assistant" && content.includes("!! timer 180 Tea")),
	).toBe(true);
});

test("without a model the phone understands what is to be done, and asks nobody", { timeout: RUN_MS }, async () => {
	const before = model.asked().length;
	const chain = await startChain({ baseUrl: model.url, provider: "offline" });
	try {
		const answer = await answerTo(chain, "10 min timer tea");
		expect(answer?.actions).toEqual([{ do: "timer", seconds: 600, label: "Tea" }]);
	} finally {
		chain.asker.close();
	}
	expect(model.asked()).toHaveLength(before);
});
