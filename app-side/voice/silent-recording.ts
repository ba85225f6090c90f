/** Half a second of silence as a recording, for trying out who listens. */
import { toBase64 } from "../../core/wire/base64.ts";
import type { Speech } from "../providers/provider.ts";
import { toOgg } from "./ogg.ts";

/** 20 ms of CELT whose only symbol says "silence" (RFC 6716 section 4.3, table 56). */
const PACKET = Uint8Array.of(0xf8, 0xff, 0xfe);
const PACKETS = 25;
const SERIAL = 1;

export function silence(): Speech {
	const ogg = toOgg(Array<Uint8Array>(PACKETS).fill(PACKET), SERIAL);
	return { ogg, base64: toBase64(ogg), seconds: 1 };
}
