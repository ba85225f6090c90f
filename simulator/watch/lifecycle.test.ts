import { describe, expect, test } from "vitest";
import { bench } from "./__fixtures__/bench.ts";

const sayAll = (name: string, methods: string) =>
	`({${methods
		.split(" ")
		.map((method) => `${method}(p) { console.log('${name} ${method}', p === undefined ? '' : p) }`)
		.join()}})`;
const APP = `App(${sayAll("app", "onCreate onDestroy")})`;
const page = (name: string, more = "") => `Page(Object.assign(${sayAll(name, "onInit build onDestroy")}, {${more}}))`;
const FACE = `WatchFace({ onInit() { console.log('face onInit') }, onDestroy() { console.log('face onDestroy') },
	build() { console.log('face build'); createWidget(widget.WIDGET_DELEGATE, {
		resume_call() { console.log('face resume') }, pause_call() { console.log('face pause') } }) } })`;

describe("an app", () => {
	test("is created with the launch's params, then its page is built; leaving destroys both", async () => {
		const { watch, install, said, clock } = bench();
		install({ scripts: { app: APP, "page/index": page("index") } });
		watch.launch(20001, { params: { id: "a", text: "hi" } });
		expect(said()).toEqual(['app onCreate {"id":"a","text":"hi"}', "index onInit ", "index build "]);
		expect(watch.surface()).toEqual({ kind: "page", appId: 20001, url: "page/index" });
		watch.back();
		await clock.runFor(1);
		expect(said().slice(3)).toEqual(["index onDestroy ", "app onDestroy "]);
		expect(watch.surface()).toBeNull();
	});

	test("destroys a page that it pushes from, and makes it anew on the way back", async () => {
		const { watch, install, said, clock } = bench();
		const push = "onInit() { console.log('A init'); r('@zos/router').push({ url: 'page/b', params: { n: 1 } }) }";
		const back = "build() { console.log('B build'); setTimeout(() => r('@zos/router').back(), 100) }";
		install({ scripts: { "page/a": page("A", `${push}`).replace("/**/", ""), "page/b": page("B", back) } });
		watch.launch(20001);
		await clock.runFor(50);
		expect(said()).toEqual(["A init", "A build ", "A onDestroy ", 'B onInit {"n":1}', "B build"]);
		await clock.runFor(60);
		expect(said().slice(5, 8)).toEqual(["B onDestroy ", "A init", "A build "]);
	});

	test("sees its own options as this, in getApp and in getCurrentPage", () => {
		const { watch, install, said } = bench();
		install({
			scripts: {
				app: "App({ globalData: { n: 1 }, onCreate() { this.globalData.n++ } })",
				"page/index": `Page({ state: { m: 5 }, build() {
					console.log(getApp()._options.globalData.n, this.state.m, getCurrentPage()._options.state.m) } })`,
			},
		});
		watch.launch(20001);
		expect(said()).toEqual(["2 5 5"]);
	});

	test("that is not installed opens nothing, and the watch says so", () => {
		const { watch, said } = bench();
		watch.launch(4711);
		expect(watch.surface()).toBeNull();
		expect(said()).toEqual(["no such app is installed; nothing opens"]);
	});

	test("survives exceptions anywhere; each is logged and kept as a crash", async () => {
		const { watch, install, clock, lines } = bench();
		const script = `Page({ onInit() { throw new Error('in init') }, build() {
			createWidget(widget.BUTTON, { x: 0, y: 0, w: 480, h: 480, click_func() { null.missing() } })
			setTimeout(() => { throw new TypeError('in timer') }, 10) } })`;
		install({ scripts: { "page/index": script } });
		watch.launch(20001);
		await clock.runFor(20);
		watch.tap(240, 240);
		expect(watch.crashes().map(({ where, message }) => `${where}: ${message}`)).toEqual([
			"page/index.onInit: Error: in init",
			"a callback: TypeError: in timer",
			"a callback: TypeError: cannot read property 'missing' of null",
		]);
		expect(lines.every(({ level }) => level === "error")).toBe(true);
		expect(watch.counters(20001).crashes).toBe(3);
	});

	test("that fails to load leaves an empty screen and says that nothing was registered", () => {
		const { watch, install, said } = bench();
		install({ scripts: { "page/index": "r('@zos/nowhere').anything(); Page({})" } });
		watch.launch(20001);
		expect(said()[0]).toMatch(/^Mini Program Error TypeError/);
		expect(said()[1]).toBe("page/index registered nothing: its code failed, or it calls no constructor");
		expect(watch.scene().widgets).toEqual([]);
	});

	test("has nothing left once it is killed, not even onDestroy", async () => {
		const { watch, install, said, clock, radio } = bench();
		const script = `Page({ onDestroy() { console.log('destroyed') }, build() {
			r('@zos/ble').createConnect(() => console.log('data')); r('@zos/ble').addListener(() => console.log('status'))
			setInterval(() => console.log('tick'), 10); console.log('built') } })`;
		install({ scripts: { "watchface/index": FACE }, appId: 20002 }, { scripts: { "page/index": script } });
		watch.showFace(20002);
		watch.launch(20001);
		expect(radio.isOpen(20001)).toBe(true);
		watch.kill(20001);
		await clock.runFor(100);
		radio.setConnected(false);
		expect(radio.isOpen(20001)).toBe(false);
		expect(said().filter((text) => !text.startsWith("face"))).toEqual(["built"]);
		expect(watch.surface()).toMatchObject({ kind: "face" });
	});
});

