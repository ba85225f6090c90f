import type { PlatformSwitch } from "./switch.ts";

export const WARM_APP: PlatformSwitch = {
	name: "warm-app",
	does: "creates app.js when the card is added, keeps it while no page is open, and hands a launch that finds it there to nobody",
	source:
		'DOC guides/framework/device/secondary-widget.md, "Life Cycle": onCreate runs once the card is added, then the app is paused until its page opens',
	watch: { warmApp: true },
};
