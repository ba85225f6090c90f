/** The page's composition root. */
import { byId, openChannel } from "./channel.ts";
import { createKeyboard } from "./keyboard.ts";
import { createMicrophone } from "./microphone.ts";
import { createLog, createPanels } from "./panels.ts";
import { createSettings } from "./settings.ts";
import { createWatchScreen } from "./watch.ts";

const connection = byId("connection", HTMLElement);
const busy = byId("busy", HTMLElement);

const channel = openChannel({
	onStatus(connected) {
		if (!connected) busy.textContent = "";
		connection.textContent = connected ? "" : "The simulator has stopped. Start it again with npm start.";
	},
	onFrame: (png) => void watch.draw(png),
	onMessage(message) {
		switch (message.type) {
			case "view":
				watch.shape(message.view.device);
				panels.show(message.view);
				keyboard.show(message.view.keyboard);
				microphone.show(message.view.microphone);
				return;
			case "busy":
				busy.textContent = message.text;
				return;
			case "settings":
				settings.show(message.title, message.tree);
				return;
			case "log":
				log.add(message.lines, message.fresh);
				return;
		}
	},
});

const watch = createWatchScreen(channel);
const panels = createPanels(channel);
const keyboard = createKeyboard(channel);
const microphone = createMicrophone(channel);
const settings = createSettings(channel);
const log = createLog();
