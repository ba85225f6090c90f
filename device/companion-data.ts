/**
 * What the companion's app holds for its page: the link, and what it was launched with. Owns the one place where they
 * meet; zml's own page finds its transport in the same object (SRC zml-page.js).
 */
import { decodeLaunch, type Launch } from "../core/launch.ts";
import type { Link } from "./link.ts";

export type CompanionData = {
	link: Link;
	/** Once; afterwards the page just opens. */
	takeLaunch(): Launch;
};

type Holder = { askface?: CompanionData };

/** For the app's `onCreate`. */
export function keepCompanionData(holder: object, link: Link, params: unknown): void {
	let launch: Launch = decodeLaunch(params);
	const data: CompanionData = {
		link,
		takeLaunch: () => {
			const taken = launch;
			launch = { kind: "open" };
			return taken;
		},
	};
	Object.assign(holder, { askface: data } satisfies Holder);
}

export function companionData(): CompanionData {
	const holder: Holder = getApp()._options.globalData ?? {};
	if (holder.askface === undefined) throw new Error("the app has not been created");
	return holder.askface;
}
