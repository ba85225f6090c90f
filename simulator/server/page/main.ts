/** The page's composition root. */
import { byId, openChannel } from "./channel.ts";
import { createConditions } from "./conditions.ts";
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
				conditions.show(message.view.conditions);
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
const conditions = createConditions(channel);
const keyboard = createKeyboard(channel);
const microphone = createMicrophone(channel);
const settings = createSettings(channel);
const log = createLog();

/** A watch would go to sleep while its person reads a page of settings. */
const LOOK_MS = 5_000;
const phone = byId("phone", HTMLElement);
setInterval(() => {
	if (phone.matches(":hover, :focus-within") && !document.hidden) channel.send({ type: "look-on" });
}, LOOK_MS);
