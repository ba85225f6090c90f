/**
 * What watch and phone keep when everything that runs is gone. Owns where it is; never what it means. The phone's part
 * holds the person's API key: without a folder nothing of it is written to a disk.
 */
import { join } from "node:path";
import { createSettingsStorage, type SettingsStorage } from "./phone/settings-storage.ts";
import { directoryStorage, memoryStorage, type WatchStorage } from "./watch/storage.ts";

export interface State {
	readonly watch: WatchStorage;
	/** The settings storage of one app on the phone; the same one at each call. */
	settings(appId: number): SettingsStorage;
}

/** `folder` null keeps it in memory, as long as the returned object. */
export function openState(folder: string | null): State {
	const opened = new Map<number, SettingsStorage>();
	return {
		watch: folder === null ? memoryStorage() : directoryStorage(join(folder, "watch")),
		settings(appId) {
			const known = opened.get(appId);
			if (known) return known;
			const storage = createSettingsStorage(folder === null ? null : join(folder, "phone", `settings-${appId}.json`));
			opened.set(appId, storage);
			return storage;
		},
	};
}
