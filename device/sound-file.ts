/** The sound of an answer on the disk, written piece by piece as it comes. Owns its one file. Rule: nothing throws, and a page removes it. */
import { closeSync, O_CREAT, O_TRUNC, O_WRONLY, openSync, statSync } from "@zos/fs";
import { files, writeAll } from "./files.ts";
import { attempt } from "./guard.ts";
import { SOUND } from "./recording.ts";

export type SoundFile = {
	/** False where the disk does not take it. */
	add(bytes: Uint8Array): boolean;
	/** Nothing is added any more. Whether all of it is there. */
	isWhole(size: number): boolean;
	remove(): void;
};

export function createSoundFile(): SoundFile {
	const fd = attempt(() => openSync({ path: SOUND, flag: O_WRONLY | O_CREAT | O_TRUNC }));
	let isOpen = fd !== null && fd >= 0;
	const close = () => {
		if (isOpen) attempt(() => closeSync({ fd: fd ?? 0 }));
		isOpen = false;
	};
	return {
		// It must be alone in its buffer.
		add: (bytes) => isOpen && attempt(() => writeAll(fd ?? 0, bytes.slice())) === true,
		isWhole: (size) => {
			close();
			return attempt(() => statSync({ path: SOUND })?.size) === size;
		},
		remove: () => {
			close();
			files.remove(SOUND);
		},
	};
}
