/**
 * Behind every npm script: `node packaging/run.mjs FILE.ts [arguments]`. Installs what is missing, then runs the file.
 * Plain JavaScript without dependencies, because it runs before there are any. Rule: nothing of its own on standard
 * output, which belongs to the command.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 15];

function say(text) {
	process.stderr.write(`${text}\n`);
}

/** The packages of a lock file by their folder, or none where there is no such file. */
function packagesOf(path) {
	return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}

/** npm leaves a copy of the lock behind, of what it has really installed: optional packages may be missing from it. */
function isInstalled() {
	const wanted = packagesOf(join(ROOT, "package-lock.json"));
	const found = packagesOf(join(ROOT, "node_modules", ".package-lock.json"));
	return Object.entries(wanted).every(([folder, { version, optional }]) => {
		if (folder === "") return true;
		return found[folder] === undefined ? optional === true : found[folder].version === version;
	});
}

function install() {
	say("Installing what is missing (npm ci) ...");
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund"], {
		cwd: ROOT,
		stdio: ["ignore", 2, 2],
		shell: process.platform === "win32",
	});
	if (status === 0) return;
	say("npm ci failed: see above. It needs a connection to the npm registry once.");
	process.exit(1);
}

/** npm starts scripts in the root; paths on the command line are meant from where npm was called. */
function callersFolder() {
	const folder = process.cwd();
	return folder === ROOT ? (process.env.INIT_CWD ?? folder) : folder;
}

function run(file, args) {
	const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), resolve(ROOT, file), ...args], {
		stdio: "inherit",
		cwd: callersFolder(),
	});
	const forward = (signal) => {
		const atTerminal = signal === "SIGINT" && process.stdin.isTTY;
		if (!atTerminal) child.kill(signal);
	};
	const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
	for (const signal of signals) process.on(signal, forward);
	child.once("error", (error) => {
		say(`${file} did not start: ${error.message}`);
		process.exit(1);
	});
	child.once("close", (code, signal) => {
		for (const each of signals) process.off(each, forward);
		if (signal === null) process.exit(code);
		process.kill(process.pid, signal);
	});
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
	say(`AskFace needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
	process.exit(1);
}
const [, , file, ...args] = process.argv;
if (!isInstalled()) install();
run(file, args);
