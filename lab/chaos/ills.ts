/**
 * What watch and phone are kept on, and the clocks they read, where a run of chaos can spoil them. Owns the ways in which they
 * fail; never when. Rule: what a run reads of them afterwards, it reads past all this.
 */
import type { State } from "../../simulator/index.ts";

/** How a write of the phone's store fails. */
export type StoreIll = "throws" | "drops";

export type Ills = {
	state: State;
	/** The next writes of the Side Service fail so. */
	spoilStore(ills: readonly StoreIll[]): void;
	/** The watch's disk takes no byte. */
	fillDisk(isFull: boolean): void;
	/** By how much the clocks of watch and phone are ahead, in ms. */
	clocks: { watch: number; phone: number };
};

export function createIlls(sound: State): Ills {
	let store: StoreIll[] = [];
	let isFull = false;
	return {
		state: {
			watch: {
				...sound.watch,
				write: (appId, path, bytes) => !isFull && sound.watch.write(appId, path, bytes),
			},
			settings(appId) {
				const storage = sound.settings(appId);
				return {
					...storage,
					set(key, value, by) {
						const ill = by === "service" ? store.shift() : undefined;
						if (ill === "throws") throw new Error("QuotaExceededError");
						if (ill === undefined) storage.set(key, value, by);
					},
				};
			},
		},
		spoilStore(ills) {
			store = [...ills];
		},
		fillDisk(full) {
			isFull = full;
		},
		clocks: { watch: 0, phone: 0 },
	};
}
