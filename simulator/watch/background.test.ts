import { describe, expect, test } from "vitest";
import { parsePlatform } from "../platform/index.ts";
import { bench, START } from "./__fixtures__/bench.ts";
import { type NewAlarm, nextRing, REPEATS, WEEK_DAYS } from "./alarms.ts";
import { memoryStorage } from "./storage.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PERMISSIONS = ["device:os.alarm", "device:os.bg_service", "device:os.notification"];
const APP = "App({ onCreate(params) { if (params) console.log('app ' + params) } })";
const SERVICE = `
AppService({
	onInit(param) { console.log('init ' + param) },
	onEvent(param) { console.log('event ' + param) },
	onDestroy() { console.log('service gone') },
})`;

/** A page that runs `code` when it is built, and a page and a service that can be woken. */
function app(code: string, service = SERVICE) {
	return {
		permissions: PERMISSIONS,
		scripts: {
			app: APP,
			"page/index": `Page({ build() { const alarm = r("@zos/alarm"), services = r("@zos/app-service"), notes = r("@zos/notification"); ${code} } })`,
			"page/ring": "Page({ build() { console.log('ringing') } })",
			"app-service/work": service,
		},
	};
}

function open(code: string, options: Parameters<typeof bench>[0] & { service?: string } = {}) {
	const { service, ...rest } = options;
	const made = bench(rest);
	made.install(app(code, service));
	made.watch.launch(20001);
	return made;
}

describe("an alarm", () => {
	test("opens its page with its param when it is due, over a dark screen, once", async () => {
		const { watch, clock, said } = open("console.log(alarm.set({ url: 'page/ring', delay: 600, param: 'tea' }))");
		await clock.runFor(100);
		watch.home();
		watch.setScreen("off");
		await clock.runFor(599_000);
		expect(watch.surface()).toBeNull();
		await clock.runFor(2_000);
		expect([watch.surface()?.url, watch.screen()]).toEqual(["page/ring", "on"]);
		await clock.runFor(DAY);
		expect(said()).toEqual(["1", "app tea", "ringing"]);
	});

	test("is listed until it has rung or is cancelled, which answers 0", async () => {
		const { clock, said } = open(`
			const one = alarm.set({ url: 'page/ring.js', time: ${START / 1000 + 60} });
			const two = alarm.set({ url: 'page/ring', delay: 30 });
			console.log(alarm.getAllAlarms(), alarm.cancel(two), alarm.getAllAlarms(), alarm.cancel({ id: two }));
			setTimeout(() => console.log(alarm.getAllAlarms(), alarm.cancel(one)), 10_000);`);
		await clock.runFor(11_000);
		expect(said()).toEqual(["[1,2] 0 [1] -1", "[1] 0"]);
	});

	test.each([
		["url: 'page/ring'", "it needs a time or a delay"],
		["delay: 5", "it needs a url"],
		[`url: 'page/ring', time: ${START / 1000 - 1}`, "it would never ring"],
	])("of {%s} is none: its id is 0, and the log says why", (option, why) => {
		const { said } = open(`console.log(alarm.set({ ${option} }))`);
		expect(said()).toEqual([`not set: ${why}`, "0"]);
	});

	test("that is stored keeps its id over a restart, and over another watch with the same storage", async () => {
		const storage = memoryStorage();
		const code = `
			if (alarm.getAllAlarms().length > 0) return console.log(alarm.getAllAlarms());
			alarm.set({ url: 'page/ring', delay: 500 });
			console.log(alarm.set({ url: 'page/ring', delay: 600, store: true, param: 'still' }));`;
		const first = open(code, { storage });
		first.watch.restart();
		first.watch.launch(20001);
		expect(first.said()).toEqual(["2", "[2]"]);
		first.watch.dispose();
		const second = bench({ storage });
		second.install(app(code));
		await second.clock.runFor(601_000);
		expect(second.said()).toEqual(["app still", "ringing"]);
	});

	test("needs its permission", () => {
		const made = bench();
		made.install({
			...app("try { alarm.set({ url: 'page/ring', delay: 1 }) } catch (e) { console.log(e.message) }"),
			permissions: [],
		});
		made.watch.launch(20001);
		expect(made.said()).toEqual(['no permission: @zos/alarm.set needs "device:os.alarm" in app.json']);
	});
});

