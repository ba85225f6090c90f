/** `settingsStorage` as both contexts see it (DOC settings-storage.mdx). Values are strings; others are made strings. */
import type { Guard } from "./basics.ts";
import type { StorageHost } from "./host.ts";

type Change = { key: string; newValue: string | undefined; oldValue: string | undefined };
type Listener = (change: Change) => void;

export type Storage = { api: Record<string, unknown>; tell(change: Change): void };

export function createStorage(host: StorageHost, guard: Guard): Storage {
	let listeners: Listener[] = [];
	const api: Record<string, unknown> = {
		getItem: (key: unknown) => host.get(String(key)),
		setItem: (key: unknown, value: unknown) => host.set(String(key), typeof value === "string" ? value : String(value)),
		clear: () => host.clear(),
		toObject: () => JSON.parse(host.all()) as Record<string, string>,
		addListener(event: unknown, listener: unknown) {
			if (event === "change" && typeof listener === "function") listeners = [...listeners, listener as Listener];
		},
		// zml calls it without a listener to remove them all.
		removeListener(event: unknown, listener?: unknown) {
			if (event === "change") listeners = listeners.filter((known) => listener !== undefined && known !== listener);
		},
	};
	if (host.removable) api.removeItem = (key: unknown) => host.remove(String(key));
	Object.defineProperty(api, "length", { get: () => Object.keys(JSON.parse(host.all()) as object).length });
	return {
		api,
		tell(change) {
			for (const listener of listeners) guard("a settings listener", () => listener({ ...change }));
		},
	};
}
