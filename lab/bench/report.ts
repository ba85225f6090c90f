/** The figures as the tables of docs/bench.md. Pure: says only what it is given. */
import type { AskCost } from "./asks.ts";
import { ASK, BUDGETS, PEAK_KB } from "./budgets.ts";
import type { Growth, Scale } from "./growth.ts";
import { PEER_LINKS, PEERS } from "./peers.ts";
import type { PackageSize } from "./sizes.ts";
import type { SurfaceCost } from "./surfaces.ts";
import type { Worst } from "./worst.ts";

export type Figures = {
	worst: Worst;
	/** Of the worst watch, by the scripts that the packager was given. */
	unpacked: readonly SurfaceCost[];
	/** Over many turns on the worst watch. */
	growth: Growth;
	scale: Scale;
	sizes: readonly PackageSize[];
};

const MS_IN_SECOND = 1000;

export function reportOf(figures: Figures): string {
	const { devices, device } = figures.worst;
	return [
		"# What AskFace costs a watch",
		"",
		`Written by \`npm run -s bench -- --docs\` in the simulator, as ${devices.length === 1 ? device : `${devices.length} watches, of each figure the worst`}. No watch was used: these`,
		"figures compare, they do not promise. KB are 1024 bytes. Work is calls and backward jumps of our own code until the surface stands.",
		"",
		...surfaceTable(figures),
		"",
		"The peers' figures are of their bundles before packaging: so are ours in brackets, on the watch that the companion weighs most on",
		`(${device}).`,
		"",
		...peerTable(figures),
		"",
		...linkTable(figures.worst),
		"",
		...powerTable(figures.worst),
		"",
		...growthTable(figures),
		"",
		...sizeTable(figures.sizes),
		"",
	].join("\n");
}

function surfaceTable({ worst }: Figures): string[] {
	return table(
		[
			"",
			"heap KB",
			"goal",
			"code alone",
			"worst on",
			"work",
			"texts measured",
			"redraws",
			"callbacks an idle minute",
			"redraws",
			"timers left",
		],
		worst.surfaces.map((cost) => [
			cost.name,
			kb(cost.heapBytes),
			String(BUDGETS[cost.name]?.goal.heapKb ?? ""),
			kb(cost.loadedBytes),
			cost.device,
			String(cost.ownWork),
			String(cost.layoutCalls),
			String(cost.redraws),
			String(cost.idle.callbacks),
			String(cost.idle.redraws),
			String(cost.idle.timersLeft),
		]),
	);
}

function peerTable({ worst, unpacked }: Figures): string[] {
	const ours = unpacked.map((plain) => {
		const packed = worst.surfaces.find(({ name }) => name === plain.name) ?? plain;
		return [
			`AskFace ${plain.name}`,
			`${kb(packed.codeBytes)} (${kb(plain.codeBytes)})`,
			`${kb(packed.heapBytes)} (${kb(plain.heapBytes)})`,
			`${packed.ownWork} + ${packed.bridgeWork}`,
			String(packed.idle.callbacks),
		];
	});
	const theirs = PEERS.map(({ name, minKb, heapKb, work, idleCallbacks }) =>
		[name, minKb, heapKb, work, idleCallbacks].map(String),
	);
	return table(
		["", "code KB", "heap KB", "work, and the simulator's for it", "callbacks an idle minute"],
		[...ours, ...theirs],
	);
}

function linkTable({ firstAsk, nextAsk }: Worst): string[] {
	const ours = (name: string, { upBytes, downBytes, roundTrips }: AskCost) => ({
		name,
		upBytes,
		downBytes,
		roundTrips,
	});
	return table(
		["question", "up B", "down B", "together", "round trips"],
		[
			ours("AskFace, 60 asked, 300 answered, first of a start", firstAsk),
			ours(`AskFace, the next (goal ${ASK.goal.bytes})`, nextAsk),
			...PEER_LINKS,
		].map(({ name, upBytes, downBytes, roundTrips }) => [
			name,
			String(upBytes),
			String(downBytes),
			String(upBytes + downBytes),
			String(roundTrips),
		]),
	);
}

/** Counts, never a claim of how long a battery lasts. */
function powerTable({ firstAsk, nextAsk }: Worst): string[] {
	const rows: [string, AskCost, number][] = [
		["tapped on the face, companion closed", firstAsk, ASK.goal.redrawsFromFace],
		["on the page, typed or tapped", nextAsk, ASK.goal.redrawsOnPage],
	];
	return table(
		[
			"question",
			"to the first page, simulated ms",
			"redraws",
			"goal",
			"work",
			"texts measured",
			"screen on, simulated s",
			"callbacks",
			"frames",
			"timers left",
		],
		rows.map(([name, cost, goal]) => [
			name,
			String(cost.firstPageMs),
			String(cost.redraws),
			String(goal),
			String(cost.ownWork),
			String(cost.layoutCalls),
			(cost.screenOnMs / MS_IN_SECOND).toFixed(1),
			String(cost.callbacks),
			String(cost.frames),
			String(cost.timersLeft),
		]),
	);
}

function sizeTable(sizes: readonly PackageSize[]): string[] {
	return table(
		["on the watch's disk", "shipped KB, with the phone's part", "bytecode KB", "images KB"],
		sizes.map(({ name, shippedBytes, bytecode, imageBytes }) => [
			`AskFace ${name}`,
			kb(shippedBytes),
			Object.entries(bytecode)
				.map(([path, bytes]) => `${path} ${kb(bytes)}`)
				.join(", "),
			kb(imageBytes),
		]),
	);
}

function growthTable({ growth, scale, worst }: Figures): string[] {
	const { earlyTurns, turns, openings } = scale;
	return table(
		[`turns of 600 characters on ${worst.device}`, `after ${earlyTurns}, KB`, `after ${turns}, KB`],
		[
			...Object.entries(growth.pages).map(([name, { early, late }]) => [name, kb(early), kb(late)]),
			[`read, after opening and closing ${openings} times`, "", kb(growth.openedBytes)],
			["the most in those turns, before a collection", "", kb(growth.peakBytes)],
			[`the most inside one question, before a collection (bound ${PEAK_KB})`, "", kb(growth.peakInAskBytes)],
		],
	);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return [line(heads), line(heads.map(() => "---")), ...rows.map(line)];
}

function kb(bytes: number): string {
	return (bytes / 1024).toFixed(1);
}
