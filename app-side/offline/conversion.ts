/**
 * Conversions and sums of amounts with units: `5 ft 10 in to cm`, `1 h 30 min + 45 min`. Owns how amounts are
 * put together of parts and shown. Rule: every part counts, or there is no answer.
 */
import { writeNumber } from "./numbers.ts";
import type { Token } from "./reading.ts";
import { goesInto, type Kind, type Unit } from "./units.ts";

/** An amount in base units of its kind, and the parts that it was told by. */
export type Amount = { kind: Kind; sign: 1 | -1; base: number; parts: readonly { value: number; unit: Unit }[] };

/** `5 mi = 8.047 km`, or null if the question asks for no conversion that we know. */
export function answerConversion(tokens: readonly Token[], lang: string): string | null {
	for (const kind of kindsOf(tokens)) {
		const asked = sortOut(tokens, kind);
		if (asked === null) continue;
		const [first, ...others] = asked.amounts;
		if (first === undefined || (asked.targets.length === 0 && others.length === 0)) continue;
		const base = asked.amounts.reduce((sum, { base }) => sum + base, 0);
		const targets = asked.targets.length > 0 ? asked.targets : unitsOf(asked.amounts);
		const shown = asked.amounts.map((amount, index) => showTerm(amount, index, lang)).join("");
		const result = showIn(base, targets, lang);
		return result === null ? null : `${shown} = ${result}`;
	}
	return null;
}

function kindsOf(tokens: readonly Token[]): readonly Kind[] {
	const first = tokens.find((token) => token.kind === "unit");
	return first?.kind === "unit"
		? [...new Set(first.units.map(({ kind }) => kind))].concat(minutesToo(first.units))
		: [];
}

/** `90 m in h`: an m is a minute if it is no metre. */
function minutesToo(units: readonly Unit[]): Kind[] {
	return units.some(({ sign }) => sign === "m") ? ["time"] : [];
}

const MINUTE: Unit = { kind: "time", sign: "min", factor: 60, offset: 0 };

function unitAs(token: Token | undefined, kind: Kind): Unit | undefined {
	if (token?.kind !== "unit") return undefined;
	const unit = token.units.find((one) => one.kind === kind);
	return unit ?? (kind === "time" && token.units.some(({ sign }) => sign === "m") ? MINUTE : undefined);
}

type Asked = { amounts: Amount[]; targets: Unit[] };

/** All of the question as amounts to add up and units to tell the sum in; null if it is not. */
function sortOut(tokens: readonly Token[], kind: Kind): Asked | null {
	const asked: Asked = { amounts: [], targets: [] };
	let targetAt = -1;
	for (let at = 0; at < tokens.length; ) {
		const token = tokens[at];
		const sign = signOf(token);
		const amount = readAmount(tokens, sign === undefined ? at : at + 1, kind, sign ?? 1);
		const unit = unitAs(token, kind);
		if (amount !== null) {
			if (asked.amounts.length > 0 ? sign === undefined || kind === "temperature" : sign === 1) return null;
			asked.amounts.push(amount.amount);
			at = amount.end;
		} else if (unit !== undefined) {
			if (asked.targets.length > 0 && !isNextTarget(tokens, at, targetAt, kind)) return null;
			asked.targets.push(unit);
			targetAt = at++;
		} else if (token?.kind === "glue" || token?.kind === "degree" || token?.kind === "and" || token?.kind === "at")
			at++;
		else return null;
	}
	return asked;
}

/** `feet and inches`: the smaller right behind the larger. */
function isNextTarget(tokens: readonly Token[], at: number, before: number, kind: Kind): boolean {
	const [unit, above] = [unitAs(tokens[at], kind), unitAs(tokens[before], kind)];
	const isNear = at === before + 1 || (at === before + 2 && tokens[at - 1]?.kind === "and");
	return isNear && kind !== "temperature" && unit !== undefined && above !== undefined && goesInto(unit, above);
}

function signOf(token: Token | undefined): 1 | -1 | undefined {
	if (token?.kind !== "sign") return undefined;
	if (token.sign === "-") return -1;
	return token.sign === "+" ? 1 : undefined;
}

/** An amount of one or more parts, each smaller than the one before: `6 ft 2 in`, `1 h 30`, `摂氏 100 度`. */
export function readAmount(
	tokens: readonly Token[],
	from: number,
	kind: Kind,
	sign: 1 | -1 = 1,
): { amount: Amount; end: number } | null {
	const first = readPart(tokens, from, kind);
	if (first === null) return null;
	const parts = [first.part];
	let { end } = first;
	for (;;) {
		const last = parts[parts.length - 1];
		const start = tokens[end]?.kind === "and" ? end + 1 : end;
		const more = last === undefined || kind === "temperature" ? null : readMore(tokens, start, kind, last.unit);
		if (more === null) break;
		parts.push(more.part);
		end = more.end;
	}
	const base = parts.reduce((sum, { value, unit }) => sum + sign * value * unit.factor + unit.offset, 0);
	return { amount: { kind, sign, base, parts }, end };
}

