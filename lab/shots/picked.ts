/** Pictures of a few screens, each on its own watch in its own language, without a folder to keep them in. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Device, findDevice } from "../../simulator/index.ts";
import { doJobs, type Job } from "./crew.ts";
import type { Screen } from "./journeys.ts";
import { packFor } from "./packages.ts";
import type { Shot } from "./shoot.ts";

/** `device` by its id. */
export type Pick = Screen & { device: string; language: string };
export type Picked = { shot: Shot; png: Buffer; problems: readonly string[] };

/** In the order of `picks`. Throws where a watch is not known or has no such screen. */
export async function drawPicked(picks: readonly Pick[]): Promise<Picked[]> {
	const folder = mkdtempSync(join(tmpdir(), "askface-picked-"));
	try {
		const shoots = await doJobs(await jobsFor(picks, folder));
		const shots = shoots.flatMap((shoot) => shoot.shots);
		const problems = shoots.flatMap((shoot) => shoot.problems);
		return picks.map((pick) => {
			const shot = shots.find((one) => keyOf(one) === keyOf(pick));
			if (!shot) throw new Error(`there is no ${keyOf(pick)}`);
			const png = readFileSync(join(folder, shot.file));
			return { shot, png, problems: problems.filter((problem) => problem.startsWith(shot.file)) };
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** One for each watch and language: opening its packages takes longer than a picture. */
async function jobsFor(picks: readonly Pick[], folder: string): Promise<Job[]> {
	const packages = await packFor([...new Set(picks.map(({ device }) => device))].map(deviceOf));
	const jobs = new Map<string, Job & { wanted: Screen[] }>();
	for (const { device, language, surface, state } of picks) {
		const key = `${device} ${language}`;
		const job = jobs.get(key) ?? { device, language, packages: packages.get(device) ?? [], wanted: [], folder };
		job.wanted.push({ surface, state });
		jobs.set(key, job);
	}
	return [...jobs.values()];
}

function deviceOf(id: string): Device {
	const device = findDevice(id);
	if (!device) throw new Error(`no watch is called ${id}`);
	return device;
}

function keyOf({ surface, state, device, language }: Pick): string {
	return `${surface} ${state} ${device} ${language}`;
}
