/**
 * What a watch keeps when everything else is gone: a data folder and a localStorage text for each app. Owns the bytes;
 * never descriptors or permissions. Rule: a write or rename is whole or has not happened, and is there for the next
 * process at once.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { makePrivateFolder, writePrivate } from "../private-files.ts";

/** Paths are relative to the app's folder, with `/`, without `..`. */
export interface WatchStorage {
	read(appId: number, path: string): Uint8Array | undefined;
	/** Makes or replaces the file. False where its folder does not exist. */
	write(appId: number, path: string, bytes: Uint8Array): boolean;
	/** A file, or a folder with all in it. False where there is neither. */
	remove(appId: number, path: string): boolean;
	/** Replaces what is at `to`. False where there is nothing at `from`. */
	rename(appId: number, from: string, to: string): boolean;
	makeFolder(appId: number, path: string): boolean;
	/** Names in a folder ("" is the app's own), sorted; undefined where there is no such folder. */
	list(appId: number, folder: string): string[] | undefined;
	readText(appId: number): string | undefined;
	writeText(appId: number, text: string): void;
}

/** Lives as long as the object. */
export function memoryStorage(): WatchStorage {
	const files = new Map<string, Uint8Array>();
	const folders = new Set<string>();
	const texts = new Map<number, string>();
	const key = (appId: number, path: string) => `${appId}/${path}`;
	const hasFolder = (appId: number, path: string) => path === "" || folders.has(key(appId, path));
	return {
		read: (appId, path) => files.get(key(appId, path))?.slice(),
		write(appId, path, bytes) {
			if (!hasFolder(appId, parentOf(path)) || folders.has(key(appId, path))) return false;
			files.set(key(appId, path), bytes.slice());
			return true;
		},
		remove(appId, path) {
			const inside = [...files.keys()].filter((name) => name.startsWith(`${key(appId, path)}/`));
			const isFolder = folders.delete(key(appId, path));
			for (const name of isFolder ? inside : []) files.delete(name);
			return files.delete(key(appId, path)) || isFolder;
		},
		rename(appId, from, to) {
			const bytes = files.get(key(appId, from));
			if (!bytes || !hasFolder(appId, parentOf(to))) return false;
			files.delete(key(appId, from));
			files.set(key(appId, to), bytes);
			return true;
		},
		makeFolder(appId, path) {
			if (!hasFolder(appId, parentOf(path)) || files.has(key(appId, path))) return false;
			folders.add(key(appId, path));
			return true;
		},
		list(appId, folder) {
			if (!hasFolder(appId, folder)) return undefined;
			const prefix = folder === "" ? `${appId}/` : `${key(appId, folder)}/`;
			const inside = [...files.keys(), ...folders].filter((name) => name.startsWith(prefix));
			return inside
				.map((name) => name.slice(prefix.length))
				.filter((name) => name !== "" && !name.includes("/"))
				.sort();
		},
		readText: (appId) => texts.get(appId),
		writeText: (appId, text) => {
			texts.set(appId, text);
		},
	};
}

/** Lives in `folder` on the desktop's disk, for `--state`. */
export function directoryStorage(folder: string): WatchStorage {
	const root = (appId: number) => join(folder, String(appId), "data");
	const at = (appId: number, path: string) => join(root(appId), path);
	const textAt = (appId: number) => join(folder, String(appId), "local-storage.json");
	const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
	const ownFolder = (appId: number) => makePrivateFolder(root(appId));
	return {
		read: (appId, path) => (isFile(at(appId, path)) ? new Uint8Array(readFileSync(at(appId, path))) : undefined),
		write(appId, path, bytes) {
			ownFolder(appId);
			if (!isFolder(dirname(at(appId, path))) || isFolder(at(appId, path))) return false;
			writePrivate(at(appId, path), bytes);
			return true;
		},
		remove(appId, path) {
			if (!existsSync(at(appId, path))) return false;
			rmSync(at(appId, path), { recursive: true });
			return true;
		},
		rename(appId, from, to) {
			if (!isFile(at(appId, from)) || !isFolder(dirname(at(appId, to)))) return false;
			renameSync(at(appId, from), at(appId, to));
			return true;
		},
		makeFolder(appId, path) {
			ownFolder(appId);
			if (!isFolder(dirname(at(appId, path))) || isFile(at(appId, path))) return false;
			makePrivateFolder(at(appId, path));
			return true;
		},
		list(appId, path) {
			ownFolder(appId);
			return isFolder(at(appId, path)) ? readdirSync(at(appId, path)).sort() : undefined;
		},
		readText: (appId) => (isFile(textAt(appId)) ? readFileSync(textAt(appId), "utf8") : undefined),
		writeText(appId, text) {
			ownFolder(appId);
			writePrivate(textAt(appId), text);
		},
	};
}

function isFile(path: string): boolean {
	return existsSync(path) && statSync(path).isFile();
}

function parentOf(path: string): string {
	return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
