/**
 * Everyday units: what each is in the base unit of its kind, and its names in the languages of the catalogue.
 * Owns the table. Factors are exact by definition (BIPM's SI brochure; NIST SP 811 and Handbook 44, appendix
 * C), calories are thermochemical.
 */
import { lazily } from "../../core/lazily.ts";
import { type Kind, unitRows } from "./units.data.ts";

export type { Kind };

/**
 * `value * factor + offset` is the value in the base unit of its kind: m, kg, l, m/s, s, J, °C, m², Pa, W,
 * byte.
 */
export type Unit = { kind: Kind; sign: string; factor: number; offset: number };

/** Each unit with its names as the table has them. */
export const units: () => readonly { unit: Unit; names: string }[] = lazily(() =>
	Object.entries(unitRows()).flatMap(([kind, rows]) =>
		rows.map((row) => {
			const [sign = "", amount = "", ...names] = row.split(" ");
			const [factor = "1", offset = "0"] = amount.split("+");
			const unit = {
				kind: kind as Kind,
				sign: sign.replace("_", " "),
				factor: ratioOf(factor),
				offset: ratioOf(offset),
			};
			return { unit, names: names.join(" ") };
		}),
	),
);

function ratioOf(text: string): number {
	const [over = "1", under = "1"] = text.split("/");
	return Number(over) / Number(under);
}

/**
 * Whether people put the two together, as feet and inches: so many whole ones of the smaller make one of the
 * larger.
 */
export function goesInto(smaller: Unit, larger: Unit): boolean {
	const ratio = larger.factor / smaller.factor;
	return smaller.kind === larger.kind && ratio > 1.5 && Math.abs(ratio - Math.round(ratio)) < 1e-6 * ratio;
}
