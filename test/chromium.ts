/** The browser of the end-to-end tests: where it is, and how it gets there. Never downloads one past the system's packages. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export const HOW_TO_GET_CHROMIUM =
	"No Chromium or Chrome was found. Install one (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), " +
	"or set CHROME_PATH to its executable.";

/** The executable, or null. `CHROME_PATH` goes before what the system has. */
export function findChromium(): string | null {
	const chosen = process.env.CHROME_PATH;
	const folders = (process.env.PATH ?? "").split(delimiter);
	const candidates = [
		...(chosen === undefined ? [] : [chosen]),
		...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
		...ELSEWHERE,
	];
	return candidates.find((path) => existsSync(path)) ?? null;
}

/** Finds it, or installs Debian's package where we may. Gives null where neither is possible. */
export function ensureChromium(): string | null {
	const found = findChromium();
	if (found !== null || !mayInstall()) return found;
	process.stderr.write("Installing Chromium (apt-get) ...\n");
	apt("update");
	apt("install", "-y", "--no-install-recommends", "chromium");
	return findChromium();
}

function mayInstall(): boolean {
	return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function apt(...args: string[]): void {
	spawnSync("apt-get", args, {
		stdio: ["ignore", 2, 2],
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
	});
}
