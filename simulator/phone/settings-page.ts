/**
 * A package's settings page as the Zepp app would show it. Owns when it is built again (whenever the storage changes)
 * and what an act does; never how it looks. Rule: the tree holds what a person would see, no more.
 */
import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import { bundleRuntime, createPhoneContext } from "./context.ts";
import { type PhonePackage, readSideText } from "./package.ts";
import { claimRejections } from "./rejections.ts";
import type { Host, LogLevel, PageHooks } from "./runtime/host.ts";
import type { SettingsNode } from "./settings-node.ts";
import type { SettingsStorage } from "./settings-storage.ts";
import { createLife, createStorageHost } from "./side-service.ts";

export type { SettingsNode } from "./settings-node.ts";

/** What the person enters: text, a choice, a switch, a number; nothing for a click. */
type SettingsValue = string | boolean | number | string[] | undefined;

export interface SettingsPage {
	/** Null when nothing can be shown; the log says why. */
	render(): SettingsNode | null;
	/**
	 * What the person does to the node of that `id` in the tree with the revision `seen`, else in the one last rendered. An
	 * unknown id does nothing.
	 */
	act(id: string, value?: SettingsValue, seen?: number): void;
	/** Tells that `render` may give something else than before; the returned function stops it. */
	onChange(listener: () => void): () => void;
	close(): void;
}

export type SettingsPageOptions = {
	pkg: PhonePackage;
	clock: Clock;
	random: Random;
	storage: SettingsStorage;
	language: string;
	removableSettings: boolean;
	log(level: LogLevel, text: string): void;
};

export function prepareSettingsPage(): Promise<string> {
	return bundleRuntime("settings-page");
}

/** Null for a package that has none. */
export function createSettingsPage(runtime: string, options: SettingsPageOptions): SettingsPage | null {
	const script = readSideText(options.pkg, "setting.js");
	if (script === null) return null;
	const { clock, random, storage, language, log } = options;
	const life = createLife(clock);
	const host: Host = {
		...life.timers,
		log: (level, text) => (life.alive() ? log(level, text) : undefined),
		now: () => clock.now(),
		random: () => random.next(),
		language,
		storage: createStorageHost(storage, "page", life, options.removableSettings),
	};
	const context = createPhoneContext<Host, PageHooks>(runtime, host);
	const listeners = new Set<() => void>();
	let tree: SettingsNode | null | undefined;
	life.onEnd(claimRejections(context.owns, (why) => log("error", `unhandled rejection: ${why}`)));
	life.onEnd(
		storage.onChange(() => {
			tree = undefined;
			for (const listener of [...listeners]) listener();
		}),
	);
	try {
		context.runScript(script, "setting.js");
	} catch (error) {
		log("error", `setting.js threw ${String(error)}`);
	}

	function render(): SettingsNode | null {
		if (tree !== undefined || !life.alive()) return tree ?? null;
		const json = context.hooks.render();
		// The runtime's own output: its shape is checked by the compiler on that side.
		tree = json === null ? null : (JSON.parse(json) as SettingsNode);
		return tree;
	}

	return {
		render,
		act(id, value, seen = 0) {
			if (!life.alive()) return;
			render();
			context.hooks.act(id, value === undefined ? "" : JSON.stringify(value), seen);
		},
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: life.end,
	};
}
