/** The life of a page as the system calls it: what each of our pages hands to `Page()`. */
import type { Launch } from "../../core/ask/launch.ts";
import { takeLaunch } from "../../device/companion-data.ts";
import { hideStatusBar } from "../../device/screen.ts";
import { leavePage } from "./go.ts";
import { drawAgain } from "./screen.ts";

/** What only begins a page is let go when it has begun: the watch then has its memory back. */
export function lifecycleOf(open: (launch: Launch) => void) {
	let params: unknown;
	let begin: (() => void) | null = () => {
		hideStatusBar();
		open(takeLaunch(params));
	};
	return {
		onInit(given: unknown) {
			params = given;
		},
		/** A watch may call it twice (docs/evidence.md, `two-builds`). */
		build() {
			const first = begin;
			begin = null;
			if (first === null) drawAgain();
			else first();
		},
		onDestroy: leavePage,
	};
}
