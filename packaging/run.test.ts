import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./places.ts";

const RUNNER = join(ROOT, "packaging", "run.mjs");

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "askface-run-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, code: string): string {
	const path = join(folder, name);
	writeFileSync(path, code);
	return path;
}

async function firstLine(child: ChildProcess): Promise<string> {
	const [chunk] = (await once(child.stdout ?? child, "data")) as [Buffer];
	return chunk.toString().trim();
}

describe("the runner behind the npm scripts", () => {
	it("runs TypeScript with its arguments and passes its exit status on", () => {
		const file = write(
			"status.mts",
			"process.stdout.write(process.argv.slice(2).join('|')); process.exitCode = 3 as number;",
		);
		const { status, stdout } = spawnSync(process.execPath, [RUNNER, file, "a b", "--c"], { encoding: "utf8" });
		expect({ status, stdout }).toEqual({ status: 3, stdout: "a b|--c" });
	});

	it.each(["SIGTERM", "SIGINT"] as const)("passes %s on and waits for the end", async (signal) => {
		const code = `process.on("${signal}", () => { process.stdout.write("bye"); process.exit(7); });
			setInterval(() => {}, 1000); process.stdout.write("up");`;
		const child = spawn(process.execPath, [RUNNER, write(`${signal}.mts`, code)], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		expect(await firstLine(child)).toBe("up");
		child.kill(signal);
		expect(await firstLine(child)).toBe("bye");
		expect(await once(child, "close")).toEqual([7, null]);
	});

	it("refuses a package that there is not, with status 2 and the names that there are", () => {
		const { status, stdout, stderr } = spawnSync(process.execPath, [RUNNER, "packaging/preview.ts", "watch"], {
			encoding: "utf8",
		});
		expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
		expect(stderr).toContain("face|companion|workout");
	});
});
