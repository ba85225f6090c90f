/** The figures of a bench as Markdown, beside the peers' and our aims. Only writes what it is given. */
import type { AskCost, Bench } from "./bench.ts";
import { AIM_KB, PEAK_AIM_KB } from "./budgets.ts";
import { PEER_LINKS, PEERS } from "./peers.ts";
import type { PackageSize } from "./sizes.ts";

const LINK_AIM_BYTES = 500;
const MS_IN_SECOND = 1000;

export function reportOf(bench: Bench, sizes: readonly PackageSize[]): string {
	return [
		"# What AskFace costs a watch",
		"",
		`Written by \`npm run -s bench -- --docs\` in the simulator, as a ${bench.device}. No watch was used: these figures compare,`,
		"they do not promise. KB are 1024 bytes. The peers' figures are of their bundles before packaging: so are ours in brackets.",
		"",
		...surfaceTable(bench),
		"",
		...linkTable(bench),
		"",
		...powerTable(bench),
		"",
		...growthTable(bench),
		"",
		...sizeTable(sizes),
		"",
	].join("\n");
}

function surfaceTable({ surfaces }: Bench): string[] {
	return table(
		[
			"",
			"code KB",
			"heap KB, code alone",
			"heap KB, built",
			"aim KB",
			"work",
			"callbacks an idle minute",
			"redraws",
			"timers left",
		],
		[
			...surfaces.map(({ name, codeBytes, loadedBytes, heapBytes, unpacked, work, idle }) => [
				`AskFace ${name}`,
				`${kb(codeBytes)} (${kb(unpacked.codeBytes)})`,
				kb(loadedBytes),
				`${kb(heapBytes)} (${kb(unpacked.heapBytes)})`,
				String(AIM_KB[name]),
				String(work),
				String(idle.callbacks),
				String(idle.redraws),
				String(idle.timersLeft),
			]),
			...PEERS.map((peer) => [
				peer.name,
				String(peer.minKb),
				"",
				String(peer.heapKb),
				"",
				String(peer.work),
				String(peer.idleCallbacks),
				"",
				"",
			]),
		],
	);
}

function linkTable({ firstAsk, nextAsk }: Bench): string[] {
	const ours = (name: string, { upBytes, downBytes, roundTrips }: AskCost) => ({
		name,
		upBytes,
		downBytes,
		roundTrips,
	});
	return table(
		["question", "up B", "down B", "together", "aim", "round trips"],
		[
			ours("AskFace, 60 asked, 300 answered, first of a start", firstAsk),
			ours("AskFace, the next", nextAsk),
			...PEER_LINKS,
		].map(({ name, upBytes, downBytes, roundTrips }) => [
			name,
			String(upBytes),
			String(downBytes),
			String(upBytes + downBytes),
			name.startsWith("AskFace") ? String(LINK_AIM_BYTES) : "",
			String(roundTrips),
		]),
	);
}

/** Counts, never a claim of how long a battery lasts. */
function powerTable({ firstAsk, nextAsk }: Bench): string[] {
	return table(
		["question", "screen on, simulated s", "redraws", "callbacks", "frames", "timers left"],
		Object.entries({ "from the face, page closed": firstAsk, "typed on the page": nextAsk }).map(([name, cost]) => [
			`AskFace, ${name}`,
			(cost.screenOnMs / MS_IN_SECOND).toFixed(1),
			String(cost.redraws),
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

function growthTable({ growth, scale, firstPageMs }: Bench): string[] {
	return table(
		["", "figure", "aim"],
		[
			["peak inside one question, KB above the page", kb(growth.peakInAskBytes), String(PEAK_AIM_KB)],
			[`heap after ${scale.earlyTurns} turns of 600 characters, KB`, kb(growth.afterEarlyTurnsBytes), ""],
			[`after ${scale.turns} turns, KB`, kb(growth.afterTurnsBytes), `as after ${scale.earlyTurns}`],
			["the most in those turns, before a collection, KB", kb(growth.peakBytes), ""],
			[`after opening and closing ${scale.openings} times, KB`, kb(growth.afterOpeningsBytes), "no more"],
			["from a tap on the face to the answer's first page, simulated ms", String(firstPageMs), ""],
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
