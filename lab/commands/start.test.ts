import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const PACKING_MS = 300_000;

const children: ChildProcess[] = [];
afterEach(() => {
	for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(...flags: string[]) {
	const script = fileURLToPath(new URL("./start.ts", import.meta.url));
	const child = spawn(process.execPath, ["--import", "tsx", script, ...flags], { env: { ...process.env, PORT: "" } });
	children.push(child);
	const output = { out: "", err: "" };
	child.stdout.on("data", (data: Buffer) => {
		output.out += String(data);
	});
	child.stderr.on("data", (data: Buffer) => {
		output.err += String(data);
	});
	return { child, output };
}

test("it ends with an address on this machine, serves the page there, and stops when told to", {
	timeout: PACKING_MS,
}, async () => {
	const { child, output } = start("--device", "bip6", "--language", "de-DE");
	while (!output.out.includes("\n") && child.exitCode === null) {
		await Promise.race([once(child.stdout, "data"), once(child, "close")]);
	}
	const url = /^AskFace simulator: (http:\/\/localhost:\d+)\n$/.exec(output.out)?.[1];
	expect(url, output.err).toBeDefined();
	const response = await fetch(String(url));
	expect(await response.text()).toContain("AskFace");
	child.kill("SIGINT");
	expect(await once(child, "close")).toEqual([0, null]);
});
