import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_PLAN, PLAN_FILE, readLike } from "../core/face/glance.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { packPackage } from "../packaging/pack.ts";
import { PACKAGES } from "../packaging/packages.ts";
import { openPackage, parsePlatform, tapText } from "../simulator/index.ts";
import { COMPANION, deviceOf, startChain } from "../test/chain.ts";
import { type ModelServer, startModelServer } from "../test/model-server.ts";

const WORKOUT = PACKAGES.workout.appId;
const QUESTION = "Pace me for 5 km in 28 minutes";
const REPLY = `Start easy, then build.
%% goal 5000m 1680s
%% 1000m | Settle in, relax your shoulders
%% 700s | Take a sip of water
%% slower 370 | Pick it up, quick feet
%% 3000m | Halfway is behind you, stay tall
%% 4800m | Everything you have, now
@@ Even splits of 5:36
>> What should I eat first?`;
const CUES = [
	"Settle in, relax your shoulders",
	"Take a sip of water",
	"Pick it up, quick feet",
	"Halfway is behind you, stay tall",
	"Everything you have, now",
];

let server: ModelServer;
beforeAll(async () => {
	server = await startModelServer();
});
afterAll(() => server.close());

/** Seconds a kilometre: easy, then steady, a slump uphill, and fast to the end. */
function paceAt(meters: number): number {
	if (meters < 1000) return 350;
	if (meters < 3400) return 335;
	return meters < 3700 ? 390 : 320;
}

const clockText = (seconds: number) =>
	[Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
		.map((part) => String(part).padStart(2, "0"))
		.join(":");

/** `data-units`: the pace comes by the name avg_pace, as the documents show it. */
it.each(["", "data-units"])(
	"a plan that was asked for is said in the run, each cue once and at its place, with no phone (%s)",
	async (names) => {
		server.mock.onMessage(QUESTION, { content: REPLY });
		const { asker, desktop, state } = await startChain({ baseUrl: server.url, platform: parsePlatform(names) });
		const { watch, clock, device } = desktop;
		try {
			const result = await asker.ask(QUESTION, "face", "chip");
			expect(result.reply).toBe("Start easy, then build.");
			const plan = readLike(new TextDecoder().decode(state.watch.read(COMPANION, PLAN_FILE)), NO_PLAN);
			expect(plan.cues.split("\n")).toHaveLength(CUES.length);
			expect(plan).toMatchObject({ meters: 5000, seconds: 1680 });

			watch.install(openPackage(await packPackage("workout", deviceOf(device.id)), device));
			desktop.link.disconnect();
			const frames = desktop.link.counters().framesUp;
			const sport = watch.sensors.sport;
			const heard: { text: string; meters: number; seconds: number }[] = [];
			const said = () =>
				watch
					.scene()
					.widgets.filter(({ type }) => type === "TEXT")
					.map(({ props }) => String(props.text).replace("\n", " "));
			let meters = 0;
			let last = "";
			const show = (seconds: number) => {
				sport.DISTANCE_TOTAL = { value: (meters / 1000).toFixed(2), label: "km" };
				sport.DURATION_NET = { value: clockText(seconds), label: "Duration" };
				const pace = paceAt(meters);
				sport.PACE = { value: `${Math.floor(pace / 60)}'${String(pace % 60).padStart(2, "0")}"`, label: "/km" };
			};
			show(0);
			watch.startWorkout(WORKOUT);
			for (let seconds = 0; meters < 5000; seconds += 2) {
				show(seconds);
				watch.setScreen("on");
				await clock.runFor(2_000);
				const words = said();
				const cue = CUES.find((text) => words.includes(text));
				if (cue !== undefined && cue !== last) heard.push({ text: cue, meters, seconds });
				last = cue ?? "";
				meters += 2000 / paceAt(meters);
			}
			expect(heard.map(({ text }) => text).sort()).toEqual([...CUES].sort());
			const at = (text: string | undefined) => heard.find((one) => one.text === text) ?? { meters: 0, seconds: 0 };
			for (const [text, place] of [
				[CUES[0], 1000],
				[CUES[3], 3000],
				[CUES[4], 4800],
			] as const) {
				expect(at(text).meters).toBeGreaterThanOrEqual(place);
				expect(at(text).meters).toBeLessThan(place + 40);
			}
			expect(at(CUES[1]).seconds).toBeGreaterThanOrEqual(700);
			expect(at(CUES[1]).seconds).toBeLessThan(712);
			expect(at(CUES[2]).meters).toBeGreaterThanOrEqual(3400);
			expect(at(CUES[2]).meters).toBeLessThan(3440);
			expect(watch.counters(WORKOUT).vibrations).toBe(CUES.length);
			expect(desktop.link.counters().framesUp).toBe(frames);
			expect(watch.crashes()).toEqual([]);

			tapText(watch, words["run.left"]);
			await clock.runFor(100);
			expect(said()).toContain(words["run.reached"]);
		} finally {
			asker.close();
		}
	},
	240_000,
);
