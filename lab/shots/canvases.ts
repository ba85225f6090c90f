/** The watches that stand for all: one for each size and shape of screen that there is. Owns the choice. */

import { isSupported, MIN_API_LEVEL } from "../../packaging/supported.ts";
import { DEVICES, type Device } from "../../simulator/index.ts";

/** Where several have the same screen, one that is known to show cards, else the first. */
export function canvasDevices(): Device[] {
	const bySize = new Map<string, Device>();
	for (const device of DEVICES) {
		const size = `${device.shape} ${device.width}x${device.height}`;
		const known = bySize.get(size);
		if (!known || (!known.secondaryWidget && device.secondaryWidget)) bySize.set(size, device);
	}
	return [...bySize.values()].sort((a, b) => a.shape.localeCompare(b.shape) || a.width - b.width);
}

/**
 * The device as it is drawn. One below AskFace's API level is drawn as if it had that: so that its size of screen is seen,
 * though AskFace does not run on it.
 */
export function drawnAs(device: Device): Device {
	return isSupported(device) ? device : { ...device, apiLevel: MIN_API_LEVEL };
}
