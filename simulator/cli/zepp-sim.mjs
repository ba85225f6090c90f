#!/usr/bin/env node
/**
 * The bin `zepp-sim`: runs `sim.ts` from wherever it is called. Plain JavaScript without dependencies, because it runs before
 * there are any. Rule: nothing of its own on standard output, which belongs to the command.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const HOME = dirname(dirname(HERE));
const OLDEST_NODE = [20, 15];

/** Runs TypeScript. Null before anything is installed. */
function findTsx() {
	try {
		return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
	} catch {
		return null;
	}
}

/** npx leaves out what only development needs, and a published package has no lock file. */
function install() {
	process.stderr.write("Installing what is missing ...\n");
	const how = existsSync(join(HOME, "package-lock.json")) ? ["ci"] : ["install", "--no-save", "--include=dev"];
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	const { status } = spawnSync(npm, [...how, "--no-audit", "--no-fund"], {
		cwd: HOME,
		stdio: ["ignore", 2, 2],
		shell: process.platform === "win32",
	});
	if (status !== 0) process.exit(1);
}

function run(tsx) {
	const child = spawn(process.execPath, ["--import", tsx, join(HERE, "sim.ts"), ...process.argv.slice(2)], {
		stdio: "inherit",
	});
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
		process.on(signal, () => {
			if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
		});
	}
	child.once("close", (code, signal) => {
		if (signal !== null) process.removeAllListeners(signal);
		if (signal === null) process.exit(code);
		process.kill(process.pid, signal);
	});
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
	process.stderr.write(`zepp-sim needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.\n`);
	process.exit(2);
}
if (findTsx() === null) install();
run(findTsx());
