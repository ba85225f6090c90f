/** What a decoder keeps to, whatever it is given. Owns the shapes of targets and of what decoders give. */

/**
 * `check` is null where all is well, else what is wrong; an exception is always wrong. `samples` are right, so that
 * cases can be made that are right but for a few changes.
 */
export type Target = { name: string } & (
	| { takes: "value"; samples?: readonly unknown[]; check(value: unknown): string | null }
	/** The text of a sample is its JSON, or the sample where it is a text. */
	| { takes: "text"; samples?: readonly unknown[]; check(text: string): string | null }
	| { takes: "bytes"; samples?: readonly Uint8Array[]; check(bytes: Uint8Array): string | null }
);

/** Null where a value has the shape, else where it does not. */
export type Shape = (value: unknown) => string | null;

export function text(most: number, least = 0): Shape {
	return (value) => {
		if (typeof value !== "string") return "is no text";
		return value.length <= most && value.length >= least ? null : `has ${value.length} units`;
	};
}

/** A whole number from 0. */
export function count(most: number = Number.MAX_SAFE_INTEGER): Shape {
	const fits = (value: number) => Number.isSafeInteger(value) && value >= 0 && value <= most;
	return (value) => (typeof value === "number" && fits(value) ? null : `is no count up to ${most}`);
}

export function amount(most: number): Shape {
	return (value) => (typeof value === "number" && value >= 0 && value <= most ? null : `is no number up to ${most}`);
}

export function oneOf(...options: readonly unknown[]): Shape {
	return (value) => (options.includes(value) ? null : "is none of its options");
}

export function listOf(item: Shape, most = Number.POSITIVE_INFINITY): Shape {
	return (value) => {
		if (!Array.isArray(value)) return "is no list";
		if (value.length > most) return `has ${value.length} items`;
		return value.map(item).find((why) => why !== null) ?? null;
	};
}

/** These fields and no others; a name that ends in `?` may be missing. */
export function fields(shapes: Readonly<Record<string, Shape>>): Shape {
	const known = having(shapes);
	const names = new Set(Object.keys(shapes).map((name) => name.replace(/\?$/, "")));
	return (value) => {
		const why = known(value);
		if (why !== null) return why;
		const [more] = Object.entries(Object(value)).filter(([name, field]) => !names.has(name) && field !== undefined);
		return more === undefined ? null : `${more[0]} is unknown`;
	};
}

/** These fields, whatever others there are. */
export function having(shapes: Readonly<Record<string, Shape>>): Shape {
	const known = Object.entries(shapes).map(([name, shape]) => ({
		name: name.replace(/\?$/, ""),
		shape,
		mayMiss: name.endsWith("?"),
	}));
	return (value) => {
		if (typeof value !== "object" || value === null || Array.isArray(value)) return "is no object";
		const given = new Map<string, unknown>(Object.entries(value));
		for (const { name, shape, mayMiss } of known) {
			const field = given.get(name);
			const why = field === undefined ? (mayMiss ? null : "is missing") : shape(field);
			if (why !== null) return `${name} ${why}`;
		}
		return null;
	};
}

/** By the field that tells which. */
export function union(tag: string, kinds: Readonly<Record<string, Shape>>): Shape {
	const one = new Map(Object.entries(kinds));
	return (value) => {
		if (typeof value !== "object" || value === null) return "is no object";
		const kind = Object.entries(value).find(([name]) => name === tag)?.[1];
		const shape = typeof kind === "string" ? one.get(kind) : undefined;
		return shape === undefined ? `${tag} is unknown` : shape(value);
	};
}

export function same(one: unknown, other: unknown, what: string): string | null {
	return JSON.stringify(one) === JSON.stringify(other) ? null : `${what} is not itself again`;
}

/** The first complaint. */
export function first(...complaints: readonly (string | null)[]): string | null {
	return complaints.find((why) => why !== null) ?? null;
}
