/**
 * Runs the page's steps one after the other. Rule: a step that throws, hangs or ends the app is said in its row, and the next
 * one goes on; what was found is on the disk before the next step begins.
 */
import type { StepName } from "../steps.ts";
import { read, write } from "./disk.ts";
import { parse, pause } from "./link.ts";
import type { Rows } from "./rows.ts";
import type { Probe, Step } from "./steps/step.ts";
import { threw } from "./words.ts";

const TRAIL = "trail.txt";
/** An owner who reads slowly has this long for a step. */
const LIMIT_MS = 600_000;

/** They say by themselves what an ended app means. */
const MAY_END: readonly StepName[] = ["memory", "wrist"];

type Trail = { step: string; where: string };

export async function runSteps(
	steps: readonly (readonly [StepName, Step])[],
	rows: Rows,
	probe: Omit<Probe, "trail" | "left">,
): Promise<void> {
	const left = readTrail();
	for (const [name, step] of steps) {
		if (rows.has(name)) continue;
		const where = left?.step === name ? left.where : null;
		if (where !== null && !MAY_END.includes(name)) {
			rows.put(name, "ended the app");
			continue;
		}
		const trail = (at: string) => write(TRAIL, JSON.stringify({ step: name, where: at } satisfies Trail));
		trail("begun");
		rows.put(name, await outcome(step, { ...probe, trail, left: where }));
		write(TRAIL, "null");
	}
}

async function outcome(step: Step, probe: Probe): Promise<string> {
	try {
		const late = pause(LIMIT_MS).then(() => "no end within 10 minutes");
		return await Promise.race([Promise.resolve(step(probe)), late]);
	} catch (error) {
		return threw(error);
	}
}

function readTrail(): Trail | null {
	const trail: Partial<Record<keyof Trail, unknown>> = Object(parse(read(TRAIL) ?? "null"));
	return typeof trail.step === "string" && typeof trail.where === "string"
		? { step: trail.step, where: trail.where }
		: null;
}
