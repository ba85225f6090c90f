/** The first line of the report: watch, firmware and API level. Nothing of the person. */
import { getDeviceInfo } from "@zos/device";
import { getSystemInfo } from "@zos/settings";
import { word } from "./words.ts";

export function headLine(): string {
	const device: Record<string, unknown> = Object(attempt(getDeviceInfo));
	const system: Record<string, unknown> = Object(attempt(getSystemInfo));
	return [
		`watch=${word(device.deviceName)}`,
		`source=${word(device.deviceSource)}`,
		`screen=${word(device.width)}x${word(device.height)}`,
		`firmware=${word(system.firmwareVersion)}`,
		`os=${word(system.osVersion)}`,
		`api=${word(system.minAPI)}`,
	].join(" ");
}

function attempt(run: () => unknown): unknown {
	try {
		return run();
	} catch (_) {
		return undefined;
	}
}
