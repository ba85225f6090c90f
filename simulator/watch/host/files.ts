/**
 * `@zos/fs` on the watch's storage. Owns descriptors and paths. Rule: an app writes in its own folder only; another app's
 * (`options.appId`) it can read. What fails answers -1, or undefined where the documentation says so, and never throws.
 */
import { type AppContext, type Operations, perApp } from "../context.ts";
import { bytesIn, bytesValue, isRecord, numberOr } from "../values.ts";

type OpenFile = { appId: number; path: string; source: "data" | "assets"; flags: number; position: number };

/** DOC fs/openSync names them; the numbers are those of other systems. */
export const OPEN_FLAGS = {
	O_RDONLY: 0,
	O_WRONLY: 1,
	O_RDWR: 2,
	O_APPEND: 8,
	O_CREAT: 512,
	O_TRUNC: 1024,
	O_EXCL: 2048,
} as const;

const openFiles = perApp(() => new Map<number, OpenFile>());

const FAILED = -1;
const ACCESS_MASK = 3;
const FIRST_DESCRIPTOR = 3;

export const FILE_OPERATIONS: Operations = {
	"@zos/fs.openSync"(app, option) {
		const { path, flag, options } = isRecord(option) ? option : {};
		const owner = isRecord(options) ? numberOr(options.appId, app.appId) : app.appId;
		return open(app, owner, String(path), numberOr(flag, OPEN_FLAGS.O_RDONLY));
	},
	"@zos/fs.openAssetsSync": (app, option) => openAsset(app, cleanPath(pathOf(option))),
	"@zos/fs.closeSync"(app, option) {
		const fd = isRecord(option) ? option.fd : option;
		return openFiles(app).delete(numberOr(fd, FAILED)) ? 0 : FAILED;
	},
	"fs.read"(app, fd, length, position) {
		const file = openFiles(app).get(numberOr(fd, FAILED));
		const whole = file && contentOf(app, file);
		if (!file || !whole || (file.flags & ACCESS_MASK) === OPEN_FLAGS.O_WRONLY) return FAILED;
		const start = typeof position === "number" ? position : file.position;
		const part = whole.subarray(start, start + numberOr(length, 0));
		if (typeof position !== "number") file.position = start + part.length;
		return bytesValue(part);
	},
	"fs.write"(app, fd, data, position) {
		const file = openFiles(app).get(numberOr(fd, FAILED));
		const bytes = bytesIn(data);
		if (!file || !bytes || !isWritable(file.flags) || !mayWrite(app)) return FAILED;
		const taken = bytes.subarray(0, app.system.writeLimitBytes);
		const whole = contentOf(app, file) ?? new Uint8Array();
		const start =
			typeof position === "number" ? position : file.flags & OPEN_FLAGS.O_APPEND ? whole.length : file.position;
		if (!app.system.storage.write(file.appId, file.path, splice(whole, start, taken))) return FAILED;
		if (typeof position !== "number") file.position = start + taken.length;
		return taken.length;
	},
	"fs.writeFile"(app, path, data) {
		const bytes = bytesIn(data);
		const file = typeof path === "number" ? openFiles(app).get(path) : undefined;
		if (bytes && mayWrite(app)) app.system.storage.write(app.appId, file?.path ?? cleanPath(String(path)), bytes);
	},
	"fs.size": (app, path) => readable(app, String(path))?.length,
	"fs.slice": (app, path, start, length) =>
		bytesValue(
			(readable(app, String(path)) ?? new Uint8Array()).subarray(Number(start), Number(start) + Number(length)),
		),
	"@zos/fs.statSync": (app, option) => stat(readable(app, pathOf(option))),
	"@zos/fs.statAssetsSync": (app, option) => stat(assetOf(app, cleanPath(pathOf(option)))),
	"@zos/fs.rmSync": (app, option) => (app.system.storage.remove(app.appId, cleanPath(pathOf(option))) ? 0 : FAILED),
	"@zos/fs.renameSync"(app, option) {
		const { oldPath, newPath } = isRecord(option) ? option : {};
		return app.system.storage.rename(app.appId, cleanPath(String(oldPath)), cleanPath(String(newPath))) ? 0 : FAILED;
	},
	"@zos/fs.mkdirSync": (app, option) =>
		app.system.storage.makeFolder(app.appId, cleanPath(pathOf(option))) ? 0 : FAILED,
	"@zos/fs.readdirSync": (app, option) => app.system.storage.list(app.appId, cleanPath(pathOf(option))),
};

