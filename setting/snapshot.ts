/** All that the page shows, read from the settings storage in one go. The key leaves here as its last four characters. */
import { findPreset, keyOf, type Preset, readSettings, type Settings } from "../core/settings.ts";
import { readTest, type Test } from "./command.ts";
import { tailOf } from "./key.ts";
import type { Storage } from "./storage.ts";

export type Snapshot = {
	settings: Settings;
	preset: Preset;
	/** The last four characters of the chosen provider's key, or "" without one. */
	keyTail: string;
	test: Test;
};

export function readSnapshot(storage: Storage): Snapshot {
	const settings = readSettings(storage.read);
	const preset = findPreset(settings.provider);
	if (preset === undefined) throw new Error(`no preset for ${settings.provider}`);
	return { settings, preset, keyTail: tailOf(keyOf(storage.read, settings.provider)), test: readTest(storage) };
}
