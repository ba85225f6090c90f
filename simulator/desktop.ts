/**
 * One watch, one phone and the link between them, in one process. Owns how they are joined and the one log; never what
 * any of them does. The page on localhost, the command line and the tests all run this.
 */
import type { Clock } from "./clock.ts";
import type { Device } from "./devices.ts";
import { readFrame } from "./link/frame.ts";
import { createLink, type Link, type LinkModel, type Traffic } from "./link/link.ts";
import { GOOD_LINK } from "./link/model.ts";
import { type OpenedPackage, openPackage } from "./package/open-package.ts";
import { createPhone, type Phone } from "./phone/phone.ts";
import { DEFAULT_PHONE, type PhoneProfile } from "./phone/profile.ts";
import { DOCUMENTED, type Platform } from "./platform/index.ts";
import { openState, type State } from "./state.ts";
import { type Microphone, type MicrophoneOptions, NO_MICROPHONE, openMicrophone } from "./watch/microphone.ts";
import { plainSensors, type Sensors } from "./watch/sensors.ts";
import { createWatch } from "./watch/simulated-watch.ts";
import type { WatchSettings } from "./watch/system.ts";
import type { Watch } from "./watch/watch.ts";

export type LogEntry = {
	/** Simulated ms since the epoch. */
	at: number;
	source: "watch" | "phone" | "settings" | "link" | "host";
	appId?: number;
	level: "debug" | "info" | "warn" | "error";
	text: string;
};

export type DesktopOptions = {
	device: Device;
	/** Paths of `.zab` or `.zpk` files, or opened ones; the first face, else the first app, is what the watch shows at first. */
	packages: readonly (string | OpenedPackage)[];
	clock: Clock;
	link?: LinkModel;
	phone?: PhoneProfile;
	/** What watch and phone do otherwise than documented. Default: nothing. */
	platform?: Platform;
	/** Default: in memory, for as long as this desktop. */
	state?: State;
	/** Default 1. The link has a seed of its own. */
	seed?: number;
	/** BCP 47, of watch and phone. Default `en-US`. */
	language?: string;
	/** Of the watch; its offset from UTC is the desktop's own where not given. */
	settings?: Partial<Omit<WatchSettings, "language">>;
	sensors?: Sensors;
	/** Throws where its sound is no PCM WAV file. */
	microphone?: MicrophoneOptions;
	/** By how much each one's clock is ahead of the simulation's, in ms. Default: not. */
	clocks?: Readonly<{ watch: number; phone: number }>;
	/** Simulated ms that a server takes for its next reply. Default: none but those of the desktop. */
	serverMs?: () => number;
	log?: (entry: LogEntry) => void;
};

export interface Desktop {
	readonly device: Device;
	readonly language: string;
	readonly profile: PhoneProfile;
	readonly clock: Clock;
	readonly watch: Watch;
	readonly phone: Phone;
	readonly link: Link;
	readonly microphone: Microphone;
	readonly packages: readonly OpenedPackage[];
	/** Shows the first face; without one opens the first app, else starts the first workout. */
	begin(): void;
	note(level: LogEntry["level"], text: string): void;
	/** The latest entries, oldest first. */
	entries(): readonly LogEntry[];
	onLog(listener: (entry: LogEntry) => void): () => void;
	/** Nothing runs afterwards. What was kept stays in `state`. */
	close(): void;
}

/** How many log entries are kept. */
const LOG_ENTRIES = 2000;

/** What watch and phone share: the options with their defaults, the link between them and the log. */
type Bench = ReturnType<typeof benchOf>;

function benchOf(options: DesktopOptions) {
	return {
		options,
		clock: options.clock,
		language: options.language ?? "en-US",
		seed: options.seed ?? 1,
		profile: options.phone ?? DEFAULT_PHONE,
		platform: options.platform ?? DOCUMENTED,
		state: options.state ?? openState(null),
		link: createLink({ clock: options.clock, model: options.link ?? GOOD_LINK }),
		log: createLog(options.log),
	};
}

