import type { PlatformSwitch } from "./switch.ts";

export const REPLACE_FLICKERS: PlatformSwitch = {
	name: "replace-flickers",
	does: "shows nothing and takes no touch for 300 ms between a page and the one that replaces it",
	source: "INF: DOC router/replace.mdx does not say what is seen meanwhile",
	watch: { replaceMs: 300 },
};