describe("the times of an alarm", () => {
	const once: NewAlarm = {
		...{ owner: 1, appId: 1, url: "page/ring", first: START, isStored: false },
		...{ repeat: REPEATS.REPEAT_ONCE, loud: 1, quiet: 0, days: 0, from: null, until: null },
	};
	/** The first `count` after the moment before it was to ring first, as days, hours and minutes from then. */
	function times(alarm: Partial<NewAlarm>, count: number, utcOffsetMinutes = 0): (number | null)[] {
		const all: (number | null)[] = [];
		let after: number | null = START - 1;
		while (all.length < count && after !== null) {
			after = nextRing({ ...once, ...alarm }, after, utcOffsetMinutes);
			all.push(after);
		}
		return all;
	}

	// The three examples of DOC alarm/set.mdx, then what its table says. START is a Monday.
	test("are one, or each day, or Mondays and Wednesdays, or every 21 days", () => {
		expect(times({}, 3)).toEqual([START, null]);
		expect(times({ repeat: REPEATS.REPEAT_DAY }, 3)).toEqual([START, START + DAY, START + 2 * DAY]);
		const days = WEEK_DAYS.WEEK_MON | WEEK_DAYS.WEEK_WED;
		expect(times({ repeat: REPEATS.REPEAT_WEEK, days }, 4)).toEqual([0, 2, 7, 9].map((day) => START + day * DAY));
		expect(times({ repeat: REPEATS.REPEAT_DAY, quiet: 20 }, 3)).toEqual([0, 21, 42].map((day) => START + day * DAY));
	});

	test("are so many in a period, then none in the rest of it", () => {
		const rings = times({ repeat: REPEATS.REPEAT_MINUTE, loud: 2, quiet: 3 }, 5);
		expect(rings).toEqual([0, 1, 5, 6, 10].map((minute) => START + minute * MINUTE));
	});

	test("keep the day of the month, and leave out the months without it", () => {
		const first = Date.UTC(2026, 0, 31, 7, 30);
		const after = (date: number) => nextRing({ ...once, first, repeat: REPEATS.REPEAT_MONTH }, date, 0);
		expect(after(first)).toBe(Date.UTC(2026, 2, 31, 7, 30));
		const leap = Date.UTC(2024, 1, 29, 7);
		expect(nextRing({ ...once, first: leap, repeat: REPEATS.REPEAT_YEAR }, leap, 0)).toBe(Date.UTC(2028, 1, 29, 7));
	});

	test("are on the days of the person's own zone", () => {
		// Sunday 23:30 in UTC is Monday 01:30 two hours east of it.
		const first = Date.UTC(2026, 0, 4, 23, 30);
		const days = WEEK_DAYS.WEEK_MON;
		expect(nextRing({ ...once, first, repeat: REPEATS.REPEAT_WEEK, days }, first - 1, 120)).toBe(first);
		expect(nextRing({ ...once, first, repeat: REPEATS.REPEAT_WEEK, days }, first - 1, 0)).toBe(first + DAY);
	});

	test("lie within its start and its end", () => {
		const from = START + 2.5 * DAY;
		const until = START + 4 * DAY;
		expect(times({ repeat: REPEATS.REPEAT_DAY, from, until }, 9)).toEqual([START + 3 * DAY, START + 4 * DAY, null]);
	});
});

