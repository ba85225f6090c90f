/** The watch's timers as a port. They freeze while the screen is off (COM); an App Service has none, and none comes (DOC app-service.md). */
import type { Timers } from "./link/link.ts";

export const timers: Timers = {
	set: (run, ms) => (typeof setTimeout === "function" ? Number(setTimeout(run, ms)) : 0),
	clear: (timer) => {
		if (timer > 0) clearTimeout(timer);
	},
};
