/** The mini program's app: makes the link to the phone, and keeps what the face launched it with. */
import { keepCompanionData } from "../device/companion-data.ts";
import { createLink } from "../device/link.ts";
import { ownAppId } from "../device/own-package.ts";
import { offRadioStatus, onRadioStatus, radio } from "../device/radio.ts";
import { createRadioTransport, type RadioTransport } from "../device/radio-transport.ts";
import { timers } from "../device/timers.ts";

const globalData = {};
let transport: RadioTransport | null = null;

App({
	globalData,
	onCreate(params) {
		const opened = createRadioTransport(radio, ownAppId(), timers);
		const link = createLink(opened, timers);
		onRadioStatus((connected) => {
			opened.status(connected);
			link.status(connected);
		});
		transport = opened;
		keepCompanionData(globalData, link, params);
	},
	onDestroy() {
		offRadioStatus();
		transport?.close();
	},
});
