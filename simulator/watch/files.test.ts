import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bench } from "./__fixtures__/bench.ts";
import { directoryStorage, memoryStorage, type WatchStorage } from "./storage.ts";

const scratch = mkdtempSync(join(tmpdir(), "watch-storage-"));
afterAll(() => rmSync(scratch, { recursive: true }));

let folders = 0;
const KINDS: [string, () => WatchStorage][] = [
	["in memory", memoryStorage],
	["in a directory", () => directoryStorage(join(scratch, String(folders++)))],
];

describe.each(KINDS)("storage %s", (_name, open) => {
	const bytes = (...values: number[]) => Uint8Array.from(values);

	test("keeps files by app and path, and gives copies", () => {
		const storage = open();
		const written = bytes(1, 2);
		expect(storage.write(1, "a", written)).toBe(true);
		written[0] = 9;
		storage.read(1, "a")?.fill(7);
		expect(storage.read(1, "a")).toEqual(bytes(1, 2));
		expect(storage.read(2, "a")).toBeUndefined();
		expect(storage.write(1, "none/b", bytes(1))).toBe(false);
	});

	test("renames over what is there, and removes", () => {
		const storage = open();
		storage.write(1, "new", bytes(1));
		storage.write(1, "old", bytes(2));
		expect(storage.rename(1, "new", "old")).toBe(true);
		expect(storage.rename(1, "new", "old")).toBe(false);
		expect(storage.list(1, "")).toEqual(["old"]);
		expect(storage.read(1, "old")).toEqual(bytes(1));
		expect(storage.remove(1, "old")).toBe(true);
		expect(storage.remove(1, "old")).toBe(false);
	});

	test("has folders, which go with what is in them", () => {
		const storage = open();
		expect(storage.makeFolder(1, "d")).toBe(true);
		storage.write(1, "d/x", bytes(1));
		expect(storage.list(1, "d")).toEqual(["x"]);
		expect(storage.list(1, "e")).toBeUndefined();
		storage.remove(1, "d");
		expect(storage.read(1, "d/x")).toBeUndefined();
	});

	test("keeps one text for each app", () => {
		const storage = open();
		storage.writeText(1, '{"a":1}');
		expect([storage.readText(1), storage.readText(2)]).toEqual(['{"a":1}', undefined]);
	});
});

/** Runs `code` on a page that can write; several in a row share the storage. */
function runner(options: Parameters<typeof bench>[0] = {}) {
	const storage = memoryStorage();
	return (code: string, appId = 20001): string[] => {
		const { watch, install, said } = bench({ storage, ...options });
		const script = `const fs = r('@zos/fs'), bytes = (...v) => Uint8Array.from(v).buffer;
			Page({ build() { try { ${code} } catch (e) { console.log(e.message) } } })`;
		install({
			appId,
			scripts: { "page/index": script },
			permissions: ["device:os.local_storage"],
			assets: { "raw/a.txt": Uint8Array.from([104, 105]) },
		});
		watch.launch(appId);
		return said();
	};
}

