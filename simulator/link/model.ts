/**
 * How good or bad the modelled radio is. Owns the text form of `--link` and its faults; never the radio itself.
 * Defaults: about 2 kB/s was measured on a Balance (COM); the latency of 60 ms is our guess (INF).
 */
export type LinkModel = {
	/** Shares of frames, 0 to 1: lost, delivered twice, overtaken by later ones. */
	loss: number;
	dup: number;
	reorder: number;
	/** Share of frames after which the radio drops, and for how long it is away, in ms. */
	drop: number;
	awayMs: number;
	/** Bytes a second, each way. */
	rate: number;
	latencyMs: number;
	seed: number;
};

export const GOOD_LINK: LinkModel = {
	loss: 0,
	dup: 0,
	reorder: 0,
	drop: 0,
	awayMs: 3000,
	rate: 2000,
	latencyMs: 60,
	seed: 1,
};

type Term = { field: keyof LinkModel; fits: (value: number) => boolean; takes: string };

const share = (field: keyof LinkModel): Term => ({
	field,
	fits: (value) => value >= 0 && value <= 1,
	takes: "a share from 0 to 1",
});
const duration = (field: keyof LinkModel): Term => ({ field, fits: (value) => value >= 0, takes: "ms, 0 or more" });

const TERMS: ReadonlyMap<string, Term> = new Map([
	["loss", share("loss")],
	["dup", share("dup")],
	["reorder", share("reorder")],
	["drop", share("drop")],
	["away", duration("awayMs")],
	["rate", { field: "rate", fits: (value) => value > 0, takes: "bytes a second, more than 0" }],
	["latency", duration("latencyMs")],
	["seed", { field: "seed", fits: Number.isInteger, takes: "a whole number" }],
]);

/**
 * Reads `loss=0.1,dup=0.05,reorder=0.05,rate=2000,latency=60,seed=7`; what is not named keeps its default, and "" is a
 * good link. Throws an Error that says what is wrong with which term.
 */
export function parseLink(text: string): LinkModel {
	const model = { ...GOOD_LINK };
	const named = new Set<string>();
	for (const part of text.split(",")) {
		if (part.trim() === "") continue;
		const [name = "", value = "", ...rest] = part.split("=").map((piece) => piece.trim());
		const term = TERMS.get(name);
		if (!term) throw new Error(`no link term is called "${name}"; there are ${[...TERMS.keys()].join(", ")}`);
		if (named.has(name)) throw new Error(`${name} is given twice`);
		named.add(name);
		const number = Number(value);
		if (value === "" || rest.length > 0 || !Number.isFinite(number) || !term.fits(number)) {
			throw new Error(`${name} takes ${term.takes}, not "${part.trim().slice(name.length + 1)}"`);
		}
		model[term.field] = number;
	}
	return model;
}
