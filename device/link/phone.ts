/**
 * The link to the phone, as the page opens and closes it: the radio, our transport over it and the requests on top. zml's own
 * watch end would take the transport's place here.
 */
import { now } from "../clock.ts";
import { files } from "../files.ts";
import { ownAppId } from "../own-package.ts";
import { timers } from "../timers.ts";
import { createLink, type Link } from "./link.ts";
import { offRadioStatus, onRadioStatus, radio } from "./radio.ts";
import { createRadioTransport, type PortMemory } from "./radio-transport.ts";

/** Ids of messages are 32 bits long. */
const FIRST_ID_MASK = 0x3fffffff;

export type Phone = { link: Link; close(): void };

export function openPhone(): Phone {
	const transport = createRadioTransport(radio, ownAppId(), now() & FIRST_ID_MASK, timers, openMemory());
	const link = createLink(transport, timers);
	onRadioStatus((connected) => {
		transport.status(connected);
		link.status(connected);
	});
	return {
		link,
		close: () => {
			offRadioStatus();
			transport.close();
		},
	};
}

const PORT_FILE = "port.txt";
/** A Side Service that spoke so recently is at the same port; a handshake could end it, and what it asks (`shake-restarts`). */
const PORT_KNOWN_MS = 60_000;
/** A disk is not written to for each frame. */
const KEEP_MS = 15_000;

/** For a page that is left while a question is open, and opened again. */
function openMemory(): PortMemory {
	let kept = 0;
	let keptAt = 0;
	return {
		recall: () => {
			const [port = 0, at = 0] = (files.read(PORT_FILE) ?? "").split(" ").map(Number);
			const age = now() - at;
			return port > 0 && age >= 0 && age < PORT_KNOWN_MS ? port : 0;
		},
		keep: (port) => {
			if (port === kept && now() - keptAt < KEEP_MS) return;
			kept = port;
			keptAt = now();
			if (port === 0) files.remove(PORT_FILE);
			else files.write(PORT_FILE, `${port} ${keptAt}`);
		},
	};
}
