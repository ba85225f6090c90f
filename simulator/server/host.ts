/** Makes one desktop after the other for the page: a new one for each choice of watch or language, all on one state. */
import { createDesktop, type Desktop, type DesktopOptions } from "../desktop.ts";
import { type Device, findDevice, isSupported } from "../devices.ts";
import { openState } from "../state.ts";
import type { DesktopHost } from "./serve.ts";

/** `options` without what the page chooses. */
export async function hostDesktops(
	options: Omit<DesktopOptions, "device" | "language">,
	first: { device: Device; language: string },
): Promise<DesktopHost> {
	const state = options.state ?? openState(null);
	let desktop = await make(first.device, first.language);

	async function make(device: Device, language: string): Promise<Desktop> {
		const made = await createDesktop({ ...options, state, device, language });
		made.begin();
		return made;
	}

	return {
		current: () => desktop,
		async change({ device: id, language }) {
			const device = findDevice(id);
			if (!device || !isSupported(device)) throw new Error(`no watch "${id}" that the simulator can offer`);
			const next = await make(device, language);
			desktop.close();
			desktop = next;
			return desktop;
		},
	};
}
