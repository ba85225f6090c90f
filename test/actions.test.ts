/**
 * What the watch is asked to do, over the whole path: a model's words over HTTP, the packed companion on a simulated watch, real zml.
 * Right values are the clock's: what is set at 10:09 for ten minutes rings at 10:19, once.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import words from "../core/words/en-US.json" with { type: "json" };
import { fill } from "../core/words/words.ts";
import { createCut, letPass, readDeeds, ringingNow } from "../lab/acting.ts";
import { type Asker, createAsker } from "../lab/asking.ts";
import { PACKAGES } from "../packaging/packages.ts";
import {
	findDevice,
	GOOD_LINK,
	linesIn,
	openState,
	parsePhone,
	parsePlatform,
	type State,
	sees,
	tapText,
} from "../simulator/index.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

const START = Date.UTC(2026, 10, 23, 10, 9);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const COMPANION = PACKAGES.companion.appId;
const RUN_MS = 400_000;
/** A question is stored, sent, answered and acted on: fewer writes would mean that no cut was made. */
const LEAST_WRITES = 12;
const TEA = { do: "timer", label: "Tea", at: START + 10 * MINUTE, outcome: "done" };

let model: ModelServer;
const open: Asker[] = [];
beforeAll(async () => {
	model = await startModelServer();
	model.mock.onMessage("tea", { content: "Enjoy your tea.\n!! timer 600 Tea" });
	model.mock.onMessage("work", { content: "Good night.\n!! alarm 07:00 mon,tue,wed,thu,fri Work" });
	model.mock.onMessage("claim", { content: "Nothing at all." });
	model.mock.onMessage("weather", { content: "!! open weather" });
	model.mock.onMessage("stop", { content: "!! cancel tea" });
});
afterEach(() => {
	for (const asker of open.splice(0)) asker.close();
});
afterAll(() => model.close());

type Change = { device?: string; platform?: string; state?: State; now?: number; offset?: number };

async function bench({
	device: id = "balance2",
	platform = "",
	state = openState(null),
	now = START,
	offset = 0,
}: Change = {}) {
	const device = findDevice(id);
	if (device === undefined) throw new Error(`there is no ${id}`);
	const settings = {
		provider: "openai",
		"baseUrl.openai": model.url,
		"key.openai": "sk-0000-1111",
		"model.openai": "tiny-1",
	};
	const consent = JSON.stringify({ openai: "2026-11-01" });
	const asker = await createAsker(
		{
			...{ device, state, now, phone: parsePhone("locked"), platform: parsePlatform(platform), link: GOOD_LINK },
			watchSettings: { utcOffsetMinutes: offset },
		},
		{ ...settings, consent },
	);
	open.push(asker);
	const input = device.systemKeyboard ? ("keyboard" as const) : ("chip" as const);
	return { ...asker, state, ask: (question: string) => asker.ask(question, "face", input) };
}

