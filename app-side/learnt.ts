/**
 * What was learnt of a model by its refusals: the changes without which it takes no question. Owns their
 * place in the settings storage. Rule: bounded, the latest models first; what cannot be read is not known,
 * and costs one more refusal.
 */
import { isFields, parseJson } from "../core/json.ts";
import { SETTING } from "../core/settings/settings.ts";
import { put } from "./keeping.ts";
import type { Storage } from "./ports.ts";
import type { Amend } from "./providers/amends.ts";
import type { Endpoint } from "./providers/provider.ts";

const MODELS_MAX = 24;
const AMENDS_MAX = 8;
const TEXT_MAX = 120;

type Row = { at: string; amends: readonly Amend[] };

export function recall(storage: Storage, provider: string, endpoint: Endpoint): readonly Amend[] {
	return read(storage).find(({ at }) => at === placeOf(provider, endpoint))?.amends ?? [];
}

/** A later change of the same field takes the place of an earlier one. */
export function learn(storage: Storage, provider: string, endpoint: Endpoint, amends: readonly Amend[]): void {
	const at = placeOf(provider, endpoint);
	const others = read(storage).filter((row) => row.at !== at);
	const rows = [{ at, amends: amends.slice(-AMENDS_MAX) }, ...others].slice(0, MODELS_MAX);
	put(storage, SETTING.learnt, JSON.stringify({ v: 1, rows }));
}

/** The same model behind another address may be another server's. */
function placeOf(provider: string, { baseUrl, model }: Endpoint): string {
	return [provider, baseUrl, model].map((part) => part.slice(0, TEXT_MAX)).join(" ");
}

function read(storage: Storage): Row[] {
	const stored = parseJson(storage.get(SETTING.learnt));
	const rows = isFields(stored) && stored.v === 1 && Array.isArray(stored.rows) ? stored.rows : [];
	return rows.flatMap((row: unknown) => {
		if (!isFields(row) || typeof row.at !== "string" || !Array.isArray(row.amends)) return [];
		return [{ at: row.at, amends: row.amends.flatMap((amend: unknown) => decode(amend) ?? []) }];
	});
}

function decode(value: unknown): Amend | undefined {
	if (!isFields(value)) return undefined;
	if (value.do === "fold") return { do: "fold" };
	const { path, to } = value;
	if (typeof path !== "string" || path === "" || path.length > TEXT_MAX) return undefined;
	switch (value.do) {
		case "drop":
		case "under":
			return { do: value.do, path };
		case "rename":
			return typeof to === "string" && to !== "" ? { do: "rename", path, to } : undefined;
		case "set":
			return typeof to === "string" || typeof to === "number" || typeof to === "boolean"
				? { do: "set", path, to }
				: undefined;
		default:
			return undefined;
	}
}