describe("a face", () => {
	test("pauses under an app that it launches, and resumes after it", async () => {
		const { watch, install, said, clock } = bench();
		const tap = `WatchFace({ build() { createWidget(widget.BUTTON, { x: 0, y: 0, w: 480, h: 480, text: 'go',
			click_func() { r('@zos/router').launchApp({ appId: 20001, url: 'page/index', params: { id: 'x' } }); console.log('tapped') } })
			createWidget(widget.WIDGET_DELEGATE, { resume_call() { console.log('resume') }, pause_call() { console.log('pause') } }) } })`;
		install({ appId: 20002, scripts: { "watchface/index": tap } }, { scripts: { app: APP, "page/index": "Page({})" } });
		watch.showFace(20002);
		expect(watch.tap(100, 100)).not.toBeNull();
		await clock.runFor(1);
		expect(said()).toEqual(["tapped", "pause", 'app onCreate {"id":"x"}']);
		watch.key("home");
		await clock.runFor(1);
		expect(said().slice(3)).toEqual(["app onDestroy ", "resume"]);
	});

	test("that was killed comes back with the next look at it", async () => {
		const { watch, install, said, clock } = bench();
		install({ appId: 20002, scripts: { "watchface/index": FACE } }, { scripts: { "page/index": "Page({})" } });
		watch.showFace(20002);
		watch.launch(20001);
		watch.kill(20002);
		expect(watch.heap(20002)).toEqual({ loaded: 0, now: 0, peak: 0 });
		watch.key("home");
		await clock.runFor(1);
		expect(watch.surface()).toMatchObject({ kind: "face", appId: 20002 });
		expect(said()).toEqual(["face onInit", "face build", "face pause", "face onInit", "face build"]);
	});

	test("can be resumed twice, as on some watches", async () => {
		const { watch, install, said } = bench({ resumeRepeats: 2 });
		install({ scripts: { "watchface/index": FACE } });
		watch.showFace(20001);
		watch.setScreen("off");
		watch.setScreen("on");
		expect(said()).toEqual(["face onInit", "face build", "face pause", "face resume", "face resume"]);
	});
});

describe("a card and a workout extension", () => {
	test("resume after build, and pause when the screen goes off", () => {
		const methods = "onInit build onResume onPause onDestroy";
		const { watch, install, said } = bench();
		install(
			{ scripts: { "app-widget/index": `AppWidget(${sayAll("card", methods)})` } },
			{ appId: 20002, scripts: { "data-widget/index": `DataWidget(${sayAll("workout", methods)})` } },
		);
		watch.showCard(20001);
		watch.setScreen("off");
		watch.setScreen("on");
		expect(said()).toEqual(["card onInit ", "card build ", "card onResume ", "card onPause ", "card onResume "]);
		watch.startWorkout(20002);
		expect(said().slice(5)).toEqual(["card onDestroy ", "workout onInit ", "workout build ", "workout onResume "]);
		expect(watch.surface()).toMatchObject({ kind: "workout", appId: 20002 });
	});
});
