/** That the watch does each action once or says that it did not, that a run repeats, and that it would see a watch that does not. */
import { rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { findDevice, GOOD_LINK } from "../../../simulator/index.ts";
import { plant } from "../mutants.ts";
import { type ActionsOptions, actionsCountAgainst, runActions } from "./actions.ts";

const TIMEOUT_MS = 300_000;

function options(more: Partial<ActionsOptions> = {}): ActionsOptions {
	const device = findDevice("balance2");
	if (device === undefined) throw new Error("there is no balance2");
	const link = { ...GOOD_LINK, loss: 0.05, dup: 0.05, reorder: 0.05, drop: 0.002, seed: 3 };
	return { device, asks: 12, seed: 3, link, kills: 0.1, ...more };
}

const roots: string[] = [];
afterAll(() => {
	for (const root of roots) rmSync(root, { recursive: true, force: true });
});

it("Each action is done once or said not to be, wherever the power goes, and a run repeats", {
	timeout: TIMEOUT_MS,
}, async () => {
	const first = await runActions(options());
	expect(first.complaints).toEqual([]);
	expect(first.result).toMatchObject({ asks: 12, twice: 0, silent: 0, hung: 0, left: 0 });
	expect(first.result.cuts).toBeGreaterThan(6);
	expect(await runActions(options())).toEqual(first);
});

it("A watch that leaves alarms that nothing names is seen", { timeout: TIMEOUT_MS }, async () => {
	const root = plant({
		name: "a watch that leaves alarms that nothing names",
		file: "device/deeds.ts",
		find: "\tfor (const id of orphans) cancelAlarm(id);\n",
		replace: "\tif (orphans.length < 0) cancelAlarm(0);\n",
	});
	roots.push(root);
	const { result } = await runActions(options({ root, asks: 60, untilBroken: true }));
	expect(actionsCountAgainst(result)).toBeGreaterThan(0);
});
