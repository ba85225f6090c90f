/**
 * `npm start`: packs the three packages, starts watch, phone and link, and serves them on localhost. The last line of
 * standard output is the address. Nothing is kept after it ends but with `--state`: a key may be entered here.
 */
import { resolve } from "node:path";
import { readLine, runCommand, taking } from "../../cli/command.ts";
import { PROVIDERS, SETTING } from "../../core/settings/settings.ts";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGE_NAMES, PACKAGES } from "../../packaging/packages.ts";
import { isSupported } from "../../packaging/supported.ts";
import {
	claimPort,
	createLiveClock,
	DEVICES,
	type Desktop,
	type Device,
	decodeLanguage,
	type HostStep,
	holdState,
	hostDesktops,
	openState,
	type State,
	serve,
} from "../../simulator/index.ts";
import { readJournal } from "../records.ts";
import { DEVICE, decodeDevice, LANGUAGES_NOTE, WATCHES_NOTE } from "./flags.ts";

const COMPANION = PACKAGES.companion.appId;
/** For the phone to say hello to the watch, and for the page to be drawn. */
const HELLO_MS = 10_000;
const DRAW_MS = 600;

/** The light of a person who looks at a desktop, not at a wrist. */
const BRIGHT_TIME_MS = 60_000;

const START = {
	call: "npm start --",
	does: "A watch and a phone with AskFace, on a page on this computer; the last line is its address. Ctrl+C ends it.",
	flags: {
		device: DEVICE,
		language: { ...taking("TAG", "of watch and phone"), default: "en-US" },
		port: taking("NUMBER", "of the page; without it that of the variable PORT, else a free one"),
		state: taking("FOLDER", "keeps what watch and phone store there; without it all is forgotten at the end"),
	},
	notes: [LANGUAGES_NOTE, WATCHES_NOTE],
} as const;

async function start(args: readonly string[]): Promise<number> {
	const { values } = readLine(START, args);
	const device = decodeDevice(values.device);
	const language = decodeLanguage(values.language);
	const port = await claimPort(values.port, process.env.PORT);
	await holdState(values.state ?? null);
	const state = openState(values.state ?? null);
	console.error("Packing the face, the companion and the workout extension ...");
	const packages = (watch: Device) => Promise.all(PACKAGE_NAMES.map((name) => packPackage(name, watch)));
	const settings = { aod: true, brightTimeMs: BRIGHT_TIME_MS };
	const devices = DEVICES.filter(isSupported);
	const host = await hostDesktops(
		{
			...{ title: "AskFace simulator", devices, packages, clock: createLiveClock(), state, settings },
			begin: (desktop) => openOnce(desktop, state),
			steps: stepsOn(state),
		},
		{ device, language },
	);
	const served = await serve(host, { port });
	stopOnSignal(async () => {
		await served.close();
		host.current().close();
	});
	console.error(
		values.state === undefined
			? "Settings and answers are forgotten at the end; --state FOLDER keeps them."
			: `Settings and answers are kept in ${resolve(values.state)}.`,
	);
	console.log(`AskFace simulator: ${served.url}`);
	return 0;
}

/** As a person does who has put AskFace on a watch: opens it once, so that the face knows what to offer. */
async function openOnce({ watch, clock }: Desktop, state: State): Promise<void> {
	const knows = () => state.watch.read(COMPANION, "look.json") !== undefined;
	watch.launch(COMPANION);
	await clock.runUntil(knows, HELLO_MS);
	await clock.runFor(DRAW_MS);
	watch.home();
}

function stepsOn(state: State): HostStep[] {
	const isAnswered = () => readJournal(state).some((row) => row.state === "answered");
	const storage = state.settings(COMPANION);
	const hasKey = () => PROVIDERS.some(({ id }) => (storage.get(SETTING.key(id)) ?? "") !== "");
	const hasServer = () => (storage.get(SETTING.baseUrl("custom")) ?? "") !== "";
	return [
		{ text: "Tap a question on the watch.", isDone: isAnswered },
		{
			text: "Press the upper button: the answer stays on the face.",
			isDone: ({ watch }) => watch.surface()?.kind === "face" && isAnswered(),
		},
		{
			text: "On the phone, choose a provider and paste your key.",
			isDone: () => hasKey() || hasServer(),
		},
	];
}

function stopOnSignal(close: () => Promise<void>): void {
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		void close().then(() => process.exit(0));
	};
	process.once("SIGINT", stop);
	process.once("SIGTERM", stop);
}

await runCommand(START, start);