function phoneOn({ options, clock, language, seed, profile, platform, state, link, log }: Bench): Promise<Phone> {
	return createPhone({
		...{ clock, profile, language, seed },
		radio: link.phone,
		habits: platform.phone,
		settings: state.settings,
		aheadMs: () => options.clocks?.phone ?? 0,
		...(options.serverMs === undefined ? {} : { serverMs: options.serverMs }),
		log: ({ appId, ...entry }) => log.add({ at: clock.now(), ...(appId === undefined ? {} : { appId }), ...entry }),
	});
}

function watchOn({ options, clock, language, seed, platform, state, link, log }: Bench, microphone: Microphone): Watch {
	return createWatch({
		...{ microphone, platform, device: options.device, clock, seed },
		settings: {
			utcOffsetMinutes: -new Date(clock.now()).getTimezoneOffset(),
			aheadMs: () => options.clocks?.watch ?? 0,
			...options.settings,
			language,
		},
		storage: state.watch,
		bluetooth: link.watch,
		sensors: options.sensors ?? plainSensors(),
		log: ({ level, tag, text, ...line }) =>
			log.add({
				...line,
				source: "watch",
				level: level === "log" ? "info" : level,
				text: tag ? `[${tag}] ${text}` : text,
			}),
	});
}

/** Throws an Error that says why, when a package cannot run on the device. */
export async function createDesktop(options: DesktopOptions): Promise<Desktop> {
	const packages = options.packages.map((one) => (typeof one === "string" ? openPackage(one, options.device) : one));
	const bench = benchOf(options);
	const { clock, language, profile, link, log } = bench;
	const phone = await phoneOn(bench);
	const microphone = await microphoneOf(options);
	const watch = watchOn(bench, microphone);
	const say = (source: LogEntry["source"]) => (level: LogEntry["level"], text: string) =>
		log.add({ at: clock.now(), source, level, text });
	link.onStatus((connected) => say("link")("info", connected ? "connected" : "disconnected"));
	link.onTraffic((traffic) => say("link")("debug", describe(traffic)));
	for (const opened of packages) {
		watch.install(opened);
		if (opened.sideFiles.size > 0) phone.install(opened);
	}
	return {
		...{ device: options.device, language, profile, clock, watch, phone, link, microphone, packages },
		begin: () => begin(watch, packages),
		note: say("host"),
		entries: log.entries,
		onLog: log.onAdd,
		close() {
			watch.dispose();
			phone.discard();
		},
	};
}

async function microphoneOf({ microphone }: DesktopOptions): Promise<Microphone> {
	if (microphone === undefined) return NO_MICROPHONE;
	const opened = await openMicrophone(microphone);
	if (!opened.ok) throw new Error(`the microphone hears no sound: ${opened.why}`);
	return opened.value;
}

/** Sizes and kinds only: what a frame says is the package's own. */
function describe({ direction, bytes, fate }: Traffic): string {
	const way = direction === "up" ? "watch to phone" : "phone to watch";
	return `${way}: ${readFrame(bytes)?.kind ?? "no frame"}, ${bytes.byteLength} B${fate === "sent" ? "" : `, ${fate}`}`;
}

function begin(watch: Watch, packages: readonly OpenedPackage[]): void {
	const face = packages.find((opened) => opened.manifest.modules.watchface !== undefined);
	const app = packages.find((opened) => opened.manifest.modules.pages.length > 0);
	const workout = packages.find((opened) => opened.manifest.modules.dataWidget !== undefined);
	if (face) watch.showFace(face.appId);
	else if (app) watch.launch(app.appId);
	else if (workout) watch.startWorkout(workout.appId);
}

function createLog(also: ((entry: LogEntry) => void) | undefined) {
	const entries: LogEntry[] = [];
	const listeners = new Set<(entry: LogEntry) => void>(also ? [also] : []);
	return {
		add(entry: LogEntry): void {
			entries.push(entry);
			if (entries.length > LOG_ENTRIES) entries.shift();
			for (const listener of [...listeners]) listener(entry);
		},
		entries: () => entries,
		onAdd(listener: (entry: LogEntry) => void): () => void {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
