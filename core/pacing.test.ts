import { expect, it } from "vitest";
import { answerRun } from "./pacing.ts";

const goal = { meters: 5000, seconds: 1680 };
const half = { meters: 2500, seconds: 840 };

it("says how the run stands to its goal", () => {
	expect(answerRun("pace", half, goal)).toEqual({ key: "run.on", values: {} });
	expect(answerRun("pace", { ...half, seconds: 870 }, goal)).toEqual({ key: "run.behind", values: { time: "0:30" } });
	expect(answerRun("pace", { ...half, seconds: 775 }, goal)).toEqual({ key: "run.ahead", values: { time: "1:05" } });
	expect(answerRun("left", half, goal)).toEqual({ key: "run.to-go", values: { km: "2.5", time: "14:00" } });
	expect(answerRun("left", { meters: 4600, seconds: 1600 }, goal).values).toEqual({ km: "0.40", time: "2:19" });
	expect(answerRun("left", { meters: 5003, seconds: 1600 }, goal).key).toBe("run.reached");
});

it("says what there is to say without a goal", () => {
	expect(answerRun("pace", half, undefined)).toEqual({ key: "run.average", values: { pace: "5:36" } });
	expect(answerRun("left", { meters: 21_097, seconds: 7265 }, undefined)).toEqual({
		key: "run.done",
		values: { km: "21.1", time: "2:01:05" },
	});
});

it("waits for the first metres", () => {
	expect(answerRun("pace", null, goal).key).toBe("run.waiting");
	expect(answerRun("left", { meters: 0, seconds: 30 }, goal).key).toBe("run.waiting");
});

it("cheers in turn", () => {
	const said = [0, 20, 40, 60, 80].map((seconds) => answerRun("cheer", { meters: 0, seconds }, goal).key);
	expect(said).toEqual(["run.cheer.1", "run.cheer.2", "run.cheer.3", "run.cheer.4", "run.cheer.1"]);
	expect(answerRun("cheer", null, undefined).key).toBe("run.cheer.1");
});
