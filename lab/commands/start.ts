/**
 * `npm start`: packs the three packages, starts watch, phone and link, and serves them on localhost. The last line of
 * standard output is the address. Nothing is kept after it ends but with `--state`: a key may be entered here.
 */
import { parseArgs } from "node:util";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGE_NAMES } from "../../packaging/packages.ts";
import { isSupported, MIN_API_LEVEL } from "../../packaging/supported.ts";
import {
	createLiveClock,
	DEVICES,
	type Device,
	findDevice,
	holdState,
	hostDesktops,
	openState,
	serve,
} from "../../simulator/index.ts";

/** The light of a person who looks at a desktop, not at a wrist. */
const BRIGHT_TIME_MS = 60_000;

const FLAGS = {
	device: { type: "string", default: "balance2" },
	language: { type: "string", default: "en-US" },
	port: { type: "string" },
	state: { type: "string" },
} as const;

const USAGE = "npm start -- [--device ID] [--language TAG] [--port NUMBER] [--state FOLDER]";

try {
	await start(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}

async function start(args: string[]): Promise<void> {
	const { values } = parseArgs({ args, options: FLAGS });
	const device = decodeDevice(values.device);
	const port = decodePort(values.port ?? process.env.PORT);
	await holdState(values.state ?? null);
	const state = openState(values.state ?? null);
	console.error("Packing the face, the companion and the workout extension ...");
	const packages = (watch: Device) => Promise.all(PACKAGE_NAMES.map((name) => packPackage(name, watch)));
	const settings = { aod: true, brightTimeMs: BRIGHT_TIME_MS };
	const devices = DEVICES.filter(isSupported);
	const options = { title: "AskFace simulator", devices, packages, clock: createLiveClock(), state, settings };
	const host = await hostDesktops(options, { device, language: values.language });
	const served = await serve(host, { port });
	stopOnSignal(async () => {
		await served.close();
		host.current().close();
	});
	if (values.state === undefined)
		console.error("Settings and answers are forgotten at the end; --state FOLDER keeps them.");
	console.log(`AskFace simulator: ${served.url}`);
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

function decodeDevice(id: string): Device {
	const device = findDevice(id);
	if (!device) throw new Error(`no watch is called ${id}\n${USAGE}`);
	if (isSupported(device)) return device;
	throw new Error(`${device.name} has API level ${device.apiLevel}; AskFace needs ${MIN_API_LEVEL} or later`);
}

/** A free one where none is asked for. */
function decodePort(text: string | undefined): number {
	if (text === undefined || text === "") return 0;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${text} is no port\n${USAGE}`);
	return port;
}
