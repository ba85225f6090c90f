/** Each switch does what it says, and without it the simulator does as documented: told by apps that print what they find. */
import { describe, expect, test } from "vitest";
import { APP_ID, createPocket } from "../phone/__fixtures__/pocket.ts";
import { bench } from "../watch/__fixtures__/bench.ts";
import { openMicrophone } from "../watch/microphone.ts";
import { createPlatform, DOCUMENTED, PLATFORM_SWITCHES, parsePlatform } from "./index.ts";

const APP = 20001;
const PERMISSIONS = [
	"data:user.hd.heart_rate",
	"data:user.hd.sleep",
	"data:user.hd.workout",
	"device:os.mic",
	"data:os.device.info",
];
const PRINT = "const say = (...all) => console.log(all.map(String).join(' '));\n";
const SAY_ALL = (kind: string, name: string) =>
	`${PRINT}${kind}({ onCreate(p) { say('${name} onCreate', p === undefined ? '-' : typeof p) }, onInit(p) { say('${name} onInit', p === undefined ? '-' : typeof p) }, build() { say('${name} build') } })`;
const TRY = (code: string) =>
	`${PRINT}Page({ build() { const say_ = say; try { ${code} } catch (e) { say('threw', e.message) } } })`;

type Row = {
	name: string;
	/** What the app does, and what it prints without and with the switch. */
	code?: string;
	scripts?: Record<string, string>;
	act?: (watch: ReturnType<typeof bench>["watch"]) => void;
	without: string[];
	with: string[];
	deviceId?: string;
	imperial?: boolean;
};

const TEXT = "createWidget(widget.TEXT, { x: 0, y: 100, w: 100, h: 40, text: 'a' })";
const FS =
	"const fs = r('@zos/fs'); const w = (path, text) => { const fd = fs.openSync({ path, flag: fs.O_WRONLY | fs.O_CREAT }); const n = fs.writeSync({ fd, buffer: new Uint8Array(text.split('').map((c) => c.charCodeAt(0))).buffer }); fs.closeSync({ fd }); return n; };";
const LAUNCH = (watch: ReturnType<typeof bench>["watch"]) => watch.launch(APP, { params: { id: "a" } });
const LAUNCHED = { app: SAY_ALL("App", "app"), "page/index": SAY_ALL("Page", "page") };

const REPLACING = {
	"page/index": `${PRINT}Page({ build() { setTimeout(() => say('tick'), 100); r('@zos/router').replace({ url: 'page/b' }) }, onDestroy() { say('a onDestroy') } })`,
	"page/b": `${PRINT}Page({ build() { say('b build') } })`,
};

