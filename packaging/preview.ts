/**
 * `npm run preview -- face|companion|workout`: puts a package onto a watch, by way of the vendor's own command line tool,
 * `@zeppos/zeus-cli`. Owns its fetching and the staged folder that it is given; never the login, which is the person's
 * and the tool's.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isPackageName, PACKAGE_NAMES, type PackageName } from "./packages.ts";
import { PackagingFault } from "./packaging-fault.ts";
import { CACHE, ROOT } from "./places.ts";
import { stagePackage } from "./stage.ts";

const ZEUS = "@zeppos/zeus-cli";
const ZEUS_VERSION = "1.9.1";
const USAGE_STATUS = 2;

const WHAT_HAPPENS = `What happens next, by the vendor's ${ZEUS} ${ZEUS_VERSION}:
  - it asks you to log in with your Zepp account, in a browser, and which watch you have;
  - it sends the package to Zepp and shows a QR code, good for seven days;
  - in the Zepp app, open Profile > Settings > About and tap the icon seven times for Developer Mode,
    then Profile > your watch > Developer Mode > Scan, and scan the code.
It reports its use to Zepp (api-analytics.zepp.com). AskFace itself reports nothing to anybody.
`;

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

async function preview(name: PackageName): Promise<number> {
	const folder = join(ROOT, "dist", "preview", name);
	rmSync(folder, { recursive: true, force: true });
	await stagePackage(name, folder);
	const zeus = ensureZeus();
	process.stdout.write(WHAT_HAPPENS);
	return spawnSync(process.execPath, [zeus, "preview"], { cwd: folder, stdio: "inherit" }).status ?? 1;
}

async function main(args: readonly string[]): Promise<number> {
	const [name, ...others] = args;
	if (name === undefined || !isPackageName(name) || others.length > 0) {
		process.stderr.write(`Usage: npm run preview -- ${PACKAGE_NAMES.join("|")}\n`);
		return USAGE_STATUS;
	}
	try {
		return await preview(name);
	} catch (error) {
		if (!(error instanceof PackagingFault)) throw error;
		process.stderr.write(`${error.message}\n`);
		return 1;
	}
}

process.exitCode = await main(process.argv.slice(2));
