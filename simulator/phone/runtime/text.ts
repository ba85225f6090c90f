/** How a phone context turns logged values into one line of text, with the `%d %s %j` that zml's logger uses. */
export function formatLog(values: readonly unknown[]): string {
	const [first, ...rest] = values;
	if (typeof first !== "string" || !first.includes("%")) return values.map(inspect).join(" ");
	const left = [...rest];
	const text = first.replace(/%[sdifjoO]/g, (mark) => (left.length === 0 ? mark : inspect(left.shift())));
	return [text, ...left.map(inspect)].join(" ");
}

export function inspect(value: unknown): string {
	if (typeof value === "string") return value;
	if (value instanceof Error) return value.stack ?? `${value.name}: ${value.message}`;
	if (typeof value !== "object" || value === null) return String(value);
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return String(value);
	}
}