const ROWS: Row[] = [
	{
		name: "warm-app",
		scripts: { ...LAUNCHED, "app-widget/index": SAY_ALL("AppWidget", "card") },
		act: (watch) => {
			watch.showCard(APP);
			LAUNCH(watch);
		},
		without: ["app onCreate -", "card onInit -", "card build", "app onCreate string", "page onInit -", "page build"],
		with: ["app onCreate -", "card onInit -", "card build", "page onInit -", "page build"],
	},
	{
		name: "page-params",
		scripts: LAUNCHED,
		act: LAUNCH,
		without: ["app onCreate string", "page onInit -", "page build"],
		with: ["app onCreate -", "page onInit object", "page build"],
	},
	{
		name: "params-twice",
		scripts: LAUNCHED,
		act: LAUNCH,
		without: ["app onCreate string", "page onInit -", "page build"],
		with: ["app onCreate string", "page onInit string", "page build"],
	},
	{
		name: "no-companion",
		code: "r('@zos/router').launchApp({ appId: 4711, url: 'page/index' }); say('launched')",
		without: ["launched", "no such app is installed; nothing opens"],
		with: ["threw launchApp: no app 4711"],
	},
	{
		name: "two-builds",
		scripts: LAUNCHED,
		act: (watch) => watch.launch(APP),
		without: ["app onCreate -", "page onInit -", "page build"],
		with: ["app onCreate -", "page onInit -", "page build", "page build"],
	},
	{
		name: "replace-flickers",
		scripts: REPLACING,
		act: (watch) => watch.launch(APP),
		without: ["a onDestroy", "b build", "tick"],
		with: ["a onDestroy", "tick", "b build"],
	},
	{
		name: "replace-keeps",
		scripts: REPLACING,
		act: (watch) => watch.launch(APP),
		without: ["a onDestroy", "b build", "tick"],
		with: ["b build", "tick", "a onDestroy"],
	},
	{
		name: "text-no-listener",
		code: `const rect = createWidget(widget.FILL_RECT, { x: 0, y: 300, w: 480, h: 100, color: 1 }); rect.addEventListener(event.CLICK_UP, () => say_('rect'));
			${TEXT}.addEventListener(event.CLICK_UP, () => say_('text')); say('listens')`,
		act: (watch) => {
			watch.launch(APP);
			watch.tap(240, 350);
		},
		without: ["listens", "rect"],
		with: ["threw not a function"],
	},
	{
		name: "text-frozen",
		code: `const text = ${TEXT}; text.setProperty(prop.MORE, { text: 'b', x: 9 }); text.setProperty(prop.TEXT, 'b');
			const button = createWidget(widget.BUTTON, { x: 0, y: 0, w: 9, h: 9, text: 'a' }); button.setProperty(prop.MORE, { text: 'b', x: 9 });
			say(text.getProperty(prop.TEXT), text.getProperty(prop.X), button.getProperty(prop.TEXT), button.getProperty(prop.X))`,
		without: ["b 9 b 9"],
		with: ["a 0 a 9"],
	},
	{
		name: "early-visible",
		code: `const text = ${TEXT}; setTimeout(() => { text.setProperty(prop.VISIBLE, false); say_('later') }, 1); text.setProperty(prop.VISIBLE, false); say('now')`,
		without: ["now", "later"],
		with: ["threw the widget is not ready", "later"],
	},
	{
		name: "no-show-level",
		code: "say(typeof r('@zos/ui').show_level)",
		without: ["object"],
		with: ["undefined"],
	},
	{
		name: "none-scrolls",
		code: "createWidget(widget.TEXT, { x: 0, y: 0, w: 20, h: 40, text_size: 30, text: 'a long text', text_style: r('@zos/ui').text_style.NONE })",
		without: [],
		with: ["a text scrolls: 11 characters in 20 px"],
	},
	{
		name: "blocking-layers",
		code: `createWidget(widget.BUTTON, { x: 0, y: 0, w: 480, h: 480, click_func: () => say_('button') }); createWidget(widget.FILL_RECT, { x: 0, y: 0, w: 480, h: 480, color: 1 })`,
		act: (watch) => {
			watch.launch(APP);
			watch.tap(240, 240);
		},
		without: ["button"],
		with: [],
	},
	{
		name: "status-bar",
		deviceId: "bip6",
		code: "r('@zos/ui').setStatusBarVisible(false); createWidget(widget.BUTTON, { x: 0, y: 0, w: 390, h: 60, click_func: () => say_('button') })",
		act: (watch) => {
			watch.launch(APP);
			watch.tap(195, 30);
		},
		without: ["button"],
		with: [],
	},
	{
		name: "data-units",
		imperial: true,
		scripts: {
			"data-widget/index": `${PRINT}DataWidget({ build() { for (const type of ['distance', 'pace']) r('@zos/app-access').getSportData({ type }, ({ data }) => say(data)) } })`,
		},
		act: (watch) => watch.startWorkout(APP),
		without: ['[{"distance":"4.02","name":"km"}]', '[{"pace":"6\'01\\"","name":"/km"}]'],
		with: ['[{"distance":"6.47","name":"km"}]', '[{"avg_pace":"3\'44\\"","name":"/km"}]'],
	},
	{
		name: "no-forecast",
		code: "const w = new (r('@zos/sensor').Weather)(); say(typeof w.getForecastWeather, typeof w.getForecast)",
		without: ["function function"],
		with: ["undefined function"],
	},
	{
		name: "short-day",
		code: "const s = r('@zos/sensor'); say(new s.HeartRate().getLast() > 0); say(new s.Sleep().getInfo() === null); new s.Weather(); say('weather')",
		without: ["true", "false", "weather"],
		with: ["false", "true", "threw no such sensor"],
	},
	{
		name: "rename-answers",
		code: `${FS} w('a', 'x'); say(fs.renameSync({ oldPath: 'a', newPath: 'b' }), fs.statSync({ path: 'b' }).size)`,
		without: ["0 1"],
		with: ["undefined 1"],
	},
	{
		name: "rename-fails",
		code: `${FS} w('a', 'x'); say(fs.renameSync({ oldPath: 'a', newPath: 'b' }), fs.statSync({ path: 'b' }) === undefined)`,
		without: ["0 false"],
		with: ["-1 true"],
	},
	{
		name: "long-names",
		code: "const fs = r('@zos/fs'); say(fs.openSync({ path: 'a'.repeat(33), flag: fs.O_WRONLY | fs.O_CREAT }) > 0, fs.openSync({ path: 'a'.repeat(32), flag: fs.O_WRONLY | fs.O_CREAT }) > 0)",
		without: ["true true"],
		with: ["false true"],
	},
	{
		name: "read-throws",
		code: `${FS} w('a', 'x'); const fd = fs.openSync({ path: 'a', flag: fs.O_RDONLY }); const buffer = new ArrayBuffer(1); say(fs.readSync({ fd, buffer })); say(fs.readSync({ fd, buffer }))`,
		without: ["1", "0"],
		with: ["1", "threw end of file"],
	},
	{ name: "disk-full", code: `${FS} say(w('a', 'xyz'))`, without: ["3"], with: ["-1"] },
	{
		name: "send-refuses",
		code: "const ble = r('@zos/ble'); say([1, 2, 3, 4].map(() => ble.send(new ArrayBuffer(20), 20)))",
		without: ["true,true,true,true"],
		with: ["true,true,false,true"],
	},
	{
		name: "mic-asks",
		deviceId: "gtr4",
		code: "const a = r('@zos/app'); say(a.queryPermission({ permissions: ['device:os.mic'] })); say(a.requestPermission({ permissions: ['device:os.mic'], callback: (all) => say_(all) }))",
		without: ["2", "2"],
		with: ["0", "0", "2"],
	},
];

