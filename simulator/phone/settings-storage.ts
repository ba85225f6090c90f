/**
 * The settings storage of one app on the phone. Owns its strings and where they are kept; never what they mean. Rule:
 * with a file, every change is on the disk, whole, before `set` returns.
 */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { makePrivateFolder, writePrivate } from "../private-files.ts";

/** Who wrote: the Side Service hears only of what the page wrote; `desktop` is a state set before a run. */
export type Writer = "page" | "service" | "desktop";

export type SettingChange = { key: string; newValue: string | undefined; oldValue: string | undefined; by: Writer };

export interface SettingsStorage {
	/** Undefined for a key that is not set (INF: what a phone gives is not documented). */
	get(key: string): string | undefined;
	set(key: string, value: string, by: Writer): void;
	remove(key: string, by: Writer): void;
	clear(by: Writer): void;
	all(): Record<string, string>;
	/** Tells of each value that differs from before; the returned function stops it. */
	onChange(listener: (change: SettingChange) => void): () => void;
}

/** `file` null keeps it in memory. */
export function createSettingsStorage(file: string | null): SettingsStorage {
	const values = new Map<string, string>(file === null ? [] : Object.entries(readValues(file)));
	const listeners = new Set<(change: SettingChange) => void>();

	function change(key: string, newValue: string | undefined, by: Writer): void {
		const oldValue = values.get(key);
		if (newValue === oldValue) return;
		if (newValue === undefined) values.delete(key);
		else values.set(key, newValue);
		if (file !== null) writeValues(file, Object.fromEntries(values));
		for (const listener of [...listeners]) listener({ key, newValue, oldValue, by });
	}

	return {
		get: (key) => values.get(key),
		set: change,
		remove: (key, by) => change(key, undefined, by),
		clear(by) {
			for (const key of [...values.keys()]) change(key, undefined, by);
		},
		all: () => Object.fromEntries(values),
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

/** A file that is missing is no settings; one that is broken says so rather than being overwritten. */
function readValues(file: string): Record<string, string> {
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
		throw error;
	}
	const decoded: unknown = JSON.parse(text);
	if (typeof decoded !== "object" || decoded === null) throw new Error(`${file} holds no settings`);
	return Object.fromEntries(Object.entries(decoded).map(([key, value]) => [key, String(value)]));
}

function writeValues(file: string, values: Record<string, string>): void {
	makePrivateFolder(dirname(file));
	writePrivate(file, JSON.stringify(values, null, "\t"));
}
