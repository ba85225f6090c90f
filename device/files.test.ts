/** Against a disk with the manners that watches differ in (docs/evidence.md, "Files"): none of it may show. */
import { afterEach, describe, expect, it, vi } from "vitest";

const disk = vi.hoisted(() => ({
	held: new Map<string, number[]>(),
	/** What is opened, and how far it was read or written. */
	open: new Map<number, { path: string; at: number }>(),
	renames: "works" as "works" | "answers-undefined" | "answers-true" | "throws" | "does-nothing" | "refuses-existing",
	readThrows: false,
	/** Bytes that a write takes at most, and that the disk has room for in all. */
	writeMost: Number.POSITIVE_INFINITY,
	room: Number.POSITIVE_INFINITY,
	removes: true,
}));

const MODES = { O_RDONLY: 0, O_WRONLY: 1, O_CREAT: 512, O_TRUNC: 1024 };

/** A stand-in, since nothing on a desktop has these manners; the packed code runs on the simulator's disk elsewhere. */
vi.mock("@zos/fs", () => ({
	...MODES,
	openSync: ({ path, flag }: { path: string; flag: number }) => {
		if (!disk.held.has(path) && (flag & MODES.O_CREAT) === 0) return -1;
		if ((flag & MODES.O_TRUNC) !== 0 || !disk.held.has(path)) disk.held.set(path, []);
		const fd = disk.open.size + 3;
		disk.open.set(fd, { path, at: 0 });
		return fd;
	},
	closeSync: () => 0,
	readSync: ({ fd, buffer }: { fd: number; buffer: ArrayBuffer }) => {
		const file = disk.open.get(fd);
		const bytes = disk.held.get(file?.path ?? "") ?? [];
		const part = bytes.slice(file?.at, (file?.at ?? 0) + buffer.byteLength);
		if (part.length === 0 && disk.readThrows) throw new Error("end of file");
		new Uint8Array(buffer).set(part);
		if (file !== undefined) file.at += part.length;
		return part.length;
	},
	writeSync: (what: { fd: number; buffer: ArrayBuffer; options: { offset: number; length: number } }) => {
		const { offset, length } = what.options;
		const file = disk.open.get(what.fd);
		const bytes = disk.held.get(file?.path ?? "") ?? [];
		const used = [...disk.held.values()].reduce((sum, { length: size }) => sum + size, 0);
		const taken = Math.min(length, disk.writeMost, disk.room - used);
		if (taken <= 0) return -1;
		bytes.push(...new Uint8Array(what.buffer, offset, taken));
		return taken;
	},
	statSync: ({ path }: { path: string }) => (disk.held.has(path) ? { size: disk.held.get(path)?.length } : undefined),
	rmSync: ({ path }: { path: string }) => (disk.removes && disk.held.delete(path) ? 0 : -1),
	renameSync: ({ oldPath, newPath }: { oldPath: string; newPath: string }) => {
		if (disk.renames === "throws") throw new Error("rename");
		if (disk.renames === "does-nothing") return 0;
		if (disk.renames === "refuses-existing" && disk.held.has(newPath)) return -1;
		disk.held.set(newPath, disk.held.get(oldPath) ?? []);
		disk.held.delete(oldPath);
		return { "answers-undefined": undefined, "answers-true": true }[String(disk.renames)] ?? 0;
	},
}));

const { files } = await import("./files.ts");

const LONG = JSON.stringify({ text: "Grüße 🙂 ".repeat(300) });
const names = () => [...disk.held.keys()].sort();

afterEach(() => {
	disk.held.clear();
	Object.assign(disk, { renames: "works", readThrows: false, removes: true });
	Object.assign(disk, { writeMost: Number.POSITIVE_INFINITY, room: Number.POSITIVE_INFINITY });
});

describe("a file", () => {
	it.each(["works", "answers-undefined", "answers-true", "throws", "does-nothing", "refuses-existing"] as const)(
		"takes the place of another where a rename %s",
		(renames) => {
			disk.renames = renames;
			for (const text of ['{"a":1}', '{"a":2}', LONG]) {
				files.write("new", text);
				expect(files.replace("new", "old")).toBe(true);
				expect(JSON.parse(files.read("old") ?? "")).toEqual(JSON.parse(text));
				expect(names()).toEqual(["old"]);
			}
		},
	);

	it("is read to its end where the end throws", () => {
		files.write("a", LONG);
		disk.readThrows = true;
		expect(JSON.parse(files.read("a") ?? "")).toEqual(JSON.parse(LONG));
	});

	it("is written whole where a write takes little, and not at all counts where the disk is full", () => {
		disk.writeMost = 7;
		expect(files.write("a", LONG)).toBe(true);
		expect(JSON.parse(files.read("a") ?? "")).toEqual(JSON.parse(LONG));
		disk.room = 5000;
		expect(files.write("b", LONG)).toBe(false);
	});

	it("is gone only where it is gone", () => {
		files.write("a", "{}");
		disk.removes = false;
		expect(files.remove("a")).toBe(false);
		disk.removes = true;
		expect([files.remove("a"), files.remove("a")]).toEqual([true, true]);
	});

	it("that cannot be moved, for want of room and of renames, is still there", () => {
		files.write("from", LONG);
		Object.assign(disk, { renames: "does-nothing", room: 6000 });
		expect(files.replace("from", "to")).toBe(false);
		expect(JSON.parse(files.read("from") ?? "")).toEqual(JSON.parse(LONG));
	});
});