async function run(row: Row, platform = DOCUMENTED): Promise<string[]> {
	const { watch, install, said, clock } = bench({
		platform,
		deviceId: row.deviceId ?? "balance2",
		settings: { metric: row.imperial !== true },
	});
	install({ appId: APP, scripts: row.scripts ?? { "page/index": TRY(row.code ?? "") }, permissions: PERMISSIONS });
	(row.act ?? ((one) => one.launch(APP)))(watch);
	await clock.runFor(4_000);
	watch.dispose();
	return said();
}

describe.each(ROWS)("$name", (row) => {
	test("is not what the documents say", async () => {
		expect(await run(row)).toEqual(row.without);
	});

	test("does what it says", async () => {
		expect(await run(row, parsePlatform(row.name))).toEqual(row.with);
	});
});

describe("a face", () => {
	const face = (build: string) => `${PRINT}WatchFace({ build() { ${build} } })`;
	const start = (platform: string, build: string) => {
		const one = bench({ platform: parsePlatform(platform), settings: { aod: true } });
		one.install({ appId: APP, scripts: { "watchface/index": face(build) } });
		one.watch.showFace(APP);
		return one;
	};

	test("scene-lies: is told that it is the always-on display", () => {
		const scene = "const { getScene, SCENE_AOD } = r('@zos/app'); say(getScene() === SCENE_AOD)";
		expect(start("", scene).said()).toEqual(["false"]);
		expect(start("scene-lies", scene).said()).toEqual(["true"]);
	});

	test("no-measure: has no getTextLayout", () => {
		expect(start("", "say(typeof r('@zos/ui').getTextLayout)").said()).toEqual(["function"]);
		expect(start("no-measure", "say(typeof r('@zos/ui').getTextLayout)").said()).toEqual(["undefined"]);
	});

	test.each([
		["", 3, "b"],
		["aod-silent", 1, "a"],
	])("aod-silent: with %j it hears %i minutes, and shows %j in the dark", async (platform, minutes, shown) => {
		const build = `const text = createWidget(widget.TEXT, { x: 0, y: 0, w: 99, h: 40, text: 'a' }); new (r('@zos/sensor').Time)().onPerMinute(() => { say('minute'); text.setProperty(prop.TEXT, 'b') })`;
		const { watch, clock, said } = start(
			platform,
			`${build}; createWidget(widget.WIDGET_DELEGATE, { resume_call() {} })`,
		);
		watch.setScreen("aod");
		await clock.runFor(120_000);
		expect(watch.scene().widgets[0]?.props.text).toBe(shown);
		watch.setScreen("on");
		await clock.runFor(14_000);
		watch.setScreen("on");
		await clock.runFor(60_000 - 14_000 - 1);
		expect(said().length).toBeGreaterThanOrEqual(minutes - 1);
	});
});

