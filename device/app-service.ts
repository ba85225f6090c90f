/** Ends the App Service that calls it. Owns the guard: one that was woken is ended by the watch as well. */
import { exit } from "@zos/app-service";
import { attempt } from "./guard.ts";

export function endService(): void {
	attempt(() => exit());
}
