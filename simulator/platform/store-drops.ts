import type { PlatformSwitch } from "./switch.ts";

export const STORE_DROPS: PlatformSwitch = {
	name: "store-drops",
	does: "drops a value of more than 2,000 characters without a word",
	source: "INF: no limit is documented",
	phone: { longestValue: 2_000 },
};