test("replace-flickers: what is drawn between two pages is not seen, not kept, and no touch is felt", async () => {
	const { watch, install, clock, said } = bench({ platform: parsePlatform("replace-flickers") });
	const button = (name: string) =>
		`createWidget(widget.BUTTON, { x: 0, y: 0, w: 480, h: 480, text: '${name}', click_func: () => say('${name}') })`;
	install({
		appId: APP,
		scripts: {
			"page/index": `${PRINT}Page({ build() { ${button("a")}; setTimeout(() => ${button("late")}, 100); r('@zos/router').replace({ url: 'page/b' }) } })`,
			"page/b": `${PRINT}Page({ build() { ${button("b")} } })`,
		},
	});
	watch.launch(APP);
	await clock.runFor(200);
	expect(watch.scene().widgets).toEqual([]);
	watch.tap(240, 240);
	await clock.runFor(200);
	expect(watch.scene().widgets.map(({ props }) => props.text)).toEqual(["b"]);
	watch.tap(240, 240);
	expect(said()).toEqual(["b"]);
});

test.each(["replace-flickers", "replace-keeps", "replace-flickers,replace-keeps"])(
	"%s: an app that is left between two pages is destroyed once, and nothing of it opens later",
	async (platform) => {
		const { watch, install, clock, said } = bench({ platform: parsePlatform(platform) });
		install({ appId: APP, scripts: { ...REPLACING, app: `${PRINT}App({ onDestroy() { say('app onDestroy') } })` } });
		watch.launch(APP);
		await clock.runFor(50);
		watch.home();
		await clock.runFor(5_000);
		expect(said().filter((line) => line !== "b build")).toEqual(["a onDestroy", "app onDestroy"]);
		expect(watch.surface()).toBeNull();
	},
);

test("replace-keeps: a page that was replaced hears of fingers until it is destroyed", async () => {
	const { watch, install, clock, said } = bench({ platform: parsePlatform("replace-keeps") });
	const listening =
		"r('@zos/interaction').onGesture({ callback: () => { say('a swiped'); return true } }); r('@zos/router').replace({ url: 'page/b' })";
	install({
		appId: APP,
		scripts: { ...REPLACING, "page/index": `${PRINT}Page({ build() { ${listening} } })` },
	});
	watch.launch(APP);
	await clock.runFor(50);
	watch.swipe("up");
	expect(said()).toEqual(["b build", "a swiped"]);
});

test("delete-late: a deleted widget stays until redraw, and a button that deletes itself for ever", () => {
	const code = `const text = ${TEXT}; const button = createWidget(widget.BUTTON, { x: 0, y: 200, w: 480, h: 200, click_func() { deleteWidget(button); deleteWidget(text) } }); this.redraw = r('@zos/ui').redraw`;
	const types = (platform: string) => {
		const { watch, install } = bench({ platform: parsePlatform(platform) });
		install({ appId: APP, scripts: { "page/index": TRY(code) } });
		watch.launch(APP);
		watch.tap(240, 300);
		return watch.scene().widgets.map(({ type }) => type);
	};
	expect(types("")).toEqual([]);
	expect(types("delete-late")).toEqual(["TEXT", "BUTTON"]);
});

test("one-listener: only the last listener of the radio hears it", () => {
	const code =
		"const { createConnect } = r('@zos/ble'); createConnect(() => say_('first')); createConnect(() => say_('second'))";
	const heard = (platform: string) => {
		const { watch, install, radio, said } = bench({ platform: parsePlatform(platform) });
		install({ appId: APP, scripts: { "page/index": TRY(code) } });
		watch.launch(APP);
		radio.deliver(APP, [7]);
		return said();
	};
	expect(heard("")).toEqual(["first", "second"]);
	expect(heard("one-listener")).toEqual(["second"]);
});

