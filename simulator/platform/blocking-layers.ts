import type { PlatformSwitch } from "./switch.ts";

export const BLOCKING_LAYERS: PlatformSwitch = {
	name: "blocking-layers",
	does: "gives a tap to the topmost widget on its place, whether that has a use for it or not",
	source: "DOC ui/setEnable.mdx",
	watch: { widgetsBlock: true },
};