describe("an App Service", () => {
	test("that an alarm wakes runs for 600 ms, without a screen and without timers", async () => {
		const service = `
			AppService({
				onInit(param) { console.log(param, typeof setTimeout, typeof r('@zos/ui'), typeof r('@zos/sensor').Geolocation) },
				onDestroy() { console.log('gone') },
			})`;
		const { watch, clock, said } = open("alarm.set({ url: 'app-service/work', delay: 5, param: 'look' })", { service });
		watch.home();
		await clock.runFor(5_500);
		expect(watch.surface()).toBeNull();
		expect([said().at(-1), watch.services(20001)]).toEqual([
			"look undefined undefined undefined",
			["app-service/work"],
		]);
		await clock.runFor(200);
		expect([said().at(-1), watch.services(20001)]).toEqual(["gone", []]);
	});

	// As the vendor's sample application/3.0/3.0-feature does it.
	test("that is started tells the time after its app has gone, and ends itself when its notification is answered", async () => {
		const service = `
			const notes = r('@zos/notification'), { Time } = r('@zos/sensor');
			AppService({
				onInit(param) {
					new Time().onPerMinute(() => notes.notify({ title: 'Time', content: 'now', actions: [
						{ text: 'Home', file: 'page/ring', param: 'home' }, { text: 'Stop', file: 'app-service/work', param: 'exit' }] }));
				},
				onEvent(param) { if (param === 'exit') r('@zos/app-service').exit() },
				onDestroy() { console.log('service gone') },
			})`;
		const code = `
			const done = ({ file, result }) => console.log(file, result, services.getAllAppServices());
			console.log(services.start({ file: 'app-service/work', param: 'x', complete_func: done }));
			console.log(services.start({ file: 'app-service/none', complete_func: done }));`;
		const { watch, clock, said } = open(code, { service });
		await clock.runFor(100);
		expect(said()).toEqual([
			"0",
			"1",
			'app-service/work true ["app-service/work"]',
			'app-service/none false ["app-service/work"]',
		]);
		watch.home();
		watch.setScreen("off");
		await clock.runFor(2 * MINUTE);
		expect(watch.notices().map(({ title }) => title)).toEqual(["Time", "Time"]);
		expect(watch.screen()).toBe("on");
		expect(watch.answerNotice(1, "Home")).toBe(true);
		expect(watch.surface()?.url).toBe("page/ring");
		expect(watch.answerNotice(2, "Stop")).toBe(true);
		await clock.runFor(100);
		expect([said().at(-1), watch.services(20001), watch.notices()]).toEqual(["service gone", [], []]);
	});

	test("is the only one that runs on, is stopped by its app, and is gone after a kill", async () => {
		const code = `
			const done = ({ result }) => console.log(result);
			services.start({ file: 'app-service/work', complete_func: done });
			setTimeout(() => console.log(services.start({ file: 'app-service/work', complete_func: done })), 10);
			setTimeout(() => console.log(services.stop({ file: 'app-service/work', complete_func: done })), 20);
			setTimeout(() => services.start({ file: 'app-service/work', complete_func: done }), 30);`;
		const { watch, clock, said } = open(code);
		await clock.runFor(100);
		expect(said()).toEqual([
			"init undefined",
			"true",
			"7",
			"false",
			"0",
			"service gone",
			"true",
			"init undefined",
			"true",
		]);
		watch.kill(20001);
		expect(watch.services(20001)).toEqual([]);
	});

	test("writes files only while the screen is dark", async () => {
		const service = `
			const fs = r('@zos/fs');
			AppService({ onInit() { console.log(fs.openSync({ path: 'a', flag: fs.O_CREAT | fs.O_RDWR }) >= 0) } })`;
		const code = "alarm.set({ url: 'app-service/work', delay: 5 }); alarm.set({ url: 'app-service/work', delay: 60 })";
		const { watch, clock, said } = open(code, { service });
		await clock.runFor(6_000);
		expect(said()).toEqual(["a service writes no file while the screen is on", "false"]);
		watch.setScreen("off");
		await clock.runFor(MINUTE);
		expect(said().at(-1)).toBe("true");
	});
});

describe("a notification", () => {
	test("needs title, content and actions, is listed, and is taken away by its own app only", () => {
		const made = open(`
			console.log(notes.notify({ title: 'a', content: 'b' }));
			const id = notes.notify({ title: 'a', content: 'b', actions: [], vibrate: 2 });
			notes.notify({ title: 'c', content: 'd', actions: [{ text: 'Go', file: 'page/ring', param: 'x' }] });
			console.log(notes.getAllNotifications());
			notes.cancel([id]);
			console.log(notes.getAllNotifications());`);
		const texts = made.said().filter((text) => /^[0[]/.test(text));
		expect(texts).toEqual(["0", "[1,2]", "[2]"]);
		made.watch.answerNotice(2, "Go");
		expect(made.said().slice(-2)).toEqual(["app x", "ringing"]);
	});
});

describe("the switches of alarms and services", () => {
	const alarmCode = "console.log(alarm.set({ url: 'page/ring', delay: 60 }))";

	test.each([
		["alarm-twice", ["1", "ringing", "ringing"]],
		["alarm-never", ["1"]],
	])("%s", async (name, expected) => {
		const { clock, said } = open(alarmCode, { platform: parsePlatform(name) });
		await clock.runFor(2 * MINUTE);
		expect(said()).toEqual(expected);
	});

	test("alarm-cancel-throws", () => {
		const code = "try { alarm.cancel(7) } catch (e) { console.log(e.message) }";
		expect(open(code, { platform: parsePlatform("alarm-cancel-throws") }).said()).toEqual(["no such alarm"]);
	});

	test("no-service-link", async () => {
		const service = "AppService({ onInit() { console.log(r('@zos/ble').connectStatus()) } })";
		const code = "console.log(r('@zos/ble').connectStatus()); alarm.set({ url: 'app-service/work', delay: 1 })";
		const { clock, said } = open(code, { service, platform: parsePlatform("no-service-link") });
		await clock.runFor(2_000);
		expect(said()).toEqual(["true", "false"]);
	});

	test("service-600ms", async () => {
		const code = "alarm.set({ url: 'app-service/work', delay: 1 })";
		const { watch, clock } = open(code, { platform: parsePlatform("service-600ms") });
		await clock.runFor(1_100);
		expect(watch.services(20001)).toEqual(["app-service/work"]);
		await clock.runFor(100);
		expect(watch.services(20001)).toEqual([]);
	});

	test("service-lasts", async () => {
		const code = "alarm.set({ url: 'app-service/work', delay: 1 })";
		const { watch, clock } = open(code, { platform: parsePlatform("service-lasts") });
		await clock.runFor(HOUR);
		expect(watch.services(20001)).toEqual(["app-service/work"]);
	});
});
