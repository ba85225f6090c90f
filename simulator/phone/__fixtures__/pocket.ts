/** A phone with one small app on it and a watch's end of the link in the test's hand. */
import { build } from "esbuild";
import type { Clock } from "../../clock.ts";
import { buildFrame, type Frame, readFrame } from "../../link/frame.ts";
import { createLink, type Link } from "../../link/link.ts";
import { openState } from "../../state.ts";
import { createVirtualClock } from "../../virtual-clock.ts";
import { createPhone, type Phone, type PhoneOptions } from "../phone.ts";
import { parsePhone } from "../profile.ts";

export const APP_ID = 40001;
const WATCH_PORT = 20;

export type Pocket = {
	clock: Clock;
	link: Link;
	phone: Phone;
	logs: string[];
	/** Frames that reached the watch. */
	down: Frame[];
	sendFrame(kind: Frame["kind"], payload: Uint8Array): void;
	/** Runs `script`'s Side Service and gives what it logged. */
	startAndLog(): Promise<string[]>;
};

export async function createPocket(
	files: { side?: string; setting?: string },
	options: { profile?: string; rate?: number; phone?: Partial<PhoneOptions> } = {},
): Promise<Pocket> {
	const clock = createVirtualClock({ start: Date.UTC(2026, 0, 2, 3, 4, 5), rate: options.rate ?? 1 });
	const link = createLink({ clock });
	const logs: string[] = [];
	const phone = await createPhone({
		clock,
		radio: link.phone,
		profile: parsePhone(options.profile ?? ""),
		language: "en-US",
		seed: 1,
		settings: openState(null).settings,
		log: (entry) => (entry.appId === undefined ? undefined : logs.push(entry.text)),
		...options.phone,
	});
	const encode = (text: string) => new TextEncoder().encode(text);
	const sideFiles = new Map([["app.json", encode(JSON.stringify({ app: { appId: APP_ID, appName: "Pocket" } }))]]);
	if (files.side !== undefined) sideFiles.set("app-side.js", encode(files.side));
	if (files.setting !== undefined) sideFiles.set("setting.js", encode(files.setting));
	phone.install({ appId: APP_ID, sideFiles });
	const down: Frame[] = [];
	link.watch.open(APP_ID, (bytes) => {
		const frame = readFrame(bytes);
		if (frame) down.push({ ...frame, payload: frame.payload.slice() });
	});
	return {
		clock,
		link,
		phone,
		logs,
		down,
		sendFrame(kind, payload) {
			link.watch.send(APP_ID, buildFrame({ kind, watchPort: WATCH_PORT, phonePort: 0, appId: APP_ID, payload }));
		},
		async startAndLog() {
			phone.start(APP_ID);
			await clock.runFor(1);
			return logs;
		},
	};
}

/** Bundles a module as the packager would: one script. */
export async function bundleScript(source: string): Promise<string> {
	const result = await build({
		stdin: { contents: source, resolveDir: import.meta.dirname },
		bundle: true,
		write: false,
		format: "iife",
		target: "es2020",
		platform: "neutral",
		mainFields: ["module", "main"],
		logLevel: "error",
	});
	return result.outputFiles[0]?.text ?? "";
}
