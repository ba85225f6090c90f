/**
 * The entry of the Side Service in the Zepp app. Owns the wiring of the phone's globals to the ports and of
 * zml's callbacks to the service; nothing else here touches a global. Rule: no callback throws, and none
 * answers by zml's error.
 */
import { BaseSideService } from "@zeppos/zml/base-side";
import { SETTING } from "../core/settings/settings.ts";
import { packReply, unpackRequest } from "../core/wire/wire.ts";
import { createHttp } from "./http.ts";
import type { Ports, Timing } from "./ports.ts";
import { createService } from "./service.ts";
import { answerToShake } from "./shake.ts";

const timing: Timing = {
	now: () => Date.now(),
	after(delayMs, run) {
		const timer = setTimeout(run, delayMs);
		return () => clearTimeout(timer);
	},
};

const ports: Ports = {
	...timing,
	storage: {
		get: (key) => settings.settingsStorage.getItem(key),
		set: (key, value) => settings.settingsStorage.setItem(key, value),
	},
	http: createHttp((options) => fetch(options), timing),
	log: (line) => console.log(`askface: ${line}`),
};

const service = createService(ports);

// Before zml listens: it takes a handshake for a broken message and lets it go.
messaging.peerSocket.addListener("message", (data) => {
	const answer = answerToShake(data);
	if (answer !== null) messaging.peerSocket.send(answer);
});

type Respond = (error: null, reply: unknown, options?: { dataType: "bin" }) => void;

/** In the form that it came in: as bytes from our own transport, as an object from zml's watch end. */
async function answer(request: unknown, respond: Respond): Promise<void> {
	if (!(request instanceof ArrayBuffer)) return respond(null, await service.route(request));
	const reply = await service.route(unpackRequest(new Uint8Array(request)));
	respond(null, Buffer.from(packReply(reply)), { dataType: "bin" });
}

function logFailure(error: unknown): void {
	ports.log(`failed: ${error instanceof Error ? error.name : typeof error}`);
}

AppSideService(
	BaseSideService({
		onInit() {
			service.commands.run().catch(logFailure);
		},

		onRequest(request, respond) {
			answer(request, respond).catch(logFailure);
		},

		// If the change starts the service, zml hands over launchArgs instead, which a phone may leave out.
		onSettingsChange(change?: { key?: unknown }) {
			if (change?.key === undefined || change.key === SETTING.command) service.commands.run().catch(logFailure);
		},
	}),
);