describe("@zos/fs", () => {
	test("writes and reads bytes at the position of the descriptor", () => {
		const run = runner();
		run(`const fd = fs.openSync({ path: 'a', flag: fs.O_RDWR | fs.O_CREAT }); const all = Uint8Array.from({ length: 256 }, (_, i) => i)
			fs.writeSync({ fd, buffer: all.buffer }); fs.writeSync({ fd, buffer: bytes(7, 8, 9), options: { offset: 1, length: 1 } }); fs.closeSync({ fd })`);
		const said = run(`const fd = fs.openSync({ path: 'data://a' }); const b = new ArrayBuffer(300);
			console.log(fs.readSync({ fd, buffer: b }), fs.readSync({ fd, buffer: b }), new Uint8Array(b)[255], new Uint8Array(b)[256])
			console.log(fs.readSync({ fd, buffer: b, options: { position: 254, length: 2, offset: 1 } }), new Uint8Array(b).slice(0, 3).join())
			console.log(fs.statSync({ path: 'a' }).size, fs.statSync({ path: 'b' }))`);
		expect(said).toEqual(["257 0 255 8", "2 0,254,255", "257 undefined"]);
	});

	test("keeps texts whole whatever is in them, and large files too", () => {
		const run = runner();
		const said =
			run(`const text = 'nul \\u0000 and 🙂 '.repeat(2000); fs.writeFileSync({ path: 't', data: text, options: { encoding: 'utf8' } })
			console.log(fs.readFileSync({ path: 't', options: { encoding: 'utf8' } }) === text, fs.readFileSync({ path: 't' }).byteLength, fs.readFileSync({ path: 'none' }))`);
		expect(said).toEqual(["true 30000 undefined"]);
	});

	test("may write short, as a watch does", () => {
		const run = runner({ writeLimitBytes: 3 });
		const said =
			run(`const fd = fs.openSync({ path: 'a', flag: fs.O_WRONLY | fs.O_CREAT }); console.log(fs.writeSync({ fd, buffer: bytes(1, 2, 3, 4, 5) }))
			console.log(fs.writeSync({ fd, buffer: bytes(1, 2, 3, 4, 5), options: { offset: 3 } })); console.log(fs.statSync({ path: 'a' }).size)`);
		expect(said).toEqual(["3", "2", "5"]);
	});

	test("opens what is there by its flags only", () => {
		const run = runner();
		const open = (flags: string) => `fs.openSync({ path: 'f', flag: ${flags} }) >= 0`;
		const said =
			run(`console.log(${open("fs.O_RDONLY")}, ${open("fs.O_WRONLY")}, ${open("fs.O_WRONLY | fs.O_CREAT | fs.O_EXCL")},
			${open("fs.O_WRONLY | fs.O_CREAT | fs.O_EXCL")}, ${open("fs.O_RDONLY")})
			const fd = fs.openSync({ path: 'f', flag: fs.O_RDONLY }); console.log(fs.writeSync({ fd, buffer: bytes(1) }), fs.closeSync(fd), fs.closeSync(fd))`);
		expect(said).toEqual(["false false true false true", "-1 0 -1"]);
	});

	test("reads another app's file, and never writes one", () => {
		const run = runner();
		run("fs.writeFileSync({ path: 'glance.json', data: 'hello' })", 20002);
		const said = run(`const of = { options: { appId: 20002 }, path: 'glance.json' };
			const fd = fs.openSync({ ...of, flag: fs.O_RDONLY }); const b = new ArrayBuffer(5); fs.readSync({ fd, buffer: b })
			console.log(Buffer.from(b).toString(), fs.openSync({ ...of, flag: fs.O_RDWR }), fs.openSync({ path: 'glance.json' }))`);
		expect(said).toEqual(["another app's files can only be read: glance.json of 20002", "hello -1 -1"]);
	});

	test("reads assets, renames, lists and removes", () => {
		const run = runner();
		const said =
			run(`const fd = fs.openAssetsSync({ path: 'raw/a.txt' }); const b = new ArrayBuffer(2); fs.readSync({ fd, buffer: b })
			console.log(Buffer.from(b).toString(), fs.statAssetsSync({ path: 'raw/a.txt' }).size, fs.openAssetsSync({ path: 'none' }))
			fs.mkdirSync('d'); fs.writeFileSync({ path: 'd/x', data: '1' })
			console.log(fs.renameSync({ oldPath: 'd/x', newPath: 'y' }), fs.readdirSync({ path: '' }).join(), fs.readdirSync({ path: 'z' }), fs.rmSync('y'), fs.rmSync('y'))`);
		expect(said).toEqual(["hi 2 -1", "0 d,y undefined 0 -1"]);
	});

	test("keeps localStorage over starts and sessionStorage within one", () => {
		const run = runner();
		run(
			"const { localStorage: l, sessionStorage: s } = r('@zos/storage'); l.setItem('a', { n: 1 }); s.setItem('a', 2); console.log(s.getItem('a'))",
		);
		const said =
			run(`const { localStorage: l, sessionStorage: s } = r('@zos/storage'); console.log(l.getItem('a').n, s.getItem('a'), l.getItem('b', 'or'))
			l.removeItem('a'); console.log(l.getItem('a'))`);
		expect(said).toEqual(["1 undefined or", "undefined"]);
	});
});
