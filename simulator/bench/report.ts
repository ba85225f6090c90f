/** The figures of a bench as Markdown, beside the peers' and our aims. Only writes what it is given. */
import type { AskCost, Bench, SurfaceCost } from "./bench.ts";
import { PEER_LINKS, PEERS } from "./peers.ts";

/** KB of heap. */
const AIMS: Readonly<Record<SurfaceCost["name"], number>> = { face: 15, page: 60, card: 15, workout: 15 };
const PEAK_AIM_KB = 15;
const LINK_AIM_BYTES = 500;

export function reportOf(bench: Bench): string {
	return [
		"# What AskFace costs a watch",
		"",
		`Written by \`npm run -s bench -- --docs\` in the simulator, as a ${bench.device}. No watch was used: these figures compare,`,
		"they do not promise. KB are 1024 bytes.",
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
			...surfaces.map(({ name, codeBytes, heapBytes, work, idle }) => [
				`AskFace ${name}`,
				kb(codeBytes),
				kb(heapBytes),
				String(AIMS[name]),
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

function growthTable({ growth, firstPageMs }: Bench): string[] {
	return table(
		["", "figure", "aim"],
		[
			["peak inside one question, KB above the page", kb(growth.peakInAskBytes), String(PEAK_AIM_KB)],
			["heap after 20 turns of 600 characters, KB", kb(growth.after20Bytes), ""],
			["after 200 turns, KB", kb(growth.after200Bytes), "as after 20"],
			["after opening and closing 50 times, KB", kb(growth.after50OpeningsBytes), "no more"],
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
