/** Runs one of our commands as npm does, in a process of its own, and keeps all that it says. */
import { spawn } from "node:child_process";
import manifest from "../package.json" with { type: "json" };
import { ROOT } from "../packaging/places.ts";

export type Ran = { code: number | null; stdout: string; stderr: string };

/** `npm run -s ask -- ARGUMENTS`. */
export function runAsk(args: readonly string[]): Promise<Ran> {
	const [, ...script] = manifest.scripts.ask.split(" ");
	const child = spawn(process.execPath, [...script, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
	let stdout = "";
	let stderr = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		stdout += text;
	});
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		stderr += text;
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => resolve({ code, stdout, stderr }));
	});
}
