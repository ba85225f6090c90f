/**
 * The Zepp app's settings storage as this page uses it. Owns the differences between versions of that app;
 * never a key's meaning. Rule: what is missing reads as "".
 */
export interface Storage {
	read(key: string): string;
	write(key: string, value: string): void;
	remove(key: string): void;
}

export function wrapStorage(storage: SettingsStorage): Storage {
	return {
		read: (key) => {
			const value: unknown = storage.getItem(key);
			return typeof value === "string" ? value : "";
		},
		write: (key, value) => storage.setItem(key, value),
		remove: (key) => {
			if (storage.removeItem === undefined) storage.setItem(key, "");
			else storage.removeItem(key);
		},
	};
}
