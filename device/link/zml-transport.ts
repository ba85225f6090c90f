/**
 * zml as a transport. Owns what zml 0.0.43 does wrong on a watch, and is the only file that knows it.
 * Rule: nothing that zml throws leaves it.
 */
import { toBase64 } from "../../core/wire/base64.ts";
import type { Request } from "../../core/wire/protocol.ts";
import { attempt } from "../guard.ts";
import type { Transport } from "./link.ts";

/** What we use of the `messaging` that zml's BaseApp puts in the app's globalData (SRC zml-app.js). */
export type Messaging = {
	request(message: unknown, options: { timeout: number }): Promise<unknown>;
	disConnect(): unknown;
	onBleChanged(listener: (connected: boolean) => void): unknown;
	transport: { onFragmentData(data: ArrayBuffer): void };
};

export function createZmlTransport(messaging: Messaging): Transport {
	contain(messaging.transport);
	containEnd(messaging);
	return {
		send: (message, limitMs, reply, fail) => {
			const sent = attempt(() => messaging.request(asJson(message), { timeout: limitMs }));
			if (sent === null) fail();
			else sent.then(reply, fail);
		},
		// zml keeps its own list of what is awaited, and nothing can be taken out of it.
		drop: () => undefined,
	};
}

/** zml says it in JSON, in which bytes are base64 (core/wire/protocol.ts). */
function asJson(message: Request): object {
	return message.method === "voice" ? { ...message, bytes: toBase64(message.bytes) } : message;
}

/** A reply that is late, doubled or broken throws inside the Bluetooth callback (SRC zml-app.js `onResponse`). */
function contain(transport: Messaging["transport"]): void {
	const take = transport.onFragmentData;
	transport.onFragmentData = (data) => {
		attempt(() => take.call(transport, data));
	};
}

/** It says goodbye over a radio that may be gone, and throws out of the app's `onDestroy` (SRC zml-app.js `sendClose`). */
function containEnd(messaging: Messaging): void {
	const disconnect = messaging.disConnect;
	messaging.disConnect = () => attempt(() => disconnect.call(messaging));
}
