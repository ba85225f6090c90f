/** The lines in which the watch sets the words of a run: the packed extension, with plans and answers as the companion leaves them. */
import { beforeAll, describe, expect, it } from "vitest";
import { GLANCE_FILE, NO_GLANCE, PLAN_FILE } from "../core/face/glance.ts";
import { encodeGlance, encodeRunPlan } from "../core/face/glance-writing.ts";
import { packPackage } from "../packaging/pack.ts";
import { PACKAGES } from "../packaging/packages.ts";
import { layoutText, type OpenedPackage, openPackage, tapText } from "../simulator/index.ts";
import { bench, deviceOf, START } from "../simulator/testing.ts";
import { workoutLayoutOf } from "./layout.ts";

const COMPANION = PACKAGES.companion.appId;
const WORKOUT = PACKAGES.workout.appId;
const PACK_LIMIT_MS = 120_000;
const LOOK_MS = 3_000;

const device = deviceOf("balance2");
const { message: place } = workoutLayoutOf({ width: 480, height: 480, round: true });
let opened: OpenedPackage;

beforeAll(async () => {
	opened = openPackage(await packPackage("workout", device), device);
}, PACK_LIMIT_MS);

type Run = { language?: string; km?: string; time?: string; cue?: string; answer?: string; asks?: string };

async function linesIn({ language = "en-US", km = "4.02", time = "00:24:10", cue, answer = "", asks }: Run) {
	const { watch, clock, install } = bench({ settings: { language } });
	install(opened);
	const put = (file: string, text: string) => watch.storage.write(COMPANION, file, new TextEncoder().encode(text));
	put(GLANCE_FILE, encodeGlance({ ...NO_GLANCE, state: "answered", at: START, text: answer, run: answer }));
	const cues = cue === undefined ? [] : [{ at: { meters: 4000 }, text: cue }];
	put(PLAN_FILE, encodeRunPlan({ goal: { meters: 5000, seconds: 1680 }, cues }, START));
	watch.sensors.sport.DISTANCE_TOTAL = { value: km, label: "km" };
	watch.sensors.sport.DURATION_NET = { value: time, label: "Duration" };
	watch.startWorkout(WORKOUT);
	if (asks !== undefined) tapText(watch, asks);
	await clock.runFor(2 * LOOK_MS);
	const words = watch.scene().widgets.filter(({ type }) => type === "TEXT");
	expect(words).toHaveLength(1);
	const { text, text_size, x, y, w, h } = words[0]?.props ?? {};
	const box = { x: Number(x), y: Number(y), w: Number(w), h: Number(h) };
	const { lines, height } = layoutText(String(text), { textSize: Number(text_size), width: box.w, wrapped: true });
	expect(height).toBeLessThanOrEqual(box.h);
	expect(Math.abs(2 * box.x + box.w - device.width)).toBeLessThanOrEqual(1);
	expect({ y: box.y, h: box.h }).toEqual({ y: place.y, h: place.h });
	return lines;
}

describe("what is said in a run", () => {
	it("goes on below a comma, which a decimal one is not", async () => {
		expect(await linesIn({ language: "de-DE", asks: "Rest?" })).toEqual(["Noch 0,98\u00a0km,", "etwa 5:53"]);
		expect(await linesIn({ language: "zh-CN", asks: "还剩？" })).toEqual(["还剩 0.98\u00a0公里，", "约 5:53"]);
		expect(await linesIn({ language: "zh-CN", time: "00:00:10", asks: "加油" })).toEqual(["稳住，", "你可以的！"]);
		expect(await linesIn({ cue: "Settle in, relax your shoulders" })).toEqual([
			"Settle in,",
			"relax your",
			"shoulders",
		]);
	});

	it("leaves a short word with those before its comma", async () => {
		expect(await linesIn({ cue: "Everything you have, now" })).toEqual(["Everything", "you have, now"]);
	});

	it("is in lines of about one length, no word alone on the last", async () => {
		expect(await linesIn({ cue: "Take a sip of water" })).toEqual(["Take a sip", "of water"]);
		expect(await linesIn({ answer: "An easy run before breakfast is fine for most people" })).toEqual([
			"An easy run before",
			"breakfast is fine for",
			"most people",
		]);
	});

	it("cuts no long word to be narrow", async () => {
		expect(await linesIn({ answer: "Unglaublich schön" })).toEqual(["Unglaublich", "schön"]);
	});

	it("loses nothing to a comma where there is no room for another line", async () => {
		const cue = "Shoulders down and smile now, breathe and keep your feet light";
		expect((await linesIn({ cue })).join(" ")).toBe(cue);
	});
});
