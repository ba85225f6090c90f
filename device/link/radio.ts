/**
 * The watch's Bluetooth to the phone's Zepp app. Owns the calls of `@zos/ble`; never what is said over it. Rule: nothing
 * throws, and a page that is left does not take the radio from the one that has come.
 */
import { addListener, connectStatus, createConnect, disConnect, removeListener, send } from "@zos/ble";
import { attempt } from "../guard.ts";
import { shared } from "../shared.ts";

/** Who has the radio: pages count up. */
let turn = 0;

/** `told`: whether the phone has come back, or gone out of reach. */
export function openRadio(take: (bytes: Uint8Array) => void, told: (connected: boolean) => void): void {
	const app = shared();
	turn = (app.opened ?? 0) + 1;
	app.opened = turn;
	attempt(() =>
		createConnect((_index, data: unknown) => {
			// It may be of another realm, where `instanceof` says nothing (`other-realm`).
			attempt(() => take(new Uint8Array(data as ArrayBuffer)));
		}),
	);
	attempt(() =>
		addListener((connected) => {
			attempt(() => told(connected === true));
		}),
	);
}

/**
 * No CLOSE goes out: on some phones it ends the Side Service (`close-ends`), with what it asks, and the next page goes on
 * at the same port.
 */
export function closeRadio(): void {
	if (shared().opened !== turn) return;
	attempt(() => removeListener());
	attempt(() => disConnect());
}

export function isConnected(): boolean {
	return attempt(() => connectStatus()) === true;
}

/** False where the radio would not take it. `frame` must be alone in its buffer (SRC zml-app.js `sendBin`). */
export function sendFrame(frame: Uint8Array): boolean {
	const answer: unknown = attempt(() => send(frame.buffer as ArrayBuffer, frame.length));
	// False: nothing went out (SRC zml-app.js, which throws then). What else it answers is not documented.
	return answer !== null && answer !== false;
}
