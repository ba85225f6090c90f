/** Recordings on the disk, read a piece at a time: a whole one would fill the heap. Rule: nothing throws. */
import { closeSync, O_RDONLY, openSync, readSync, statSync } from "@zos/fs";
import { VOICE_LIMIT_BYTES, VOICE_PIECE_BYTES } from "../core/wire/protocol.ts";
import { attempt } from "./guard.ts";
import type { Sounds } from "./link/voice-upload.ts";

export const sounds: Sounds = {
	size: (path) => Math.min(attempt(() => statSync({ path })?.size) ?? 0, VOICE_LIMIT_BYTES),
	piece: (path, at) => {
		const fd = attempt(() => openSync({ path, flag: O_RDONLY }));
		if (fd === null || fd < 0) return null;
		const buffer = new ArrayBuffer(VOICE_PIECE_BYTES);
		const count = attempt(() => readSync({ fd, buffer, options: { position: at } }));
		attempt(() => closeSync({ fd }));
		return count !== null && count > 0 ? new Uint8Array(buffer, 0, count) : null;
	},
};