test("other-realm: what the radio brings is no ArrayBuffer of this realm", async () => {
	const code =
		"r('@zos/ble').createConnect((_, data) => say_(data instanceof ArrayBuffer, data.byteLength, new Uint8Array(data)[1]))";
	const heard = async (platform: string) => {
		const { watch, install, radio, said } = bench({ platform: parsePlatform(platform) });
		install({ appId: APP, scripts: { "page/index": TRY(code) } });
		watch.launch(APP);
		radio.deliver(APP, [7, 8]);
		return said();
	};
	expect(await heard("")).toEqual(["true 2 8"]);
	expect(await heard("other-realm")).toEqual(["false 2 8"]);
});

test("silent-room: what is recorded is the room, whatever is said", async () => {
	const opened = await openMicrophone({ present: true });
	expect(opened.ok && opened.value.silence(1_000)).toEqual(opened.ok && opened.value.record(1_000));
});

describe("a phone", () => {
	const SIDE = `AppSideService({ onInit() { console.log("init"); messaging.peerSocket.addListener("message", (data) => console.log("got", data.byteLength)); settings.settingsStorage.setItem("long", "x".repeat(3000)); console.log(String(settings.settingsStorage.getItem("long")?.length)); }, onDestroy() { console.log("end"); } });`;
	const pocket = (name: string) => createPocket({ side: SIDE }, { phone: { habits: parsePlatform(name).phone } });

	test("close-ends: CLOSE ends the Side Service", async () => {
		for (const [name, runs] of [
			["", true],
			["close-ends", false],
		] as const) {
			const { phone, clock, sendFrame } = await pocket(name);
			sendFrame("handshake", Uint8Array.of(1));
			await clock.runFor(500);
			sendFrame("close", Uint8Array.of(1));
			await clock.runFor(500);
			expect(phone.isRunning(APP_ID)).toBe(runs);
		}
	});

	test("stale-close: data for none that runs is answered by CLOSE and starts none", async () => {
		for (const [name, runs, down] of [
			["", true, []],
			["stale-close", false, ["close"]],
		] as const) {
			const one = await pocket(name);
			one.sendFrame("data", new Uint8Array(80));
			await one.clock.runFor(500);
			expect(one.phone.isRunning(APP_ID)).toBe(runs);
			expect(one.down.map(({ kind }) => kind)).toEqual(down);
		}
	});

	test("slow-shake: SHAKE is answered after 20 s", async () => {
		const { down, clock, sendFrame } = await pocket("slow-shake");
		sendFrame("handshake", Uint8Array.of(1));
		await clock.runFor(19_000);
		expect(down).toEqual([]);
		await clock.runFor(2_000);
		expect(down.map(({ kind }) => kind)).toEqual(["handshake"]);
	});

	test("shake-restarts: a second SHAKE ends the first run", async () => {
		const { logs, clock, sendFrame } = await pocket("shake-restarts");
		for (let times = 0; times < 2; times++) {
			sendFrame("handshake", Uint8Array.of(1));
			await clock.runFor(500);
		}
		expect(logs.filter((line) => line === "init" || line === "end")).toEqual(["init", "end", "init"]);
	});

	test("service-shakes: the frame comes to the Side Service, and nobody else answers it", async () => {
		const { logs, down, clock, sendFrame } = await pocket("service-shakes");
		sendFrame("handshake", Uint8Array.of(1));
		await clock.runFor(500);
		expect(logs).toContain("got 17");
		expect(down).toEqual([]);
	});

	test("store-drops: a long value is not there afterwards", async () => {
		expect((await (await pocket("")).startAndLog())[1]).toBe("3000");
		expect((await (await pocket("store-drops")).startAndLog())[1]).toBe("undefined");
	});
});

test("has a name, a sentence and a source for each switch", () => {
	expect(new Set(PLATFORM_SWITCHES.map(({ name }) => name)).size).toBe(PLATFORM_SWITCHES.length);
	for (const { name, does, source } of PLATFORM_SWITCHES) {
		expect(name).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
		expect(does.length).toBeGreaterThan(10);
		expect(source).toMatch(
			/DOC|COM|INF|SRC|public|documented|Companion|SKILL|pipboy|szymsza|OronBox|okhttp|hass-sync|watchdrip|service/,
		);
	}
});

test("takes several names, and says which there are for one that is none", () => {
	expect(parsePlatform("rename-fails,slow-shake").names).toEqual(["rename-fails", "slow-shake"]);
	expect(createPlatform([]).phone).toEqual(DOCUMENTED.phone);
	expect(() => parsePlatform("nonsense")).toThrow(/no platform is called "nonsense"; there are .*slow-shake/);
});