type Part = { part: { value: number; unit: Unit }; end: number };

function readPart(tokens: readonly Token[], from: number, kind: Kind): Part | null {
	const ahead = kind === "temperature" ? unitAs(tokens[from], kind) : undefined;
	const isNegative = ahead !== undefined && signOf(tokens[from + 1]) === -1;
	const number = readCount(tokens, ahead === undefined ? from : from + (isNegative ? 2 : 1));
	if (number === null) return null;
	const value = isNegative ? -number.value : number.value;
	const at = tokens[number.end]?.kind === "degree" ? number.end + 1 : number.end;
	if (ahead !== undefined) return { part: { value, unit: ahead }, end: at };
	const unit = unitAs(tokens[at], kind);
	return unit === undefined ? null : { part: { value, unit }, end: at + 1 };
}

/** A number, a fraction such as `1/2`, or a number with a scale: `3 million`. */
function readCount(tokens: readonly Token[], at: number): { value: number; end: number } | null {
	const token = tokens[at];
	if (token?.kind !== "number") return null;
	const [over, under] = [tokens[at + 1], tokens[at + 2]];
	if (over?.kind === "sign" && over.sign === "/" && under?.kind === "number")
		return { value: token.value / under.value, end: at + 3 };
	const scale = tokens[at + 1];
	return scale?.kind === "scale"
		? { value: token.value * scale.factor, end: at + 2 }
		: { value: token.value, end: at + 1 };
}

/** What a bare number after a unit is in: `5 ft 10`, `1 h 30`, `11 stone 4`, `1 m 80`. */
const UNDER: Readonly<Record<string, { sign: string; factor: number; digits?: number }>> = {
	ft: { sign: "in", factor: 0.0254 },
	h: { sign: "min", factor: 60 },
	min: { sign: "s", factor: 1 },
	st: { sign: "lb", factor: 0.45359237 },
	m: { sign: "cm", factor: 0.01, digits: 2 },
};

function readMore(tokens: readonly Token[], at: number, kind: Kind, above: Unit): Part | null {
	const part = readPart(tokens, at, kind);
	if (part !== null) return goesInto(part.part.unit, above) ? part : null;
	const token = tokens[at];
	const under = UNDER[above.sign];
	if (token?.kind !== "number" || under === undefined || !Number.isInteger(token.value)) return null;
	const next = tokens[at + 1]?.kind;
	if (token.value * under.factor >= above.factor || next === "unit" || next === "degree" || next === "scale")
		return null;
	if (under.digits !== undefined && token.text.length !== under.digits) return null;
	return {
		part: { value: token.value, unit: { kind, sign: under.sign, factor: under.factor, offset: 0 } },
		end: at + 1,
	};
}

function unitsOf(amounts: readonly Amount[]): Unit[] {
	const units = amounts.flatMap(({ parts }) => parts.map(({ unit }) => unit));
	return [...new Map(units.map((unit) => [unit.sign, unit])).values()].sort((a, b) => b.factor - a.factor);
}

export function showAmount({ parts }: Amount, lang: string): string {
	return parts.map(({ value, unit }) => `${writeNumber(value, 10, lang)} ${unit.sign}`).join(" ");
}

function showTerm(amount: Amount, index: number, lang: string): string {
	const shown = showAmount(amount, lang);
	const { sign } = amount;
	if (index === 0) return sign < 0 ? `−${shown}` : shown;
	return sign < 0 ? ` − ${shown}` : ` + ${shown}`;
}

/** In one unit, or in whole ones of each but the last: `5 ft 10.1 in`. Null if there is no such number. */
export function showIn(base: number, units: readonly Unit[], lang: string): string | null {
	if (!Number.isFinite(base)) return null;
	const [first, ...others] = units;
	if (first === undefined) return null;
	if (others.length === 0) return `${writeNumber((base - first.offset) / first.factor, 4, lang)} ${first.sign}`;
	const last = others[others.length - 1] ?? first;
	// In steps of the last unit's hundredth, so that no part comes out as 12 in or 60 min.
	let left = (Math.round((Math.abs(base) / last.factor) * 100) / 100) * last.factor;
	const shown: string[] = [];
	for (const unit of units) {
		const exact = left / unit.factor;
		const count = unit === last ? Math.round(exact * 100) / 100 : Math.floor(exact + 1e-9);
		left = Math.max(0, left - count * unit.factor);
		if (count !== 0 || (unit === last && shown.length === 0)) shown.push(`${writeNumber(count, 4, lang)} ${unit.sign}`);
	}
	return `${base < 0 ? "−" : ""}${shown.join(" ")}`;
}
