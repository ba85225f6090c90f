/**
 * Runs one package without a window: for some simulated time, then after each step again, then draws what the watch shows.
 * Owns what counts as going wrong: a crash, code that registered nothing, and anything `not modelled`, caught or not.
 */
import { createDesktop, type Desktop, type LogEntry } from "../desktop.ts";
import type { Device } from "../devices.ts";
import { drawScene } from "../screen/draw.ts";
import { openState } from "../state.ts";
import { createVirtualClock } from "../virtual-clock.ts";
import { isNotModelled, type Step, take } from "./steps.ts";

export type HeadlessRun = {
	/** Of a package that opens on `device`. */
	packagePath: string;
	device: Device;
	language: string;
	stateDir: string | null;
	seconds: number;
	steps: readonly Step[];
	/** ms since the epoch. */
	now: number;
};

export type HeadlessEnd = {
	/** What watch, phone and link logged, oldest first. */
	entries: readonly LogEntry[];
	/** In words, each once. Empty when all went well. */
	problems: string[];
	/** Null where what is on the screen cannot be drawn, which is a problem too. */
	png: Buffer | null;
	/** What the screen shows at the end. */
	texts: string[];
};

const BRIGHT_TIME_MS = 90_000_000;

export async function runHeadless(run: HeadlessRun): Promise<HeadlessEnd> {
	const clock = createVirtualClock({ start: run.now });
	const { device, language, stateDir, packagePath } = run;
	const settings = { brightTimeMs: BRIGHT_TIME_MS };
	const packages = [packagePath];
	const desktop = await createDesktop({ clock, device, language, packages, settings, state: openState(stateDir) });
	try {
		desktop.begin();
		await clock.runFor(run.seconds * 1000);
		const missed: string[] = [];
		for (const step of run.steps) {
			const problem = take(desktop, step);
			if (problem !== null) missed.push(problem);
			const isLook = step.kind === "expect" || step.kind === "expect-not";
			if (!isLook) await clock.runFor((step.kind === "wait" ? step.seconds : run.seconds) * 1000);
		}
		const drawn = draw(desktop);
		const problems = [...missed, ...problemsIn(desktop), ...drawn.problems];
		return { entries: desktop.entries(), problems: [...new Set(problems)], png: drawn.png, texts: drawn.texts };
	} finally {
		desktop.close();
	}
}

function draw({ watch }: Desktop): Pick<HeadlessEnd, "png" | "problems" | "texts"> {
	try {
		const drawn = drawScene(watch.scene());
		const texts = drawn.texts.map(({ text }) => text);
		return { png: drawn.png(), texts, problems: drawn.missing.map((path) => `no image ${path} in the package`) };
	} catch (error) {
		if (isNotModelled(error)) return { png: null, texts: [], problems: [error.message] };
		throw error;
	}
}

function problemsIn(desktop: Desktop): string[] {
	const crashes = desktop.watch.crashes().map(({ where, message }) => `uncaught in ${where}: ${message}`);
	return [...crashes, ...desktop.entries().flatMap(problemsOf)];
}

/**
 * The packager puts all code in one try, whose catch logs "Mini Program Error" (PKG), and a package may have a try of its
 * own: so the log knows more than the crashes.
 */
function problemsOf({ level, text }: LogEntry): string[] {
	if (text.startsWith("Mini Program Error")) return [text];
	if (level !== "error") return [];
	const [names] = /not modelled: [^\n]+/.exec(text) ?? [];
	if (names !== undefined) return [names];
	return /registered nothing|is not in the package/.test(text) ? [text] : [];
}
