/** Many watches in one table: of each figure the worst, and which watch had it. */
import type { AskCost } from "./asks.ts";
import type { Bench } from "./bench.ts";
import type { SurfaceCost } from "./surfaces.ts";

/** `device` is the watch with the most heap in it; another may have had the most of another figure. */
type WorstSurface = SurfaceCost & { device: string };

export type Worst = {
	/** The watch on which the companion holds the most. */
	device: string;
	devices: string[];
	surfaces: WorstSurface[];
	firstAsk: AskCost;
	nextAsk: AskCost;
	firstPageMs: number;
};

/** `benches` is not empty. */
export function worstOf(benches: readonly Bench[]): Worst {
	const names = [...new Set(benches.flatMap(({ surfaces }) => surfaces.map(({ name }) => name)))];
	const surfaces = names.map((name) => {
		const costs = benches.flatMap((bench) =>
			bench.surfaces.filter((cost) => cost.name === name).map((cost) => ({ ...cost, device: bench.device })),
		);
		const heaviest = costs.reduce((most, cost) => (cost.heapBytes > most.heapBytes ? cost : most));
		return { ...mostOf(costs), url: heaviest.url, device: heaviest.device };
	});
	const heaviest = benches.reduce((most, bench) => (companionBytes(bench) > companionBytes(most) ? bench : most));
	const firstAsk = mostOf(benches.map((bench) => bench.firstAsk));
	return {
		device: heaviest.device,
		devices: benches.map(({ device }) => device),
		surfaces,
		firstAsk,
		nextAsk: mostOf(benches.map((bench) => bench.nextAsk)),
		firstPageMs: firstAsk.firstPageMs,
	};
}

function companionBytes({ surfaces }: Bench): number {
	return Math.max(...surfaces.filter(({ url }) => url.startsWith("page/")).map(({ heapBytes }) => heapBytes));
}

/** Of each number the largest; of all else the first. */
function mostOf<T extends object>(values: readonly T[]): T {
	const [first, ...others] = values;
	if (first === undefined) throw new Error("nothing was measured");
	const most = { ...first };
	for (const name of Object.keys(most) as (keyof T)[]) {
		for (const other of others) most[name] = larger(most[name], other[name]);
	}
	return most;
}

function larger<V>(a: V, b: V): V {
	if (typeof a === "number" && typeof b === "number") return b > a ? b : a;
	if (typeof a === "object" && a !== null && typeof b === "object" && b !== null) return mostOf([a, b]);
	return a;
}
