/**
 * Where a package's code ends and the watch's begins, for the count of work: what runs behind the fence is the simulator's, and
 * a watch does it in its firmware. Rule: every function that a package is given is fenced, and every function of a package is
 * called by `asPackage`.
 */
declare function __charge(party: number): number;

/** Taken from the global object, where no package shall find it. */
const charge = __charge;
Reflect.deleteProperty(globalThis, "__charge");

/** `GUEST` and `HOUSE` of the engine. */
const PACKAGE = 0;
const WATCH = 1;

/** The same function, whose work is the watch's. */
export function fenced<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => R {
	return function fence(this: unknown, ...args: A): R {
		const before = charge(WATCH);
		try {
			return Reflect.apply(run, this, args);
		} finally {
			charge(before);
		}
	};
}

type Method = Parameters<typeof Reflect.apply>[0];

/** Calls a function of the package. */
export function asPackage(run: Method, self: unknown, args: readonly unknown[]): unknown {
	const before = charge(PACKAGE);
	try {
		return Reflect.apply(run, self, args);
	} finally {
		charge(before);
	}
}

/** Fences the methods, getters and setters that `target` has of its own. */
export function fenceMethods<T extends object>(target: T): T {
	fenceEach(target);
	return target;
}

function fenceEach(target: object): void {
	for (const name of Reflect.ownKeys(target)) {
		const known = Reflect.getOwnPropertyDescriptor(target, name);
		if (name === "constructor" || known === undefined) continue;
		if (typeof known.value === "function") known.value = fenced(known.value);
		if (known.get) known.get = fenced(known.get);
		if (known.set) known.set = fenced(known.set);
		Reflect.defineProperty(target, name, known);
	}
}
