import type { PlatformSwitch } from "./switch.ts";

export const STATUS_BAR: PlatformSwitch = {
	name: "status-bar",
	does: "draws the system's bar over the top 64 px of a square page, hidden or not",
	source:
		"DOC guides/best-practice/multi-screen-adaption.mdx:10; PreciselyWrong/Liftosaur-ZeppOs-Companion 2acaa63, docs/zepp-capabilities.md (the vendor's emulator, Active 2 Round, API 4.2) (Bip 6: hiding it was not enough)",
	watch: { stubbornBar: true },
};
