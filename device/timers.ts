/** The watch's timers as a port. They freeze while the screen is off (COM). */
import type { Timers } from "./link/link.ts";

export const timers: Timers = {
	set: (run, ms) => Number(setTimeout(run, ms)),
	clear: (timer) => clearTimeout(timer),
};
