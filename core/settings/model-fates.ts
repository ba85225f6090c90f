/**
 * What a provider has said of models that are set: that one is gone, when one ends, and which comes nearest
 * in its list. Owns the shape in storage, which the Side Service writes and the settings page reads. Rule: a
 * model of which nothing is stored has the end that the table of defaults knows, if it is in there.
 */

import { isFields, parseJson } from "../json.ts";
import { DEFAULT_MODELS } from "./default-models.ts";
import { type Getter, type ProviderId, SETTING } from "./settings.ts";

/**
 * `ends` is a day, YYYY-MM-DD. `gone`: the provider refused it by name. `instead` is a name of the provider's
 * list.
 */
export type Fate = { ends?: string; gone?: true; instead?: string };

const FATES_MAX = 200;
const NAME_LIMIT = 100;

export function readFates(get: Getter, provider: ProviderId): Map<string, Fate> {
	const stored = parseJson(get(SETTING.fates(provider)));
	const rows = isFields(stored) ? Object.entries(stored).slice(0, FATES_MAX) : [];
	return new Map(rows.flatMap(([name, value]) => (isName(name) ? [[name, decodeFate(value)] as const] : [])));
}

/** The last ones, if there are too many. */
export function encodeFates(fates: ReadonlyMap<string, Fate>): string {
	return JSON.stringify(Object.fromEntries([...fates].slice(-FATES_MAX)));
}

export function fateOf(get: Getter, provider: ProviderId, model: string): Fate {
	const stored = readFates(get, provider).get(model);
	if (stored !== undefined) return stored;
	const row = DEFAULT_MODELS.find((one) => one.model === model && one.providers.includes(provider));
	return row === undefined || row.ends === null ? {} : { ends: row.ends };
}

/** The day of a date or of an instant as services write them; undefined if it is none. */
export function dayOf(value: unknown): string | undefined {
	if (typeof value !== "string" || value.length > 40) return undefined;
	const day = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(value.trim())?.[0];
	if (day === undefined || Number.isNaN(Date.parse(day))) return undefined;
	// A day that no month has is taken for one of the next month.
	return new Date(day).toISOString().startsWith(day) ? day : undefined;
}

function decodeFate(value: unknown): Fate {
	if (!isFields(value)) return {};
	const ends = dayOf(value.ends);
	return {
		...(ends === undefined ? {} : { ends }),
		...(value.gone === true ? { gone: true } : {}),
		...(isName(value.instead) ? { instead: value.instead } : {}),
	};
}

function isName(value: unknown): value is string {
	return typeof value === "string" && value !== "" && value.length <= NAME_LIMIT;
}
