/**
 * The vendor's packager, `@zeppos/zpm`. Owns how it is started: in a child process with a home folder of its own, its
 * log kept away from our standard output. Rule: its exit code proves nothing (it is 0 for a missing entry too), so
 * what counts is the package that it left behind.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Watch } from "../watches/watches.ts";
import { PackagingFault } from "./packaging-fault.ts";
import { type WatchList, writeHome } from "./watch-list.ts";

/** `simulated`: transformed JavaScript and plain PNGs, for the simulator. `release`: bytecode and the chips' images. */
export type PackMode = "simulated" | "release";

/** It takes half a minute on two idle cores: this is for a packager that hangs. */
const LIMIT_MS = 900_000;
const LOG_LINES_SHOWN = 30;

export type PackJob = {
	readonly mode: PackMode;
	readonly list: WatchList;
	/** The watches that it is for, or null for all that the project's manifest takes. Every part costs seconds. */
	readonly watches: readonly Watch[] | null;
};

/** Packs the Zepp project in `folder` and gives the bytes of its `.zab`. Writes a `dist` into `folder`. Throws PackagingFault. */
export async function runZpm(folder: string, job: PackJob): Promise<Uint8Array> {
	const scratch = mkdtempSync(join(tmpdir(), "zepp-zpm-"));
	try {
		writeHome(scratch, job.list);
		const log = await runChild(folder, job, scratch);
		const dist = join(folder, "dist");
		const zab = filesOf(dist).find((file) => file.endsWith(".zab"));
		if (zab === undefined) throw new PackagingFault(`the packager left no package:\n${lastLines(log)}`);
		return readFileSync(join(dist, zab));
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

function runChild(folder: string, { mode, watches }: PackJob, home: string): Promise<string> {
	const options = {
		path: folder,
		buildMode: "production",
		targets: [],
		sources: (watches ?? []).flatMap(({ deviceSource }) => deviceSource),
		jsc: mode === "release" ? "bin" : "",
		png2vg: mode === "release",
		prune: true,
		compress: true,
		ip: false,
	};
	const temporary = join(home, "tmp");
	mkdirSync(temporary);
	const child = spawn(
		process.execPath,
		[fileURLToPath(new URL("./zpm-child.mjs", import.meta.url)), JSON.stringify(options)],
		{
			env: { ...process.env, HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, NODE_OPTIONS: "" },
			stdio: ["ignore", "pipe", "pipe"],
			timeout: LIMIT_MS,
		},
	);
	let log = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8");
		stream.on("data", (text: string) => {
			log += text;
		});
	}
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", () => resolve(log));
	});
}

function filesOf(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => entry.name);
}

function lastLines(log: string): string {
	return log.trimEnd().split("\n").slice(-LOG_LINES_SHOWN).join("\n");
}
