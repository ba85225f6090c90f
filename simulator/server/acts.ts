/** What a message of the page does to the desktop. Owns nothing. A message that no longer fits is dropped. */
import type { Desktop } from "../desktop.ts";
import { setCondition } from "./conditions.ts";
import type { PageMessage } from "./protocol.ts";

/** Everything but `choose`, which needs another desktop. */
export function act(
	desktop: Desktop,
	message: Exclude<PageMessage, { type: "choose" }>,
	settingsApp: number | null,
): void {
	const { watch, phone, link } = desktop;
	switch (message.type) {
		case "tap":
			watch.tap(message.x, message.y);
			return;
		case "long-press":
			watch.longPress(message.x, message.y);
			return;
		case "swipe":
			watch.swipe(message.direction);
			return;
		case "crown":
			watch.crown(message.degrees);
			return;
		case "button":
			watch.key(message.button);
			return;
		case "screen":
			watch.setScreen(message.screen);
			return;
		case "wrist-down":
			watch.dropWrist();
			return;
		case "look-on":
			watch.stayLit();
			return;
		case "condition":
			setCondition(desktop, message.id, message.value);
			return;
		case "keyboard":
			if (message.how === "cancel") watch.cancelKeyboard();
			else if (message.how === "type") watch.type(message.text);
			else watch.dictate(message.text);
			return;
		case "open":
			open(desktop, message.surface);
			return;
		case "link":
			if (message.connected) link.reconnect();
			else link.disconnect();
			return;
		case "phone":
			openPhone(desktop, message.open);
			return;
		case "network":
			phone.setOnline(message.online);
			return;
		case "kill":
			if (phone.isRunning(message.service)) phone.kill(message.service);
			return;
		case "act":
			if (settingsApp !== null) phone.settingsPage(settingsApp)?.act(message.node, message.value, message.revision);
			return;
	}
}

function openPhone({ phone }: Desktop, isOpen: boolean): void {
	if (isOpen) phone.open();
	else phone.close();
}

function open({ watch, packages }: Desktop, surface: string): void {
	const [kind, id] = surface.split(":");
	const appId = Number(id);
	if (!packages.some((known) => known.appId === appId)) return;
	watch.setScreen("on");
	if (kind === "face") watch.showFace(appId);
	else if (kind === "page") watch.launch(appId);
	else if (kind === "card") watch.showCard(appId);
	else if (kind === "workout") watch.startWorkout(appId);
}
