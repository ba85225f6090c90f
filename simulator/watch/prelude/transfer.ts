/**
 * `@zos/ble/TransferFile` (DOC transfer-file/TransferFile): libraries listen for files at their start, so its boxes are there.
 * Moving a file is not modelled: no file ever comes, and sending one says so.
 */
import { fenceMethods } from "./fence.ts";
import { refuse } from "./modules.ts";

export function transferModule(): object {
	const inbox = fenceMethods({
		on: () => undefined,
		off: () => undefined,
		getNextFile: () => refuse("@zos/ble/TransferFile.getNextFile"),
	});
	const outbox = fenceMethods({ enqueueFile: () => refuse("@zos/ble/TransferFile.enqueueFile") });
	class TransferFile {
		readonly inbox = inbox;
		readonly outbox = outbox;
		getInbox(): unknown {
			return inbox;
		}
		getOutbox(): unknown {
			return outbox;
		}
	}
	fenceMethods(TransferFile.prototype);
	// zml 0.0.43 takes the boxes of the module itself.
	return Object.assign(TransferFile, { default: TransferFile, inbox, outbox });
}
