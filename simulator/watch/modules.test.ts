import { describe, expect, test } from "vitest";
import { bench } from "./__fixtures__/bench.ts";
import type { ScriptPackage } from "./__fixtures__/script-package.ts";
import { declaredNames } from "./api/declared.ts";

const ENTRIES = {
	face: ["watchface/index", "WatchFace"],
	page: ["page/index", "Page"],
	card: ["app-widget/index", "AppWidget"],
	workout: ["data-widget/index", "DataWidget"],
} as const;

type Kind = keyof typeof ENTRIES;

/** Runs `code` in the build of a surface and gives what it said. */
function run(kind: Kind, code: string, options: { deviceId?: string } & Partial<ScriptPackage> = {}): string[] {
	const { watch, install, said } = bench(options.deviceId === undefined ? {} : { deviceId: options.deviceId });
	const [path, register] = ENTRIES[kind];
	install({ ...options, scripts: { [path]: `${register}({ build() { ${code} } })` } });
	({ face: watch.showFace, page: watch.launch, card: watch.showCard, workout: watch.startWorkout })[kind].call(
		watch,
		20001,
	);
	return said();
}

const kindOf = (module: string, name: string) => `console.log(typeof (r('${module}') || {}).${name})`;

describe("the names of a surface", () => {
	test.each([
		["@zos/ui", "createKeyboard", { page: "function" }],
		["@zos/ble", "send", { page: "function", card: "function", workout: "function" }],
		["@zos/interaction", "onGesture", { page: "function" }],
		["@zos/interaction", "onDigitalCrown", { page: "function" }],
		["@zos/display", "setPageBrightTime", { page: "function", card: "function", workout: "function" }],
		["@zos/notification", "notify", { page: "function", card: "function", workout: "function" }],
		["@zos/page", "scrollTo", { page: "function" }],
		["@zos/app-access", "getSportData", { workout: "function" }],
		["@zos/ui", "widget.VIEW_CONTAINER", { page: "number" }],
		["@zos/ui", "widget.GROUP", { face: "number", page: "number", workout: "number" }],
		["@zos/ui", "getAppWidgetSize", { card: "function" }],
		["@zos/router", "launchApp", { face: "function", page: "function", card: "function", workout: "function" }],
		["@zos/fs", "openSync", { face: "function", page: "function", card: "function", workout: "function" }],
	])("%s %s is where the watch has it, and absent elsewhere", (module, name, present) => {
		for (const kind of ["face", "page", "card", "workout"] as const) {
			const wanted: Partial<Record<Kind, string>> = present;
			expect([kind, ...run(kind, kindOf(module, name))]).toEqual([kind, wanted[kind] ?? "undefined"]);
		}
	});

	test("come with the API level of the watch", () => {
		expect(run("page", kindOf("@zos/ui", "createKeyboard"), { deviceId: "balance" })).toEqual(["undefined"]);
		expect(run("page", kindOf("@zos/ui", "createKeyboard"), { deviceId: "trex3" })).toEqual(["function"]);
		expect(run("page", kindOf("@zos/ui", "keyboard"), { deviceId: "trex3" })).toEqual(["undefined"]);
		expect(run("page", kindOf("@zos/ui", "keyboard.checkVoiceInputAvailable"))).toEqual(["function"]);
		expect(run("page", kindOf("@zos/timer", "createSysTimer"), { deviceId: "falcon" })).toEqual(["undefined"]);
	});

	test("have the recorder only on watches where someone has seen it work", () => {
		expect(run("page", kindOf("@zos/media", "create"), { deviceId: "gtr4" })).toEqual(["function"]);
		expect(run("page", kindOf("@zos/media", "create"), { deviceId: "gts4" })).toEqual(["undefined"]);
	});

	test("leave out old globals and ways to make code from text", () => {
		const typeofs = "hmUI hmApp hmFS hmSensor eval BigInt process require".split(" ").map((name) => `typeof ${name}`);
		expect(run("page", `console.log([${typeofs}].join())`).at(-1)).toBe(new Array(8).fill("undefined").join());
		expect(run("page", "try { new Function('return 1') } catch (e) { console.log(e.name) }")).toEqual(["EvalError"]);
		expect(run("page", "console.log((() => 1) instanceof Function)")).toEqual(["true"]);
	});

	test("leave a name that nobody declared undefined, as apps on watches have it, and say so once", () => {
		const code =
			"console.log(spacer, typeof spacer, spacer === undefined); spacer = 4; console.log(spacer, 'spacer' in globalThis)";
		expect(run("page", code)).toEqual(["nothing is called spacer: undefined", "undefined undefined true", "4 true"]);
		expect(run("page", "try { r('@zos/ui').none() } catch (e) { console.log(e.name) }")).toEqual(["TypeError"]);
	});

	// zml 0.0.9 does so when app.js begins.
	test("let a library listen for files, and say that none can be sent", () => {
		const code = `
			const TransferFile = r('@zos/ble/TransferFile');
			const boxes = new TransferFile.default();
			new TransferFile().getInbox().on('NEWFILE', () => {});
			try { boxes.getOutbox().enqueueFile('assets://icon.png') } catch (e) { console.log(e.name) }`;
		expect(run("page", code)).toEqual(["not modelled: @zos/ble/TransferFile.enqueueFile", "Error"]);
		expect(run("face", "console.log(typeof r('@zos/ble/TransferFile'))")).toEqual(["undefined"]);
	});

	test("have what older libraries take from the runtime", () => {
		const code = `
			const { HmLogger, Buffer, HmUtils } = DeviceRuntimeCore;
			HmLogger.getLogger('old').info('hello');
			console.log(Buffer.from('é').length, HmUtils.gettext('no-such-key'), typeof __ZEPPOS__)`;
		expect(run("page", code)).toEqual(["hello", "2 no-such-key boolean"]);
	});

	test("throw their name when they are on the watch but not modelled; the log has it even if the package does not say", () => {
		const permissions = ["device:os.geolocation"];
		const code = "try { new (r('@zos/sensor').Geolocation)() } catch (e) {}";
		expect(run("page", code, { permissions })).toEqual(["not modelled: @zos/sensor.Geolocation.new"]);
		expect(run("page", "createWidget(widget.TEXT, { layout: { width: '1' } })")[0]).toContain(
			"not modelled: @zos/ui flex layout",
		);
	});

	test("are declared once each, with a level for all", () => {
		const names = declaredNames();
		expect(names.length).toBeGreaterThan(320);
		expect(new Set(names.map(({ module, name }) => `${module}.${name}`)).size).toBe(names.length);
		expect(names.every(({ level }) => /^\d\.\d$/.test(level))).toBe(true);
		expect(names.find(({ name }) => name === "getSportData")).toMatchObject({
			level: "3.6",
			permission: "data:user.hd.workout",
		});
	});
});

