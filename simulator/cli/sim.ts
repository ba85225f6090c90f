/**
 * `zepp-sim PATH` and `npm run -s sim -- PATH`: opens any Zepp OS package or project folder in the simulator, on a page on localhost or
 * without a window. Owns what is printed and the exit status: 0 all well, 1 it crashed or needs what is not modelled,
 * 2 it cannot be opened. Without a window standard output holds what was logged, and nothing else.
 */
import { writeFileSync } from "node:fs";
import { runCommand } from "../../cli/command.ts";
import type { LogEntry } from "../desktop.ts";
import { createLiveClock } from "../live-clock.ts";
import { hostDesktops } from "../server/host.ts";
import { serve } from "../server/serve.ts";
import { openState } from "../state.ts";
import { holdState } from "../state-lock.ts";
import { decodeSimOptions, SIM, type SimOptions } from "./sim-options.ts";
import { packageFor } from "./sim-package.ts";
import { runHeadless } from "./sim-run.ts";

/** The light of a person who looks at a desktop, not at a wrist. */
const BRIGHT_TIME_MS = 60_000;

async function main(args: readonly string[]): Promise<number> {
	const options = await decodeSimOptions(args, Date.now());
	await holdState(options.stateDir);
	const packagePath = await packageFor(options.path, options.device);
	const { run } = options;
	switch (run.kind) {
		case "page":
			await servePage(options, packagePath, run.port);
			return 0;
		case "headless":
			return report(await runHeadless({ ...options, ...run, packagePath }), run);
	}
}

async function servePage({ device, language, stateDir }: SimOptions, packagePath: string, port: number) {
	const settings = { aod: true, brightTimeMs: BRIGHT_TIME_MS };
	const options = { packages: [packagePath], clock: createLiveClock(), state: openState(stateDir), settings };
	const host = await hostDesktops(options, { device, language });
	const served = await serve(host, { port });
	for (const signal of ["SIGINT", "SIGTERM"] as const) {
		process.once(signal, () => {
			host.current().close();
			void served.close();
		});
	}
	process.stdout.write(`Zepp OS simulator: ${served.url}\n`);
}

type End = Awaited<ReturnType<typeof runHeadless>>;

type Wanted = { shot: string | null; now: number; json: boolean };

function report({ entries, problems, png, texts }: End, { shot, now, json }: Wanted): number {
	for (const entry of entries) process.stdout.write(`${describe(entry, now)}\n`);
	for (const problem of problems) process.stderr.write(`sim: ${problem}\n`);
	if (shot !== null && png !== null) {
		writeFileSync(shot, png);
		process.stderr.write(`Written: ${shot}\n`);
	}
	if (json) process.stdout.write(`${JSON.stringify({ ok: problems.length === 0, problems, texts })}\n`);
	return problems.length === 0 ? 0 : 1;
}

/** `  1.250 watch info text` */
function describe({ at, source, level, text }: LogEntry, start: number): string {
	return `${((at - start) / 1000).toFixed(3).padStart(7)} ${source} ${level} ${text}`;
}

await runCommand(SIM, main);