describe("a timer", () => {
	it.each(["balance2", "bipmax"])(
		"rings once when it is due, with the page closed, and stops, on %s",
		async (device) => {
			const { ask, after } = await bench({ device });
			const result = await ask("A timer of 10 minutes for tea");
			const shown = result.pages.flat();
			expect(shown[0]).toBe("Tea");
			expect(shown.join(" ")).toContain("10:19");
			expect(result.actions).toHaveLength(1);
			const [acted] = result.actions;
			expect({ ...acted, at: Math.round(((acted?.at ?? 0) - START) / MINUTE) }).toEqual({ ...TEA, at: 10 });
			const rang = await after(30 * MINUTE);
			expect(rang.map(({ do: what, label }) => [what, label])).toEqual([["timer", "Tea"]]);
			expect(Math.abs((rang[0]?.at ?? 0) - (acted?.at ?? 0))).toBeLessThan(2_000);
			expect(rang[0]?.texts).toEqual(expect.arrayContaining(["10:19", "Tea", words["ring.stop"]]));
		},
		RUN_MS,
	);

	it.each(["alarm-twice", "alarm-cancel-throws", "alarm-never"])(
		"is heard once, or shown as missed, on a watch of %s",
		async (platform) => {
			const { ask, after: wait, desktop, state } = await bench({ platform });
			await ask("A timer of 10 minutes for tea");
			const rang = await wait(12 * MINUTE);
			expect(rang.length).toBe(platform === "alarm-never" ? 0 : 1);
			desktop.watch.launch(COMPANION);
			await desktop.clock.runFor(2_000);
			expect(sees(desktop.watch, fill(words["ring.missed"], { time: "10:19" }))).toBe(platform === "alarm-never");
			expect(await letPass(desktop, state, 20 * MINUTE)).toEqual([]);
			expect(readDeeds(state).map((deed) => deed.state)).toEqual(["over"]);
		},
		RUN_MS,
	);

	it(
		"rings after the watch was off and on, and what was due meanwhile is shown as missed, once",
		async () => {
			const first = await bench();
			await first.ask("A timer of 10 minutes for tea");
			first.desktop.watch.restart();
			expect((await first.after(12 * MINUTE)).length).toBe(1);
			first.desktop.watch.setScreen("on");
			await first.ask("Another timer of 10 minutes for tea");
			first.close();
			const second = await bench({ state: first.state, now: START + 3 * 60 * MINUTE });
			second.desktop.watch.launch(COMPANION);
			await second.desktop.clock.runFor(3_000);
			expect(linesIn(second.desktop.watch, { y: 0, h: 200 })[0]).toMatch(/^missed: 10:/);
			tapText(second.desktop.watch, words["page.done"]);
			await second.desktop.clock.runFor(1_000);
			expect(second.desktop.watch.surface()?.url).toBe("page/index");
			expect(await second.after(10 * MINUTE)).toEqual([]);
		},
		RUN_MS,
	);

	it(
		"rings again in five minutes where it is put off, and once more where nobody comes; then it was missed",
		async () => {
			const { ask, desktop, state } = await bench();
			const { clock, watch } = desktop;
			await ask("A timer of 10 minutes for tea");
			const rings = () => ringingNow(desktop, state) !== null;
			await clock.runUntil(rings, 12 * MINUTE);
			tapText(watch, words["ring.snooze"]);
			const putOff = clock.now();
			await clock.runFor(5_000);
			expect(rings()).toBe(false);
			await clock.runUntil(rings, 12 * MINUTE);
			expect(Math.round((clock.now() - putOff) / MINUTE)).toBe(5);
			const unheard = clock.now();
			await clock.runFor(2 * MINUTE);
			expect(rings()).toBe(false);
			await clock.runUntil(rings, 12 * MINUTE);
			expect(Math.round((clock.now() - unheard) / MINUTE)).toBe(5);
			await clock.runFor(30 * MINUTE);
			expect(readDeeds(state).map((deed) => deed.state)).toEqual(["missed"]);
			expect(watch.alarms()).toEqual([]);
		},
		RUN_MS,
	);

	it(
		"is taken back until the next question, and cancelled by its name",
		async () => {
			const { ask, after: wait, desktop, state } = await bench();
			await ask("A timer of 10 minutes for tea");
			desktop.watch.launch(COMPANION, { url: "page/read", params: '{"read":1}' });
			await desktop.clock.runFor(1_000);
			tapText(desktop.watch, words["ring.undo"]);
			await desktop.clock.runFor(1_000);
			expect(linesIn(desktop.watch, { y: 0, h: 480 })).toContain(words["ring.undone"]);
			expect(desktop.watch.alarms()).toEqual([]);
			await ask("A timer of 10 minutes for tea");
			const stopped = await ask("stop the timer");
			expect(stopped.actions).toMatchObject([{ do: "cancel", label: "tea", outcome: "done" }]);
			expect(await wait(30 * MINUTE)).toEqual([]);
			expect(readDeeds(state).every((deed) => deed.state !== "set")).toBe(true);
		},
		RUN_MS,
	);

	it(
		"is set by a quick reply with the phone away",
		async () => {
			const { desktop, state } = await bench();
			const { clock, watch, link } = desktop;
			watch.launch(COMPANION);
			await clock.runFor(5_000);
			link.disconnect();
			watch.home();
			watch.launch(COMPANION, { url: "page/ask", params: JSON.stringify({ id: "tap", text: words["chip.7"] }) });
			await clock.runFor(2_000);
			expect(linesIn(watch, { y: 0, h: 480 }).join(" ")).toContain("10:14");
			watch.launch(COMPANION, { url: "page/ask", params: JSON.stringify({ id: "tap", text: words["chip.7"] }) });
			await clock.runFor(2_000);
			watch.home();
			expect((await letPass(desktop, state, 20 * MINUTE)).length).toBe(1);
		},
		RUN_MS,
	);

	it(
		"is the ninth for which there is no place",
		async () => {
			const { desktop, state } = await bench();
			const { clock, watch } = desktop;
			watch.launch(COMPANION);
			await clock.runFor(5_000);
			for (let at = 0; at < 9; at++) {
				watch.launch(COMPANION, { url: "page/ask", params: JSON.stringify({ id: `tap${at}`, text: words["chip.8"] }) });
				await clock.runFor(2_000);
			}
			expect(watch.alarms()).toHaveLength(8);
			expect(linesIn(watch, { y: 0, h: 480 })).toContain(words["ring.full"]);
			expect(readDeeds(state).map((deed) => deed.state)).toEqual([...Array(8).fill("set"), "refused"]);
		},
		RUN_MS,
	);
});

