/** The mini program's app: keeps what the face launched it with. */
import { keepLaunch } from "../device/companion-data.ts";

const globalData = {};

App({
	globalData,
	onCreate(params) {
		keepLaunch(globalData, params);
	},
});
