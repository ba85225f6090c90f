/**
 * Draws many canvases at once, each in whichever process is free. Owns the processes: as many as there are cores, and none
 * but this one for a single canvas. Rule: what comes out does not depend on how many there were.
 */
import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { ROOT } from "../../packaging/places.ts";
import { readCatalogue } from "../../packaging/words.ts";
import { findDevice, openPackage } from "../../simulator/index.ts";
import { drawnAs } from "./canvases.ts";
import type { Screen } from "./journeys.ts";
import { sampleFor } from "./samples.ts";
import { type Shoot, shoot } from "./shoot.ts";

/** One canvas in one language, as it goes to another process. */
export type Job = { device: string; language: string; packages: string[]; wanted: readonly Screen[]; folder: string };

export type Answer = { ok: true; shoot: Shoot } | { ok: false; why: string };

export function doJob({ device: id, language, packages: paths, wanted, folder }: Job): Promise<Shoot> {
	const found = findDevice(id);
	const words = readCatalogue(ROOT)[language];
	if (!found || !words) throw new Error(`there is no ${id} or no ${language}`);
	const device = drawnAs(found);
	const packages = paths.map((path) => openPackage(path, device));
	return shoot({ device, language, words, sample: sampleFor(language, words), packages }, wanted, folder);
}

/** In the order of `jobs`. Throws what went wrong in any of them. */
export async function doJobs(jobs: readonly Job[]): Promise<Shoot[]> {
	const [only] = jobs;
	if (only && jobs.length === 1) return [await doJob(only)];
	const results: Shoot[] = [];
	let next = 0;
	const children = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, hire);
	try {
		await Promise.all(
			children.map(async (child) => {
				for (let index = next++; index < jobs.length; index = next++) {
					const job = jobs[index];
					if (job) results[index] = await hand(child, job);
				}
			}),
		);
		return results;
	} finally {
		for (const child of children) child.kill();
	}
}

function hire(): ChildProcess {
	const file = fileURLToPath(new URL("./worker.ts", import.meta.url));
	return fork(file, { cwd: ROOT, execArgv: ["--import", "tsx"] });
}

function hand(child: ChildProcess, job: Job): Promise<Shoot> {
	return new Promise((resolve, reject) => {
		const ended = () => reject(new Error("a process that draws has ended"));
		child.once("exit", ended);
		child.once("message", (answer: Answer) => {
			child.off("exit", ended);
			if (answer.ok) resolve(answer.shoot);
			else reject(new Error(answer.why));
		});
		child.send(job);
	});
}
