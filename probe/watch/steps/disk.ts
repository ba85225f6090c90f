/** Step `disk`: what writing, renaming and reading at the end of a file give, and how long a name may be. */
import {
	closeSync,
	O_CREAT,
	O_RDONLY,
	O_TRUNC,
	O_WRONLY,
	openSync,
	readSync,
	renameSync,
	rmSync,
	writeSync,
} from "@zos/fs";
import { read, sizeOf, toBytes, write } from "../disk.ts";
import { say } from "../screen.ts";
import { wordOf, yesNo } from "../words.ts";
import type { Step } from "./step.ts";

const NAME_LENGTHS = [32, 33, 64, 128];
const BIG_BYTES = 65_536;

export const disk: Step = () => {
	say("Writing files.");
	const small = writeOnce("small", "abc");
	const rename = wordOf(() => renameSync({ oldPath: "small", newPath: "moved" }));
	const moved = yesNo(read("moved") === "abc");
	write("small", "new");
	const over = wordOf(() => renameSync({ oldPath: "small", newPath: "moved" }));
	const replaced = yesNo(read("moved") === "new");
	const names = NAME_LENGTHS.map((length) => `${length}:${yesNo(write("n".repeat(length), "x"))}`);
	const big = writeOnce("big", "x".repeat(BIG_BYTES));
	const kept = wordOf(() => sizeOf("big"));
	for (const path of ["small", "moved", "big", ...NAME_LENGTHS.map((length) => "n".repeat(length))]) {
		wordOf(() => rmSync({ path }));
	}
	return [
		`write=${small}`,
		`rename=${rename}`,
		`renamed=${moved}`,
		`over=${over}`,
		`replaced=${replaced}`,
		`at_end=${readAtEnd()}`,
		`names=${names.join(",")}`,
		`big=${big}/${kept}`,
	].join(" ");
};

function writeOnce(path: string, text: string): string {
	return wordOf(() => {
		const fd = openSync({ path, flag: O_WRONLY | O_CREAT | O_TRUNC });
		const written: unknown = writeSync({ fd, buffer: toBytes(text) });
		closeSync({ fd });
		return written;
	});
}

function readAtEnd(): string {
	if (!write("end", "x")) return "unknown";
	const fd = openSync({ path: "end", flag: O_RDONLY });
	const buffer = new ArrayBuffer(1);
	readSync({ fd, buffer });
	const says = wordOf(() => readSync({ fd, buffer }));
	closeSync({ fd });
	rmSync({ path: "end" });
	return says;
}
