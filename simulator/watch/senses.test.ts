import { describe, expect, test } from "vitest";
import { bench, START } from "./__fixtures__/bench.ts";
import { plainSensors } from "./sensors.ts";

const ALL = "step heart_rate sleep stress distance calorie pai workout".split(" ");
const PERMISSIONS = ALL.map((name) => `data:user.hd.${name}`);

function run(code: string, options: Parameters<typeof bench>[0] = {}, kind: "page" | "workout" = "page") {
	const made = bench(options);
	const scripts: Record<string, string> =
		kind === "page"
			? { "page/index": `Page({ build() { ${code} } })` }
			: { "data-widget/index": `DataWidget({ build() { ${code} } })` };
	made.install({ permissions: PERMISSIONS, scripts });
	if (kind === "page") made.watch.launch(20001);
	else made.watch.startWorkout(20001);
	return made;
}

describe("the sensors", () => {
	test("read what the person's day is", () => {
		const { said } =
			run(`const s = r('@zos/sensor'); console.log(new s.Battery().getCurrent(), new s.Step().getCurrent(), new s.Step().getTarget(), new s.HeartRate().getLast(),
			new s.Distance().getCurrent(), new s.Sleep().getInfo().score, new s.Stress().getCurrent().value, new s.Weather().getForecast().forecastData.count, new s.Pai().getTotal())`);
		expect(said()).toEqual(["82 6240 8000 72 4380 83 34 3 86"]);
	});

	test("that measured nothing read as zero; those that fail throw wherever they are used", () => {
		const sensors = { ...plainSensors(), heartRate: null, steps: new Error("sensor busy") };
		const { said } = run(
			`const s = r('@zos/sensor'); console.log(new s.HeartRate().getLast()); try { new s.Step() } catch (e) { console.log(e.message) }`,
			{ sensors },
		);
		expect(said()).toEqual(["0", "sensor busy"]);
	});

	test("that a test changes are read anew", () => {
		const { watch, said, clock } = run(
			"const b = new (r('@zos/sensor').Battery)(); setTimeout(() => console.log(b.getCurrent()), 10)",
		);
		watch.sensors.battery = 5;
		return clock.runFor(20).then(() => expect(said()).toEqual(["5"]));
	});

	test("vibrate, and the watch counts it", () => {
		const { watch } = run(
			"const v = new (r('@zos/sensor').Vibrator)(); v.setMode(r('@zos/sensor').VIBRATOR_SCENE_NOTIFICATION); v.start(); v.stop(); v.start()",
		);
		expect(watch.counters(20001).vibrations).toBe(2);
	});

	test("of a sport come as JSON in a workout, and not for what it does not know", async () => {
		const { said, clock } = run(
			`const { getSportData } = r('@zos/app-access'); for (const type of ['distance', 'nothing'])
				console.log(getSportData({ type }, ({ code, data }) => console.log(code, data && JSON.parse(data)[0].distance)))`,
			{},
			"workout",
		);
		await clock.runFor(1);
		expect(said()).toEqual(["true", "true", "0 4.02", "1 "]);
	});
});

describe("time", () => {
	test("is the simulated clock's, in the watch's zone", async () => {
		const code = `const d = new Date(), t = new (r('@zos/sensor').Time)(); console.log(d.getTime() === Date.now(), d.getHours(), d.getMinutes(), d.getDay(), d.getTimezoneOffset())
			console.log(t.getHours(), t.getMonth(), t.getDay(), d.toString()); setTimeout(() => console.log(Date.now() - d), 250)`;
		const { said, clock } = run(code, { settings: { utcOffsetMinutes: 330 } });
		await clock.runFor(300);
		expect(said()).toEqual(["true 15 39 1 -330", "15 1 1 Mon Jan 05 2026 15:39:00 GMT+0530", "250"]);
	});

	test.each([-480, 0, 345])("makes dates from parts, texts and setters at %i minutes from UTC", (utcOffsetMinutes) => {
		const code = `console.log(new Date(2026, 1, 28, 23, 59).getTime(), Date.parse('2026-02-28T23:59:00'), new Date('2026-02-28T23:59:00Z').getTime(), new Date('2026-02-28').getTime())
			const d = new Date(2026, 0, 31); d.setMonth(1, 28); d.setHours(23, 59); console.log(d.getTime(), new Date(d).getTime() === d.getTime(), d instanceof Date, isNaN(new Date('no')))`;
		const utc = Date.UTC(2026, 1, 28, 23, 59);
		const local = utc - utcOffsetMinutes * 60_000;
		expect(run(code, { settings: { utcOffsetMinutes } }).said()).toEqual([
			`${local} ${local} ${utc} ${Date.UTC(2026, 1, 28)}`,
			`${local} true true true`,
		]);
	});

	test("is 12 hours where the person wants that", () => {
		const code =
			"const t = new (r('@zos/sensor').Time)(); console.log(t.getFormatHour(), t.getHourFormat() === r('@zos/sensor').TIME_HOUR_FORMAT_12)";
		expect(run(code, { settings: { hour24: false, utcOffsetMinutes: 600 } }).said()).toEqual(["8 true"]);
	});

	test("passes through timers in order, which can be stopped, and repeat", async () => {
		const { said, clock, watch } =
			run(`const id = setInterval((a) => { console.log(a); if (++n === 2) clearInterval(id) }, 100, 'tick'); let n = 0
			setTimeout(() => console.log('first'), 50); clearTimeout(setTimeout(() => console.log('never'), 60)); r('@zos/timer').createSysTimer(false, 70, (x) => console.log(x), 'sys')
			Promise.resolve().then(() => console.log('job'))`);
		await clock.runFor(1000);
		expect(said()).toEqual(["job", "first", "sys", "tick", "tick"]);
		expect(watch.counters(20001)).toMatchObject({ timersLeft: 0, callbacks: 4 });
		expect(clock.now()).toBe(START + 1000);
	});

	test("is chance too: the same numbers for a seed", () => {
		const numbers = (seed: number) => run("console.log([1, 2, 3].map(() => Math.random()).join())", { seed }).said()[0];
		expect(numbers(1)).toBe(numbers(1));
		expect(numbers(1)).not.toBe(numbers(2));
	});
});

test("the buzzer and the system sounds say which of the documented ones is heard, and the vibrator names its kinds", () => {
	const { watch, install, said } = bench();
	install({
		scripts: {
			"page/index": `Page({ build() { const { Buzzer, SystemSounds, Vibrator } = r('@zos/sensor'); const sounds = new SystemSounds(); const buzzer = new Buzzer(), kinds = buzzer.getSourceType()
				if (buzzer.isEnabled()) buzzer.start(kinds.SUCCESS); if (sounds.getEnabled()) sounds.start(sounds.getSourceType().SOS); console.log(Object.keys(kinds).join(' ')); console.log(Object.keys(new Vibrator().getType()).join(' ')) } })`,
		},
	});
	watch.launch(20001);
	expect(said()).toEqual([
		"SUCCESS",
		"SOS",
		"ALARM REMIND_1 REMIND_2 OPERATE SUCCESS FAILURE",
		"GENTLE_SHORT STRONG_SHORT STANDARD_CROWN STRONG_CROWN SPULSE_CROWN DIPULSE_CROWN",
	]);
});
