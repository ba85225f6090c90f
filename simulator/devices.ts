/** The watches that the simulator can be. Owns the lookup and which of them can run AskFace; the table is packaging's. */
import { atLeast, WATCHES, type Watch } from "../packing/watch-list.ts";

export type Device = Watch;
export { atLeast };

/** zml's transport needs it, so every AskFace package has it as `minVersion`. */
export const MIN_API_LEVEL = "3.6";

export const DEVICES: readonly Device[] = WATCHES;

export function findDevice(id: string): Device | undefined {
	return DEVICES.find((device) => device.id === id);
}

export function isSupported(device: Device): boolean {
	return atLeast(device.apiLevel, MIN_API_LEVEL);
}
