/** The figures of a bench as Markdown, beside the peers' and our aims. Only writes what it is given. */
import type { AskCost, Bench } from "./bench.ts";
import { AIM_KB, PEAK_AIM_KB } from "./budgets.ts";
import { PEER_LINKS, PEERS } from "./peers.ts";

const LINK_AIM_BYTES = 500;

export function reportOf(bench: Bench): string {
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
		...growthTable(bench),
		"",
	].join("\n");
}

function surfaceTable({ surfaces }: Bench): string[] {
	return table(
		["", "code KB", "heap KB", "aim KB", "work", "callbacks an idle minute", "redraws", "timers left"],
		[
			...surfaces.map(({ name, codeBytes, heapBytes, unpacked, work, idle }) => [
				`AskFace ${name}`,
				`${kb(codeBytes)} (${kb(unpacked.codeBytes)})`,
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

function growthTable({ growth, scale, firstPageMs }: Bench): string[] {
	return table(
		["", "figure", "aim"],
		[
			["peak inside one question, KB above the page", kb(growth.peakInAskBytes), String(PEAK_AIM_KB)],
			[`heap after ${scale.earlyTurns} turns of 600 characters, KB`, kb(growth.afterEarlyTurnsBytes), ""],
			[`after ${scale.turns} turns, KB`, kb(growth.afterTurnsBytes), `as after ${scale.earlyTurns}`],
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
