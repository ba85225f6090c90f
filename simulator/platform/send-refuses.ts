import { perApp } from "../watch/context.ts";
import type { PlatformSwitch } from "./switch.ts";

/** Every so many frames one is refused. */
const EVERY = 3;

const sendsOf = perApp(() => ({ count: 0 }));

export const SEND_REFUSES: PlatformSwitch = {
	name: "send-refuses",
	does: "refuses every third frame: send gives false and nothing goes out",
	source:
		"zml throws on it (SRC zml-app.js); the app of `stale-close`, a later app.js: seen on a device on 2026-07-14 and 17",
	operations: {
		"@zos/ble.send":
			(base) =>
			(app, ...args) => {
				const sends = sendsOf(app);
				sends.count++;
				return sends.count % EVERY === 0 ? false : base(app, ...args);
			},
	},
};
