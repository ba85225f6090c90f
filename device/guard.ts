/** Null where `act` threw: what a watch lacks or refuses must not end the screen that asked for it. */
export function attempt<T>(act: () => T): T | null {
	try {
		return act();
	} catch {
		return null;
	}
}
