/** Makes one desktop after the other for the page: a new one for each choice of watch or language, all on one state. */

import { createDesktop, type Desktop, type DesktopOptions } from "../desktop.ts";
import { DEVICES, type Device } from "../devices.ts";
import { openState } from "../state.ts";
import type { DesktopHost } from "./serve.ts";

/** Without what the page chooses. Packages may be made for a watch when it is chosen: for all of them takes long. */
export type HostOptions = Omit<DesktopOptions, "device" | "language" | "packages"> & {
	packages: DesktopOptions["packages"] | ((device: Device) => Promise<DesktopOptions["packages"]>);
	/** What the page is called. Default: "Zepp OS simulator". */
	title?: string;
	/** The watches that the page offers. Default: all. */
	devices?: readonly Device[];
	/** What a watch and a phone have been through before the page shows them. Default: the watch is on. */
	begin?: (desktop: Desktop) => Promise<void>;
	/** What a newcomer may try, one after the other. */
	steps?: readonly HostStep[];
};

/** A step that was done once stays done. */
export type HostStep = { text: string; isDone(desktop: Desktop): boolean };

export async function hostDesktops(
	options: HostOptions,
	first: { device: Device; language: string },
): Promise<DesktopHost> {
	const state = options.state ?? openState(null);
	const devices = options.devices ?? DEVICES;
	let desktop = await make(first.device, first.language);

	async function make(device: Device, language: string): Promise<Desktop> {
		const packages = typeof options.packages === "function" ? await options.packages(device) : options.packages;
		const made = await createDesktop({ microphone: {}, ...options, packages, state, device, language });
		made.begin();
		await options.begin?.(made);
		return made;
	}

	return {
		title: options.title ?? "Zepp OS simulator",
		devices,
		current: () => desktop,
		steps: stepsFrom(options.steps ?? [], () => desktop),
		async change({ device: id, language }) {
			const device = devices.find((offered) => offered.id === id);
			if (device === undefined) throw new Error(`no watch "${id}" that the simulator can offer`);
			const next = await make(device, language);
			desktop.close();
			desktop = next;
			return desktop;
		},
	};
}

/** One counts only once those before it are done. */
function stepsFrom(steps: readonly HostStep[], current: () => Desktop): DesktopHost["steps"] {
	let done = 0;
	return () => {
		while (steps[done]?.isDone(current()) === true) done++;
		return steps.map(({ text }, at) => ({ text, done: at < done }));
	};
}
