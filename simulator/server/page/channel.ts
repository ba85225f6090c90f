/** The page's end of the WebSocket. Owns connecting, and connecting again after the server was away; never what is said. */
import type { PageMessage, ServerMessage } from "../protocol.ts";

export interface Channel {
	send(message: PageMessage): void;
	/** A WAV file that the watch's microphone hears from then on. */
	sendSound(wav: Uint8Array<ArrayBuffer>): void;
}

const AGAIN_MS = 1000;

export function openChannel(handlers: {
	onMessage(message: ServerMessage): void;
	onFrame(png: Blob): void;
	onStatus(connected: boolean): void;
}): Channel {
	let socket = connect();

	function connect(): WebSocket {
		const opened = new WebSocket(`ws://${location.host}/live`);
		opened.onopen = () => handlers.onStatus(true);
		opened.onclose = () => {
			handlers.onStatus(false);
			setTimeout(() => {
				socket = connect();
			}, AGAIN_MS);
		};
		opened.onmessage = ({ data }: MessageEvent<Blob | string>) => {
			// The server's own messages: their shape is checked by the compiler on that side.
			if (typeof data === "string") handlers.onMessage(JSON.parse(data) as ServerMessage);
			else handlers.onFrame(data);
		};
		return opened;
	}

	return {
		send(message) {
			if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
		},
		sendSound(wav) {
			if (socket.readyState === WebSocket.OPEN) socket.send(wav);
		},
	};
}

/** The element of the page with that id; index.html has it. */
export function byId<E extends HTMLElement>(id: string, kind: abstract new (...values: never[]) => E): E {
	const element = document.getElementById(id);
	if (!(element instanceof kind)) throw new Error(`#${id} is missing`);
	return element;
}
