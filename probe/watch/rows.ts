/** The rows that one surface has found, in memory and on the disk, where the other surfaces read them. */
import { decodeRows, type Row, type StepName, type Surface } from "../steps.ts";
import { read, write } from "./disk.ts";

export type Rows = {
	all(): readonly Row[];
	has(step: StepName): boolean;
	/** In place of what the step said before. False where the disk did not take it. */
	put(step: StepName, says: string): boolean;
	clear(): void;
};

const fileOf = (surface: Surface) => `${surface}.txt`;

export function createRows(surface: Surface): Rows {
	const path = fileOf(surface);
	let rows = decodeRows(read(path));
	return {
		all: () => rows,
		has: (step) => rows.some((row) => row.step === step),
		put: (step, says) => {
			rows = [...rows.filter((row) => row.step !== step), { step, surface, says }];
			return write(path, JSON.stringify(rows));
		},
		clear: () => {
			rows = [];
			write(path, "[]");
		},
	};
}

/** Those of another of the probe's packages. */
export function readRows(surface: Surface, appId: number): Row[] {
	return decodeRows(read(fileOf(surface), appId));
}
