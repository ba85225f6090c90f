/** The browser of the end-to-end tests: where it is, and how it gets there. Never downloads one past the system's packages. */
import { existsSync } from "node:fs";
import { findCommand, installPackages } from "./system-packages.ts";

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
