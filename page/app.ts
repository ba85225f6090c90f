/** The mini program's app: makes the link to the phone, and keeps what the face launched it with. */
import { now } from "../device/clock.ts";
import { keepCompanionData } from "../device/companion-data.ts";
import { createLink } from "../device/link.ts";
import { ownAppId } from "../device/own-package.ts";
import { offRadioStatus, onRadioStatus, radio } from "../device/radio.ts";
import { createRadioTransport, type RadioTransport } from "../device/radio-transport.ts";
import { timers } from "../device/timers.ts";

/** Ids of messages are 32 bits long. */
const FIRST_ID_MASK = 0x3fffffff;

const globalData = {};
let transport: RadioTransport | null = null;

App({
	globalData,
	onCreate(params) {
		const opened = createRadioTransport(radio, ownAppId(), now() & FIRST_ID_MASK, timers);
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
