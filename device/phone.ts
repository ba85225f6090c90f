/**
 * The link to the phone, as the page opens and closes it: the radio, our transport over it and the requests on top. zml's own
 * watch end would take the transport's place here.
 */
import { now } from "./clock.ts";
import { createLink, type Link } from "./link.ts";
import { ownAppId } from "./own-package.ts";
import { offRadioStatus, onRadioStatus, radio } from "./radio.ts";
import { createRadioTransport } from "./radio-transport.ts";
import { timers } from "./timers.ts";

/** Ids of messages are 32 bits long. */
const FIRST_ID_MASK = 0x3fffffff;

export type Phone = { link: Link; close(): void };

export function openPhone(): Phone {
	const transport = createRadioTransport(radio, ownAppId(), now() & FIRST_ID_MASK, timers);
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
