/** A question that has to wait, through the whole packed chain: what becomes of it, and how often it is paid for. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { readJournal } from "../lab/records.ts";
import { type Chain, COMPANION, screenText, startChain, waitFor } from "./chain.ts";
import { type ModelServer, startEndpoint, startModelServer } from "./model-server.ts";

const TIMEOUT_MS = 300_000;
const QUESTION = "Why is the sky blue?";
const ANSWER = "Molecules scatter blue light the most.";
const MINUTE_MS = 60_000;
/** For the watch to find out that nobody answers, and then some. */
const AWAY_MS = 90_000;
/** Before the service looks for the answer, a minute after the page was left. */
const SOON_MS = 40_000;

let model: ModelServer;
beforeAll(async () => {
	model = await startModelServer();
});
beforeEach(() => {
	model.mock.reset();
	model.mock.onMessage(/.*/, { content: ANSWER });
});
afterAll(() => model.close());

/** A watch on which AskFace was opened once, with the shortest wait that can be chosen. */
async function begin(baseUrl = model.url): Promise<Chain> {
	const chain = await startChain({ baseUrl });
	chain.set(SETTING.wait, "10");
	chain.desktop.watch.launch(COMPANION);
	await chain.desktop.clock.runFor(5_000);
	return chain;
}

/** As a tap on the face does. */
function ask({ desktop }: Chain): void {
	desktop.watch.launch(COMPANION, { params: { id: "tap-1", text: QUESTION } });
}

function row({ state }: Chain) {
	return readJournal(state).find(({ id }) => id === "tap-1");
}

/** A person who keeps looking: a touch beside everything keeps the screen lit. */
async function look({ desktop: { clock, watch } }: Chain, ms: number): Promise<void> {
	const { width } = watch.scene();
	for (const until = clock.now() + ms; clock.now() < until; await clock.runFor(10_000)) watch.tap(width / 2, 4);
}

test("a question whose page was closed while the phone was away goes at the next opening", {
	timeout: TIMEOUT_MS,
}, async () => {
	const chain = await begin();
	const { desktop } = chain;
	desktop.link.disconnect();
	ask(chain);
	await waitFor(desktop, words["page.queued"]);
	desktop.watch.home();
	desktop.link.reconnect();
	await desktop.clock.runFor(SOON_MS);
	expect(model.asked()).toHaveLength(0);
	desktop.watch.launch(COMPANION);
	await waitFor(desktop, "Molecules scatter");
	expect(model.asked()).toHaveLength(1);
	chain.asker.close();
});

test("a question that waits too long on an open page ends, says so, and is not asked when the phone is back", {
	timeout: TIMEOUT_MS,
}, async () => {
	const chain = await begin();
	const { desktop } = chain;
	desktop.phone.close();
	ask(chain);
	await look(chain, 9 * MINUTE_MS);
	expect(row(chain)).toMatchObject({ state: "open" });
	expect(screenText(desktop)).toContain(words["page.queued"]);
	await look(chain, 2 * MINUTE_MS);
	expect(row(chain)).toMatchObject({ state: "faulted", fault: { code: "expired" } });
	expect(screenText(desktop)).toContain(words["fault.expired"]);
	desktop.phone.open();
	await look(chain, MINUTE_MS);
	expect(model.asked()).toHaveLength(0);
	chain.asker.close();
});

test("a question that waited too long with its page closed is not asked at the next opening", {
	timeout: TIMEOUT_MS,
}, async () => {
	const chain = await begin();
	const { desktop } = chain;
	desktop.link.disconnect();
	ask(chain);
	await waitFor(desktop, words["page.queued"]);
	desktop.watch.home();
	await desktop.clock.runFor(11 * MINUTE_MS);
	desktop.link.reconnect();
	desktop.watch.launch(COMPANION);
	await waitFor(desktop, words["fault.expired"]);
	expect(model.asked()).toHaveLength(0);
	chain.asker.close();
});

test("an answer that came while the page was closed is there however late one looks", {
	timeout: TIMEOUT_MS,
}, async () => {
	const chain = await begin();
	const { desktop } = chain;
	ask(chain);
	await desktop.clock.runUntil(() => model.asked().length === 1, AWAY_MS);
	desktop.watch.kill(COMPANION);
	await desktop.clock.runFor(5 * 60 * MINUTE_MS);
	expect(row(chain)).toMatchObject({ state: "open" });
	desktop.watch.launch(COMPANION);
	await waitFor(desktop, "Molecules scatter");
	expect(row(chain)).toMatchObject({ state: "answered", answer: { text: ANSWER } });
	expect(model.asked()).toHaveLength(1);
	chain.asker.close();
});

test("a question whose service died between sending and storing is of unknown outcome, and is never sent again by itself", {
	timeout: TIMEOUT_MS,
}, async () => {
	const endpoint = await startEndpoint(["silence"]);
	const chain = await begin(endpoint.url);
	const { desktop } = chain;
	ask(chain);
	await desktop.clock.runUntil(() => endpoint.hits() === 1, AWAY_MS);
	desktop.phone.kill(COMPANION);
	await waitFor(desktop, words["fault.unknown-outcome"]);
	for (let opening = 0; opening < 3; opening++) {
		desktop.watch.home();
		ask(chain);
		await desktop.clock.runFor(AWAY_MS);
	}
	expect(row(chain)).toMatchObject({ state: "faulted", fault: { code: "unknown-outcome" } });
	expect(endpoint.hits()).toBe(1);
	chain.asker.close();
	await endpoint.close();
});
