/** The watch's Bluetooth to the phone's Zepp app, as a port. Owns the calls of `@zos/ble`; never what is said over it. */
import { addListener, connectStatus, createConnect, disConnect, removeListener, send } from "@zos/ble";
import { attempt } from "../guard.ts";
import type { Radio } from "./radio-transport.ts";

export const radio: Radio = {
	isConnected: () => attempt(() => connectStatus()) === true,
	send: (bytes) => {
		// It takes a whole ArrayBuffer (SRC zml-app.js `sendBin`), so the bytes must be alone in theirs.
		const answer: unknown = attempt(() => send(bytes.slice().buffer, bytes.length));
		// False: nothing went out (SRC zml-app.js, which throws then). What else it answers is not documented.
		return answer !== null && answer !== false;
	},
	listen: (onData) => {
		attempt(() => createConnect((_index, data) => take(data, onData)));
	},
	close: () => {
		attempt(() => disConnect());
	},
};

/** Tells when the phone goes out of reach and when it is back. One listener. */
export function onRadioStatus(listener: (connected: boolean) => void): void {
	attempt(() =>
		addListener((connected) => {
			attempt(() => listener(connected === true));
		}),
	);
}

export function offRadioStatus(): void {
	attempt(() => removeListener());
}

function take(data: unknown, onData: (bytes: Uint8Array) => void): void {
	if (isBuffer(data)) attempt(() => onData(new Uint8Array(data)));
}

/** It may be of another realm, where `instanceof` says nothing (`other-realm`). */
function isBuffer(data: unknown): data is ArrayBuffer {
	return typeof data === "object" && data !== null && "byteLength" in data;
}
