/** A question whose page was left, through the whole packed chain: whether its answer finds the person, and how often. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receiptsIn } from "../core/money/receipt.ts";
import { ledgerFields } from "../core/settings/keeping.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { readJournal } from "../lab/records.ts";
import { parsePlatform } from "../simulator/index.ts";
import { type Chain, COMPANION, startChain, waitFor } from "./chain.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

const WISH = "Set a timer for an hour for my tea, if you think that is long enough";
const TIMEOUT_MS = 300_000;
const QUESTION = "Why is the sky blue?";
const ANSWER = "Molecules scatter blue light the most.";
const MINUTE_MS = 60_000;

let model: ModelServer;
beforeAll(async () => {
	model = await startModelServer();
});
beforeEach(() => {
	model.mock.reset();
	model.mock.onMessage(/.*/, { content: ANSWER });
});
afterAll(() => model.close());

/** A watch on which AskFace was opened once, with `names` of platform switches. */
async function begin(names = ""): Promise<Chain> {
	const chain = await startChain({ baseUrl: model.url, ...(names === "" ? {} : { platform: parsePlatform(names) }) });
	chain.desktop.watch.launch(COMPANION);
	await chain.desktop.clock.runFor(5_000);
	return chain;
}

/** Asks as a tap on the face does, and is gone once the model was asked. */
async function askAndLeave({ desktop: { watch, clock } }: Chain, text = QUESTION): Promise<void> {
	watch.launch(COMPANION, { params: { id: "tap-1", text } });
	await clock.runUntil(() => model.asked().length === 1, MINUTE_MS);
	watch.home();
	watch.setScreen("off");
}

const row = ({ state }: Chain) => readJournal(state).find(({ id }) => id === "tap-1");
/** What the phone has of it: the ids that it was handed, and how many requests were billed. */
function booked({ state }: Chain) {
	const get = (key: string) => state.settings(COMPANION).get(key);
	return {
		ids: ledgerFields(get).map(({ id }) => id),
		requests: receiptsIn(get).map(({ receipt }) => receipt.requests),
	};
}
const alarmsOf = ({ desktop }: Chain) =>
	desktop.watch.alarms().filter(({ alarm }) => alarm.url.startsWith("app-service"));
const noticesOf = ({ desktop }: Chain) => desktop.watch.notices().map(({ title, content }) => ({ title, content }));
const FOUND = [{ title: QUESTION, content: ANSWER }];
const LOOK = [{ title: QUESTION, content: words["page.look"] }];

/** All that can come has come. */
const later = ({ desktop }: Chain) => desktop.clock.runFor(5 * MINUTE_MS);

/** Touches the notification's button, and reads. */
async function open({ desktop }: Chain): Promise<void> {
	const [notice] = desktop.watch.notices();
	desktop.watch.answerNotice(notice?.id ?? 0, words["page.open"]);
	await waitFor(desktop, "Molecules scatter");
}

