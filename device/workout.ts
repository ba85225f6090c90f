/** Whether a workout runs on this watch. */
import { getSportData } from "@zos/app-access";
import { attempt } from "./guard.ts";

/**
 * Sport data has a duration only in a workout. The documentation names the call for API 3.6 without saying that a page may
 * make it (DOC app-access/getSportData.mdx); where it is missing, refused or answers later, none runs.
 */
export function isWorkoutRunning(): boolean {
	let runs = false;
	attempt(() =>
		getSportData({ type: "duration" }, ({ code }) => {
			runs = code === 0;
		}),
	);
	return runs;
}
