/** The mini program's app: starts zml, makes the link of it, and keeps what the face launched it with. */
import { BaseApp } from "@zeppos/zml/base-app";
import { keepCompanionData } from "../device/companion-data.ts";
import { createLink } from "../device/link.ts";
import { timers } from "../device/timers.ts";
import { createZmlTransport, type Messaging } from "../device/zml-transport.ts";

App(
	BaseApp({
		/** zml fills it in before our `onCreate` runs (SRC zml-app.js). */
		globalData: { messaging: null },
		onCreate(params: string) {
			const messaging: Messaging = this.globalData.messaging;
			const link = createLink(createZmlTransport(messaging), timers);
			messaging.onBleChanged((connected) => link.status(connected));
			keepCompanionData(this.globalData, link, params);
		},
	}),
);
