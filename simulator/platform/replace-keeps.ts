import type { PlatformSwitch } from "./switch.ts";

export const REPLACE_KEEPS: PlatformSwitch = {
	name: "replace-keeps",
	does: "lets a page that was replaced live on for a second, and destroys it when the new one has long been built",
	source: "INF: DOC router/replace.mdx does not say when the page before is destroyed",
	watch: { replacedMs: 1_000 },
};