function open(app: AppContext, owner: number, rawPath: string, flags: number): number {
	const path = cleanPath(rawPath);
	if (rawPath.startsWith("assets://")) return openAsset(app, path);
	const { storage } = app.system;
	if (isWritable(flags) && !mayWrite(app)) return FAILED;
	if (owner !== app.appId && isWritable(flags)) {
		app.log("warn", "@zos/fs", `another app's files can only be read: ${path} of ${owner}`);
		return FAILED;
	}
	const existing = storage.read(owner, path);
	if (existing && flags & OPEN_FLAGS.O_CREAT && flags & OPEN_FLAGS.O_EXCL) return FAILED;
	if (!existing && !(flags & OPEN_FLAGS.O_CREAT)) return FAILED;
	const emptied = existing === undefined || (flags & OPEN_FLAGS.O_TRUNC) !== 0;
	if (emptied && !storage.write(owner, path, new Uint8Array())) return FAILED;
	return descriptor(app, { appId: owner, path, source: "data", flags, position: 0 });
}

/** DOC guides/framework/device/app-service: a service writes only while the screen is dark. */
function mayWrite(app: AppContext): boolean {
	if (app.kind !== "service" || app.system.screen() !== "on") return true;
	app.log("warn", "@zos/fs", "a service writes no file while the screen is on");
	return false;
}

function openAsset(app: AppContext, path: string): number {
	if (!assetOf(app, path)) return FAILED;
	return descriptor(app, { appId: app.appId, path, source: "assets", flags: OPEN_FLAGS.O_RDONLY, position: 0 });
}

function descriptor(app: AppContext, file: OpenFile): number {
	let fd = FIRST_DESCRIPTOR;
	while (openFiles(app).has(fd)) fd++;
	openFiles(app).set(fd, file);
	return fd;
}

function isWritable(flags: number): boolean {
	return (flags & ACCESS_MASK) !== OPEN_FLAGS.O_RDONLY || (flags & (OPEN_FLAGS.O_CREAT | OPEN_FLAGS.O_TRUNC)) !== 0;
}

function contentOf(app: AppContext, { source, appId, path }: OpenFile): Uint8Array | undefined {
	return source === "assets" ? assetOf(app, path) : app.system.storage.read(appId, path);
}

function readable(app: AppContext, path: string): Uint8Array | undefined {
	return path.startsWith("assets://")
		? assetOf(app, cleanPath(path))
		: app.system.storage.read(app.appId, cleanPath(path));
}

function assetOf(app: AppContext, path: string): Uint8Array | undefined {
	return app.package.deviceFiles.get(`assets/${path}`);
}

function stat(bytes: Uint8Array | undefined): { size: number } | undefined {
	return bytes && { size: bytes.length };
}

function pathOf(option: unknown): string {
	return String(isRecord(option) ? option.path : option);
}

/** COM: `data://x`, `/x` and `x` are the same file. `..` cannot leave the folder. */
export function cleanPath(path: string): string {
	const parts = path.replace(/^(?:data|assets):\/\//, "").split("/");
	return parts.filter((part) => part !== "" && part !== "." && part !== "..").join("/");
}

function splice(whole: Uint8Array, start: number, part: Uint8Array): Uint8Array {
	const result = new Uint8Array(Math.max(whole.length, start + part.length));
	result.set(whole);
	result.set(part, start);
	return result;
}