describe("a question whose page was left", { timeout: TIMEOUT_MS }, () => {
	test("finds the person after a minute, once, and is opened by a touch", async () => {
		const chain = await begin();
		await askAndLeave(chain);
		expect(alarmsOf(chain)).toHaveLength(1);
		await chain.desktop.clock.runFor(58_000);
		expect(noticesOf(chain)).toEqual([]);
		await chain.desktop.clock.runFor(4_000);
		expect(noticesOf(chain)).toEqual(FOUND);
		expect([row(chain)?.state, alarmsOf(chain)]).toEqual(["answered", []]);
		await later(chain);
		expect(noticesOf(chain)).toEqual(FOUND);
		await open(chain);
		expect([noticesOf(chain), model.asked().length, chain.desktop.watch.crashes()]).toEqual([[], 1, []]);
		expect([booked(chain), alarmsOf(chain)]).toEqual([{ ids: ["tap-1"], requests: [1] }, []]);
		chain.asker.close();
	});

	test.each(["", "alarm-twice"])(
		"finds them with the screen on too, where a service may not write: %s",
		async (names) => {
			const chain = await begin(names);
			await askAndLeave(chain);
			await chain.desktop.clock.runFor(57_000);
			chain.desktop.watch.setScreen("on");
			await chain.desktop.clock.runFor(9_000);
			expect([noticesOf(chain), row(chain)?.state]).toEqual([FOUND, "open"]);
			await later(chain);
			expect(noticesOf(chain)).toEqual(FOUND);
			await open(chain);
			expect([noticesOf(chain), row(chain)?.state, model.asked().length]).toEqual([[], "answered", 1]);
			chain.asker.close();
		},
	);

	test("that is looked at before then rings nobody", async () => {
		const chain = await begin();
		await askAndLeave(chain);
		await chain.desktop.clock.runFor(20_000);
		chain.desktop.watch.launch(COMPANION);
		await waitFor(chain.desktop, "Molecules scatter");
		expect(alarmsOf(chain)).toEqual([]);
		chain.desktop.watch.home();
		await later(chain);
		expect([noticesOf(chain), model.asked().length]).toEqual([[], 1]);
		chain.asker.close();
	});

	test("that was answered on its page sets nothing", async () => {
		const chain = await begin();
		chain.desktop.watch.launch(COMPANION, { params: { id: "tap-1", text: QUESTION } });
		await waitFor(chain.desktop, "Molecules scatter");
		chain.desktop.watch.home();
		expect(alarmsOf(chain)).toEqual([]);
		chain.asker.close();
	});

	test("takes its notification away when it is read in another way", async () => {
		const chain = await begin();
		await askAndLeave(chain);
		await chain.desktop.clock.runFor(62_000);
		expect(noticesOf(chain)).toEqual(FOUND);
		chain.desktop.watch.launch(COMPANION, { url: "page/read", params: { read: 1 } });
		await waitFor(chain.desktop, "Molecules scatter");
		expect(noticesOf(chain)).toEqual([]);
		chain.asker.close();
	});

	test("goes to the phone that has come back, and its answer finds the person at the second time", async () => {
		const chain = await begin();
		const { watch, link, clock } = chain.desktop;
		link.disconnect();
		watch.launch(COMPANION, { params: { id: "tap-1", text: QUESTION } });
		await waitFor(chain.desktop, words["page.queued"]);
		watch.home();
		watch.setScreen("off");
		link.reconnect();
		await clock.runFor(70_000);
		await later(chain);
		expect([noticesOf(chain), model.asked().length]).toEqual([FOUND, 1]);
		chain.asker.close();
	});

	test("of a phone that stays away rings nobody", async () => {
		const chain = await begin();
		chain.desktop.link.disconnect();
		chain.desktop.watch.launch(COMPANION, { params: { id: "tap-1", text: QUESTION } });
		await waitFor(chain.desktop, words["page.queued"]);
		chain.desktop.watch.home();
		await later(chain);
		expect([noticesOf(chain), row(chain)?.state]).toEqual([[], "open"]);
		chain.asker.close();
	});

	test("does not claim what the watch has not done: a timer is set when the answer is opened", async () => {
		model.mock.reset();
		model.mock.onMessage(/.*/, { content: "I have set your timer.\n!! timer 3600 Tea" });
		const chain = await begin();
		await askAndLeave(chain, WISH);
		await later(chain);
		expect(noticesOf(chain)).toEqual([{ title: WISH, content: words["page.look"] }]);
		const rings = () => chain.desktop.watch.alarms().filter(({ alarm }) => alarm.url === "page/ring").length;
		expect(rings()).toBe(0);
		const [notice] = chain.desktop.watch.notices();
		chain.desktop.watch.answerNotice(notice?.id ?? 0, words["page.open"]);
		await waitFor(chain.desktop, "Tea");
		expect([rings(), model.asked().length]).toEqual([1, 1]);
		chain.asker.close();
	});

	test("does not claim what no action would do", async () => {
		model.mock.reset();
		model.mock.onMessage(/.*/, { content: "I have set your timer." });
		const chain = await begin();
		await askAndLeave(chain, WISH);
		await later(chain);
		expect(noticesOf(chain)).toEqual([{ title: WISH, content: words["page.look"] }]);
		chain.asker.close();
	});

	test("says that there is no answer where the provider has none", async () => {
		model.mock.reset();
		model.mock.onMessage(/.*/, { error: { message: "no", type: "invalid_request_error" }, status: 400 });
		const chain = await begin();
		await askAndLeave(chain);
		await later(chain);
		expect(noticesOf(chain)).toEqual([{ title: QUESTION, content: words["page.unanswered"] }]);
		chain.asker.close();
	});
});

describe("on a watch that does it otherwise", { timeout: TIMEOUT_MS }, () => {
	test.each([
		["no-service-link", LOOK],
		["service-lasts", FOUND],
		["service-600ms", LOOK],
		["service-600ms,alarm-twice", LOOK],
		["service-600ms,no-service-link", LOOK],
		["alarm-twice", FOUND],
		["alarm-cancel-throws", FOUND],
		["service-lasts,alarm-twice", FOUND],
		["no-service-link,alarm-twice", LOOK],
		["no-service-link,service-lasts", LOOK],
		["alarm-twice,alarm-cancel-throws", FOUND],
		["one-listener", FOUND],
		["rename-fails", FOUND],
		["alarm-never", []],
	])("%s: it rings once at the most, asks once, and the answer is there", async (names, told) => {
		const chain = await begin(names);
		await askAndLeave(chain);
		await later(chain);
		expect(noticesOf(chain)).toEqual(told);
		if (told.length > 0) await open(chain);
		else {
			chain.desktop.watch.launch(COMPANION);
			await waitFor(chain.desktop, "Molecules scatter");
		}
		await later(chain);
		expect([noticesOf(chain), model.asked().length, chain.desktop.watch.crashes()]).toEqual([[], 1, []]);
		chain.asker.close();
	});
});
