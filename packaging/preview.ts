/**
 * `npm run preview -- face|companion|workout`, or one of the probe: puts a package onto a watch, by way of the vendor's own command line tool,
 * `@zeppos/zeus-cli`; with `--simulator` into the vendor's simulator. Owns the tool's fetching and the staged folder that it is
 * given; never the login, which is the person's and the tool's.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readLine, runCommand, taking, UsageError } from "../cli/command.ts";
import { PackagingFault } from "../packing/packaging-fault.ts";
import {
	isPackageName,
	isProbeName,
	PACKAGE_NAMES,
	type PackageName,
	PROBE_NAMES,
	type ProbeName,
} from "./packages.ts";
import { CACHE, ROOT } from "./places.ts";
import { stagePackage } from "./stage.ts";
import { WATCHES_NOTE } from "./supported.ts";

const ZEUS = "@zeppos/zeus-cli";
const ZEUS_VERSION = "1.9.1";
const NAMES = [...PACKAGE_NAMES, ...PROBE_NAMES].join("|");

const PREVIEW = {
	call: "npm run preview --",
	does: `Puts a package onto a watch, by the vendor's own tool (${ZEUS} ${ZEUS_VERSION}, fetched once): it asks for the login and shows a QR code.`,
	forms: [`${NAMES} [--simulator [--target WATCH]]`],
	takesWords: true,
	flags: {
		simulator: { type: "boolean", says: "into the vendor's own simulator instead (docs/vendor-simulator.md)" },
		target: taking(
			"WATCH",
			'for which watch there, by its full name such as "Amazfit Balance 2"; without it the tool asks',
		),
	},
	notes: [WATCHES_NOTE],
	ends: "that of the vendor's tool",
} as const;

const ON_A_WATCH = `What happens next, by the vendor's ${ZEUS} ${ZEUS_VERSION}:
  - it asks you to log in with your Zepp account, in a browser, and which watch you have;
  - it sends the package to Zepp and shows a QR code, good for seven days;
  - in the Zepp app, open Profile > Settings > About and tap the icon seven times for Developer Mode,
    then Profile > your watch > Developer Mode > Scan, and scan the code.
It reports its use to Zepp (api-analytics.zepp.com). AskFace itself reports nothing to anybody.
`;

const IN_THE_SIMULATOR = `What happens next, by the vendor's ${ZEUS} ${ZEUS_VERSION}:
  - it looks for the vendor's simulator on this computer, and ends if none is open (docs/vendor-simulator.md);
  - it asks for which watch, unless --target names one, packs for it and installs the package there;
  - it waits for changes: end it with Ctrl+C.
It reports its use to Zepp (api-analytics.zepp.com). AskFace itself reports nothing to anybody.
`;

export type Wanted = {
	readonly name: PackageName | ProbeName;
	readonly says: string;
	/** For the vendor's tool. */
	readonly arguments: readonly string[];
};

/** Throws UsageError. */
export function decodePreview(args: readonly string[]): Wanted {
	const { positionals, values } = readLine(PREVIEW, args);
	const [name, ...others] = positionals;
	if (name === undefined || others.length > 0) throw new UsageError(`name one package: ${NAMES}`);
	if (!isPackageName(name) && !isProbeName(name)) throw new UsageError(`no package is called ${name}: ${NAMES}`);
	if (values.simulator !== true) {
		if (values.target !== undefined) throw new UsageError("--target goes with --simulator");
		return { name, says: ON_A_WATCH, arguments: ["preview"] };
	}
	// Named, or it asks for it (read in its modules/run.js).
	const simulator = ["dev", "--simulatorHost", "127.0.0.1"];
	const target = values.target === undefined ? [] : ["--target", values.target];
	return { name, says: IN_THE_SIMULATOR, arguments: [...simulator, ...target] };
}

/**
 * Where the tool is, installed if need be. It finds its own private modules through `_moduleAliases` of the package.json
 * two folders above `module-alias`, which npm puts beside it: ours, so ours names them (PKG).
 */
function ensureZeus(): string {
	const home = join(CACHE, `zeus-${ZEUS_VERSION}`);
	const main = join(home, "node_modules", ZEUS, "bin", "main.js");
	if (existsSync(main)) return main;
	rmSync(home, { recursive: true, force: true });
	mkdirSync(home, { recursive: true });
	const manifest = {
		private: true,
		dependencies: { [ZEUS]: ZEUS_VERSION },
		_moduleAliases: { "zeppos-app-utils": `node_modules/${ZEUS}/private-modules/zeppos-app-utils` },
	};
	writeFileSync(join(home, "package.json"), JSON.stringify(manifest));
	process.stderr.write(`Fetching ${ZEUS} ${ZEUS_VERSION}, once (a minute or two) ...\n`);
	const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1"], {
		cwd: home,
		stdio: ["ignore", 2, 2],
		shell: process.platform === "win32",
	});
	if (status === 0 && existsSync(main)) return main;
	rmSync(home, { recursive: true, force: true });
	throw new PackagingFault(
		`${ZEUS} ${ZEUS_VERSION} could not be fetched. It needs a connection to the npm registry once.`,
	);
}

async function preview({ name, says, arguments: wanted }: Wanted): Promise<number> {
	const folder = join(ROOT, "dist", "preview", name);
	rmSync(folder, { recursive: true, force: true });
	await stagePackage(name, folder);
	process.stderr.write(`Staged: ${folder}\n`);
	const zeus = ensureZeus();
	process.stdout.write(says);
	return spawnSync(process.execPath, [zeus, ...wanted], { cwd: folder, stdio: "inherit" }).status ?? 1;
}

if (process.argv[1] === import.meta.filename) await runCommand(PREVIEW, (args) => preview(decodePreview(args)));
