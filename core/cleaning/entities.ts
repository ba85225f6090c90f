/** Characters by their names in HTML (its Latin-1, symbol and special sets) and by number. Pure. */

import { lazily } from "../lazily.ts";
import { latinNames, otherNames } from "./entities.data.ts";
import { stripInvisible } from "./printable.ts";

const names: () => ReadonlyMap<string, string> = lazily(
	() =>
		new Map([
			...latinNames()
				.split(" ")
				.map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
			...otherNames()
				.split(/ (?=[A-Za-z][A-Za-z0-9]+ )/)
				.map((pair): [string, string] => {
					const at = pair.indexOf(" ");
					return [pair.slice(0, at), pair.slice(at + 1)];
				}),
		]),
);

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z0-9]{1,30}));/iy;

/** The entity at `at`, which is a `&`, or null where there is none. */
export function entityAt(text: string, at: number): { text: string; end: number } | null {
	ENTITY.lastIndex = at;
	const found = ENTITY.exec(text);
	if (found === null) return null;
	const [whole, decimal, hex, name = ""] = found;
	const said = decimal === undefined && hex === undefined ? named(name) : numbered(decimal, hex);
	return said === undefined ? null : { text: said, end: at + whole.length };
}

function named(name: string): string | undefined {
	const character = names().get(name) ?? names().get(name.toLowerCase());
	return character === undefined ? undefined : stripInvisible(character);
}

function numbered(decimal: string | undefined, hex: string | undefined): string {
	const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
	return code >= 32 && code <= 0x10ffff ? stripInvisible(String.fromCodePoint(code)) : "";
}

/** A block of code whose signs were all escaped; one that has such a sign as it is speaks of entities. */
export function unescapeCode(code: string): string {
	const pairs = [
		["&lt;", "<"],
		["&gt;", ">"],
		["&quot;", '"'],
		["&#39;", "'"],
	] as const;
	if (!code.includes("&") || pairs.some(([name, sign]) => code.includes(name) && code.includes(sign))) return code;
	return pairs
		.reduce((text, [name, sign]) => text.split(name).join(sign), code)
		.split("&amp;")
		.join("&");
}
