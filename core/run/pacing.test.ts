import { expect, it } from "vitest";
import type { Goal } from "./cues.ts";
import type { Run } from "./due-cues.ts";
import { answerRun, type RunQuestion } from "./pacing.ts";

const goal = { meters: 5000, seconds: 1680 };
const METERS_A_MILE = 1609.344;
const inKm = (question: RunQuestion, run: Run | null, to: Goal) => answerRun(question, run, to, 1000);
const NO_GOAL = { meters: 0, seconds: 0 };
const half = { meters: 2500, seconds: 840 };

it("says how the run stands to its goal", () => {
	expect(inKm("pace", half, goal)).toEqual({ key: "run.on", values: {} });
	expect(inKm("pace", { ...half, seconds: 870 }, goal)).toEqual({ key: "run.behind", values: { time: "0:30" } });
	expect(inKm("pace", { ...half, seconds: 775 }, goal)).toEqual({ key: "run.ahead", values: { time: "1:05" } });
	expect(inKm("left", half, goal)).toEqual({ key: "run.to-go", values: { km: "2.5", time: "14:00" } });
	expect(inKm("left", { meters: 4600, seconds: 1600 }, goal).values).toEqual({ km: "0.40", time: "2:19" });
	expect(inKm("left", { meters: 5003, seconds: 1600 }, goal).key).toBe("run.reached");
});

it("says what there is to say without a goal", () => {
	expect(inKm("pace", half, NO_GOAL)).toEqual({ key: "run.average", values: { pace: "5:36" } });
	expect(inKm("left", { meters: 21_097, seconds: 7265 }, NO_GOAL)).toEqual({
		key: "run.done",
		values: { km: "21.1", time: "2:01:05" },
	});
});

it("waits for the first metres", () => {
	expect(inKm("pace", null, goal).key).toBe("run.waiting");
	expect(inKm("left", { meters: 0, seconds: 30 }, goal).key).toBe("run.waiting");
});

it("cheers in turn", () => {
	const said = [0, 20, 40, 60, 80].map((seconds) => inKm("cheer", { meters: 0, seconds }, goal).key);
	expect(said).toEqual(["run.cheer.1", "run.cheer.2", "run.cheer.3", "run.cheer.4", "run.cheer.1"]);
	expect(inKm("cheer", null, NO_GOAL).key).toBe("run.cheer.1");
});

it("counts in miles where the watch does", () => {
	const inMiles = (question: RunQuestion, to: Goal) => answerRun(question, half, to, METERS_A_MILE);
	expect(inMiles("pace", NO_GOAL)).toEqual({ key: "run.average-mile", values: { pace: "9:01" } });
	expect(inMiles("left", NO_GOAL)).toEqual({ key: "run.done-mile", values: { km: "1.6", time: "14:00" } });
	expect(inMiles("left", goal)).toEqual({ key: "run.to-go-mile", values: { km: "1.6", time: "14:00" } });
	expect(inMiles("pace", goal).key).toBe("run.on");
});