describe("a question that is open when it rings", () => {
	it(
		"is there again after Stop",
		async () => {
			const { ask, desktop, state } = await bench();
			const { clock, watch, link } = desktop;
			await ask("A timer of 10 minutes for tea");
			await clock.runFor(9 * MINUTE);
			link.disconnect();
			watch.launch(COMPANION, { params: { id: "later", text: "What is blue?" } });
			await clock.runUntil(() => ringingNow(desktop, state) !== null, 3 * MINUTE);
			tapText(watch, words["ring.stop"]);
			await clock.runFor(2_000);
			expect(watch.surface()?.url).toBe("page/ask");
			expect(linesIn(watch, { y: 0, h: 480 }).join(" ")).toContain("What is blue?");
		},
		RUN_MS,
	);
});

describe("an alarm on weekdays", () => {
	it(
		"rings on five mornings of a week at its local time, also when the clocks change",
		async () => {
			const berlinSummer = 120;
			const friday = Date.UTC(2026, 9, 23, 10, 0);
			const first = await bench({ now: friday, offset: berlinSummer });
			await first.ask("Wake me for work on weekdays");
			// Summer time ends in the night to Sunday, 25 October 2026 (EU directive 2000/84).
			first.close();
			const winter = await bench({ state: first.state, now: friday + 2 * DAY, offset: 60 });
			const rang = await winter.after(8 * DAY);
			expect(rang.map(({ at }) => new Date(at + 60 * MINUTE).toISOString().slice(0, 16))).toEqual([
				"2026-10-26T07:00",
				"2026-10-27T07:00",
				"2026-10-28T07:00",
				"2026-10-29T07:00",
				"2026-10-30T07:00",
				"2026-11-02T07:00",
			]);
		},
		RUN_MS,
	);
});

describe("a watch whose power goes at any write", () => {
	it(
		"rings once all the same, and never without a word",
		async () => {
			const disk = openState(null);
			let later = (_: () => void): void => undefined;
			const cut = createCut(disk, (run) => later(run));
			const { desktop, ask } = await bench({ state: cut.state });
			const { clock, watch } = desktop;
			later = (run) => void clock.after(0, run);
			await ask("What is claim");
			let isCut = true;
			for (let writes = 0; isCut; writes++) {
				isCut = false;
				cut.after(writes, () => {
					isCut = true;
					watch.restart();
				});
				const params = { id: `tap${writes}`, text: "A timer of 10 minutes for tea" };
				watch.launch(COMPANION, { params });
				await clock.runFor(4_000);
				// The person taps again, and looks.
				watch.launch(COMPANION, { params });
				await clock.runFor(4_000);
				cut.calm();
				watch.home();
				const rang = await letPass(desktop, disk, 20 * MINUTE);
				expect([writes, rang.map(({ label }) => label), watch.alarms().length]).toEqual([writes, ["Tea"], 0]);
				expect(isCut || writes > LEAST_WRITES).toBe(true);
			}
		},
		RUN_MS,
	);
});
