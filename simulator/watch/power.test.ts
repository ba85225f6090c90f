import { describe, expect, test } from "vitest";
import { bench } from "./__fixtures__/bench.ts";

const PAGE = (build: string) => ({ scripts: { "page/index": `Page({ build() { ${build} } })` } });
const DISPLAY = "const d = r('@zos/display');";

describe("the screen over a page", () => {
	test("goes off after the system's bright time without a touch, and the app ends 10 s later", async () => {
		const { watch, install, clock, said } = bench();
		install(
			{ appId: 20002, scripts: { "watchface/index": "WatchFace({})" } },
			PAGE("setInterval(() => console.log('tick'), 5000)"),
		);
		watch.showFace(20002);
		watch.launch(20001);
		await clock.runFor(14_999);
		expect(watch.screen()).toBe("on");
		await clock.runFor(1);
		expect(watch.screen()).toBe("off");
		await clock.runFor(9_999);
		expect(watch.surface()).toMatchObject({ kind: "page" });
		await clock.runFor(1);
		expect(watch.surface()).toMatchObject({ kind: "face" });
		expect(said().filter((text) => text === "tick")).toHaveLength(4);
		expect(watch.counters(20001).screenOnMs).toBe(15_000);
	});

	test("stays on for as long as the page asks, until it resets that or is left", async () => {
		const { watch, install, clock } = bench();
		install(
			PAGE(`${DISPLAY} d.setPageBrightTime({ brightTime: 60000 }); setTimeout(() => d.resetPageBrightTime(), 50000)`),
		);
		watch.launch(20001);
		await clock.runFor(49_000);
		expect(watch.screen()).toBe("on");
		await clock.runFor(1_000 + 14_999);
		expect(watch.screen()).toBe("on");
		await clock.runFor(1);
		expect(watch.screen()).toBe("off");
	});

	test("begins its bright time anew with each touch; a touch on a dark one only wakes it", async () => {
		const { watch, install, clock, said } = bench();
		install(PAGE("createWidget(widget.BUTTON, { x: 0, y: 0, w: 480, h: 480, click_func() { console.log('tap') } })"));
		watch.launch(20001);
		await clock.runFor(14_000);
		watch.tap(1, 1);
		expect(said()).toEqual([]);
		watch.tap(240, 240);
		await clock.runFor(14_000);
		expect(watch.screen()).toBe("on");
		await clock.runFor(1_000);
		expect(watch.screen()).toBe("off");
		expect(watch.tap(240, 240)).toBeNull();
		expect(watch.screen()).toBe("on");
		expect(said()).toEqual(["tap"]);
	});

	test("brings the app back on waking when it asked for that, with the same params", async () => {
		const { watch, install, clock, said } = bench();
		const app = "App({ onCreate(p) { console.log('create ' + p) } })";
		install({
			scripts: { app, "page/index": `Page({ build() { ${DISPLAY} d.setWakeUpRelaunch({ relaunch: true }) } })` },
		});
		watch.launch(20001, { params: "p1" });
		await clock.runFor(26_000);
		expect(watch.surface()).toBeNull();
		watch.setScreen("on");
		expect(watch.surface()).toMatchObject({ kind: "page", appId: 20001 });
		expect(said()).toEqual(["create p1", "create p1"]);
	});

	test("does not go dark with the wrist while the page holds it", async () => {
		const { watch, install, clock } = bench();
		install(PAGE(`${DISPLAY} d.pauseDropWristScreenOff({ duration: 5000 })`));
		watch.launch(20001);
		watch.dropWrist();
		expect(watch.screen()).toBe("on");
		await clock.runFor(5_000);
		watch.dropWrist();
		expect(watch.screen()).toBe("off");
	});
});

describe("a face in the dark", () => {
	const FACE = `WatchFace({ build() { setInterval(() => console.log('tick'), 20000); const { Time } = r('@zos/sensor')
		new Time().onPerMinute(() => console.log('minute')); const { getScene, SCENE_AOD } = r('@zos/app')
		setTimeout(() => console.log(getScene() === SCENE_AOD), 130000) } })`;

	test("gets the minute and nothing else; its timers go on where they stood", async () => {
		const { watch, install, clock, said } = bench();
		install({ scripts: { "watchface/index": FACE } });
		watch.showFace(20001);
		await clock.runFor(200_000);
		expect(watch.screen()).toBe("off");
		expect(said()).toEqual(["minute", "minute", "minute"]);
		expect(watch.counters(20001)).toMatchObject({ minuteTicks: 3, callbacks: 3, timersLeft: 2, screenOnMs: 15_000 });
		watch.setScreen("on");
		await clock.runFor(5_000);
		expect(said().slice(3)).toEqual(["tick"]);
	});

	test("is dimly lit where the person wants that", async () => {
		const { watch, install, clock } = bench({ settings: { aod: true } });
		install({ scripts: { "watchface/index": FACE } });
		watch.showFace(20001);
		await clock.runFor(15_000);
		expect(watch.screen()).toBe("aod");
		expect(watch.scene().aod).toBe(true);
	});
});
