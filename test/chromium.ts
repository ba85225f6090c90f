/** The browser of the end-to-end tests: where it is, and how it gets there. Never downloads one past the system's packages. */
import { existsSync } from "node:fs";
import { findCommand, installPackages } from "./system-packages.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Without a network of its own, and as root in a container. The profile is new for each start. */
export const CHROMIUM_FLAGS: readonly string[] = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

export const HOW_TO_GET_CHROMIUM =
	"No Chromium or Chrome was found. Install one (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), " +
	"or set CHROME_PATH to its executable.";

/** The executable, or null. `CHROME_PATH` goes before what the system has. */
export function findChromium(): string | null {
	const chosen = process.env.CHROME_PATH;
	if (chosen !== undefined && existsSync(chosen)) return chosen;
	const named = NAMES.map(findCommand).find((path) => path !== null);
	return named ?? ELSEWHERE.find((path) => existsSync(path)) ?? null;
}

/** Finds it, or installs Debian's package where we may. Gives null where neither is possible. */
export function ensureChromium(): string | null {
	const found = findChromium();
	if (found !== null) return found;
	installPackages(["chromium"]);
	return findChromium();
}
