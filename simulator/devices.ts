/** The watches we know, from packaging/devices.json. Owns the lookup and which of them can run AskFace; nothing else. */
import table from "../packaging/devices.json" with { type: "json" };

export type Device = (typeof table.devices)[number];

/** zml's transport needs it, so every AskFace package has it as `minVersion`. */
export const MIN_API_LEVEL = "3.6";

export const DEVICES: readonly Device[] = table.devices;

export function findDevice(id: string): Device | undefined {
	return DEVICES.find((device) => device.id === id);
}

/** Compares dotted levels by number: `atLeast("4.2", "3.6")`. */
export function atLeast(level: string, wanted: string): boolean {
	const [major = 0, minor = 0] = level.split(".").map(Number);
	const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
	return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

export function isSupported(device: Device): boolean {
	return atLeast(device.apiLevel, MIN_API_LEVEL);
}
