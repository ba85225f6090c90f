/** What is made when it is first asked for, and then kept. Pure. */
export function lazily<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => {
		made = made ?? { value: make() };
		return made.value;
	};
}