describe("permissions of the manifest", () => {
	const code = "console.log(r('@zos/device').getDeviceInfo().width)";

	test("are needed where the documentation says so", () => {
		expect(run("page", code, { permissions: ["data:os.device.info"] })).toEqual(["480"]);
		expect(run("page", code)[0]).toContain('@zos/device.getDeviceInfo needs "data:os.device.info"');
		expect(run("face", "new (r('@zos/sensor').Step)()")[0]).toContain('needs "data:user.hd.step"');
		expect(run("page", "r('@zos/storage').localStorage.getItem('x')")[0]).toContain("device:os.local_storage");
	});

	test("can be asked for", () => {
		const query = "console.log(r('@zos/app').queryPermission({ permissions: ['a', 'device:os.mic'] }).join())";
		expect(run("page", query, { permissions: ["device:os.mic"] })).toEqual(["0,2"]);
	});
});

describe("what a package knows of the watch", () => {
	test("is its words in the person's language, its name and the screen", () => {
		const texts = { "en-US": { hi: "Hello" }, "de-DE": { hi: "Hallo" } };
		const code = `console.log(r('@zos/i18n').getText('hi'), r('@zos/i18n').getText('none'),
			r('@zos/app').getPackageInfo().appName, r('@zos/settings').getLanguage())`;
		const { watch, install, said } = bench({ settings: { language: "de-DE" } });
		install({ texts, scripts: { "page/index": `Page({ build() { ${code} } })` } });
		watch.launch(20001);
		expect(said()).toEqual(["Hallo none Script 7"]);
	});

	test("is pixels of the design, scaled and rounded up", () => {
		const px = "console.log(r('@zos/utils').px(100), r('@zos/utils').px(0))";
		expect(run("page", px, { deviceId: "falcon" })).toEqual(["87 0"]);
		expect(run("page", px, { deviceId: "falcon", designWidth: 416 })).toEqual(["100 0"]);
	});

	test("is less of a Bip Max, unless app.json asks for all of it", () => {
		const permissions = ["data:os.device.info"];
		const code = "const i = r('@zos/device').getDeviceInfo(); console.log(i.width, i.height)";
		expect(run("page", code, { permissions, deviceId: "bipmax" })).toEqual(["390 450"]);
		const app = { _pikeCompatibled: 1 };
		expect(run("page", code, { permissions, app, deviceId: "bipmax" })).toEqual(["432 514"]);
	});
});
