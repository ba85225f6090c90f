/**
 * An owner with a watch, a phone and the probe: does what its screens say and answers what it sees. Owns no knowledge of the
 * switches. Gives the report as it stands on the settings page.
 */
import { packPackage } from "../../packaging/pack.ts";
import { PROBE_NAMES, PROBES } from "../../packaging/packages.ts";
import {
	createDesktop,
	createVirtualClock,
	type Desktop,
	type Device,
	drawScene,
	parsePhone,
	parsePlatform,
	type SettingsNode,
	type Widget,
} from "../../simulator/index.ts";
import type { EchoServer } from "./echo-server.ts";
import { countingAloud, silence } from "./sound.ts";

const APP = PROBES["probe-app"].appId;
const FACE = PROBES["probe-face"].appId;
const WORKOUT = PROBES["probe-workout"].appId;

const START = Date.UTC(2026, 10, 22, 10, 9);
/** Steps of the face. */
const FACE_ROWS = 5;
const LOOK_MS = 500;
/** All of it, and more than its slowest switch takes. */
const PATIENCE_MS = 1_800_000;
/** While a request is under way simulated time hardly flows. */
const CALM_RATE = 0.1;

export type Probing = {
	device: Device;
	/** Switches, comma-joined. */
	platform: string;
	server: EchoServer;
	/** As `--phone`. */
	phone?: string;
	imperial?: boolean;
	/** Whether the watch has a microphone. Default true. */
	recorder?: boolean;
	/** Where a screen's words first match, the watch ends the app; the owner opens it again. */
	killAt?: RegExp;
	/** The phone is out of reach all the time: the report is what the watch shows. */
	away?: boolean;
	log?: (text: string) => void;
};

export async function probe(options: Probing): Promise<string> {
	const { device, platform, server, phone = "", imperial = false, recorder = true, killAt, away = false } = options;
	const texts: string[] = [];
	const desktop = await createDesktop({
		device,
		packages: await Promise.all(PROBE_NAMES.map((name) => packPackage(name, device))),
		clock: createVirtualClock({ start: START, rate: CALM_RATE }),
		phone: parsePhone(phone),
		platform: parsePlatform(platform),
		settings: { aod: true, metric: !imperial },
		microphone: { wav: countingAloud(), present: recorder },
		serverMs: server.delayMs,
		log: ({ text }) => {
			texts.push(text);
			options.log?.(text);
		},
	});
	try {
		desktop.phone.settings(APP).set("server", server.url, "desktop");
		desktop.phone.settings(APP).set("other", server.otherUrl, "desktop");
		const owner = createOwner(desktop, texts, killAt);
		if (away) desktop.link.disconnect();
		await owner.begin();
		await owner.useFace();
		await owner.runApp();
		if (away) return [await owner.readWatch(), await owner.readFace()].join("\n");
		await owner.runWorkout();
		return owner.readReport();
	} finally {
		desktop.close();
	}
}

function createOwner(desktop: Desktop, log: readonly string[], killAt: RegExp | undefined) {
	const { watch, clock } = desktop;
	let cameBack = false;
	let readable = "";
	let mayKill = killAt !== undefined;

	const wait = (ms = LOOK_MS) => clock.runFor(ms);
	const widgets = () => watch.scene().widgets.filter(({ visible }) => visible);
	const labelled = (text: string) => widgets().findLast(({ props }) => props.text === text);
	/** Words that are cut off are no question. */
	function checkReadable(words: string): void {
		if (words === readable) return;
		readable = words;
		const cut = drawScene(watch.scene()).texts.find(({ text, clipped }) => text === words && clipped);
		if (cut) throw new Error(`the screen cuts off: ${words}`);
	}

	const prompt = () =>
		String(widgets().find(({ type, props }) => type === "TEXT" && props.text !== "")?.props.text ?? "");

	function touch({ props }: Widget): void {
		watch.tap(Number(props.x) + Number(props.w) / 2, Number(props.y) + Number(props.h) / 2);
	}

	async function tap(...labels: string[]): Promise<void> {
		const found = labels.map(labelled).find((widget) => widget !== undefined);
		if (found) touch(found);
		await wait();
	}

	/** The button on the left, whatever it says: GO, DONE, TALK. */
	async function goOn(): Promise<void> {
		const first = widgets().find(({ type }) => type === "BUTTON");
		if (first) touch(first);
		await wait();
	}

	const answer = (is: boolean) => tap(is ? "YES" : "NO");

	async function tryTap(what: string, words: string): Promise<void> {
		const target = what === "the blue box" ? widgets().find(({ type }) => type === "FILL_RECT") : labelled(what);
		if (target) touch(target);
		await wait();
		if (prompt() === words) await tap("NO");
	}

	async function coverScreen(): Promise<void> {
		watch.setScreen("off");
		await wait(30_000);
		watch.setScreen("on");
		await wait();
		cameBack = watch.surface()?.appId === APP;
		if (!cameBack) watch.launch(APP);
		await tap("DONE");
	}

	async function beQuiet(): Promise<void> {
		await desktop.microphone.hear(silence());
		await tap("QUIET");
	}

	async function dictate(): Promise<void> {
		await tap("TALK");
		if (watch.keyboard()) watch.dictate("seven");
		await wait();
	}

	async function useSettings(): Promise<void> {
		const page = desktop.phone.settingsPage(APP);
		const act = (find: (node: SettingsNode) => boolean, value?: string | boolean) => {
			const node = nodesIn(page?.render() ?? null).find(find);
			if (node) page?.act(node.id, value);
		};
		act(({ props }) => props.label === "PRESS");
		act(({ props }) => props.label === "Type seven", "seven");
		act(({ element }) => element === "Toggle", true);
		await wait(2_000);
		await goOn();
	}

	const HABITS: readonly (readonly [RegExp, (found: string, words: string) => Promise<void>])[] = [
		[/see the word (\w+)\?/, (found) => answer(labelled(found) !== undefined)],
		[/the long line move/, () => answer(log.some((text) => text.includes("a text scrolls")))],
		[/^Tap (.+)\. If nothing/, tryTap],
		[/^Tap QUIET/, beQuiet],
		[/then say or type/, dictate],
		[/^Cover the screen until/, coverScreen],
		[/come back by itself/, () => answer(cameBack)],
		[/the probe's settings/, useSettings],
	];

	async function work(): Promise<void> {
		const until = clock.now() + PATIENCE_MS;
		for (;;) {
			await wait();
			const words = prompt();
			checkReadable(words);
			if (words.includes("lines are on the phone")) return;
			if (mayKill && killAt?.test(words)) {
				mayKill = false;
				watch.kill(APP);
				watch.launch(APP);
				continue;
			}
			if (clock.now() > until) throw new Error(`the probe stands still: ${words}`);
			const [pattern, habit] = HABITS.find(([one]) => one.test(words)) ?? [/^/, goOn];
			await habit(pattern.exec(words)?.[1] ?? "", words);
		}
	}

	/** From the face, or by hand where that does nothing. */
	async function launch(): Promise<void> {
		await tap("LAUNCH");
		if (watch.surface()?.appId !== APP) watch.launch(APP);
		await wait();
	}

	return {
		/** Opens the app once, so that the others find its file, and adds its card. */
		async begin() {
			watch.launch(APP);
			await wait();
			watch.showCard(APP);
			await wait();
			watch.showFace(FACE);
			await wait();
		},
		async useFace() {
			watch.setScreen("aod");
			await wait(130_000);
			const sawDark = labelled("DARK") !== undefined;
			watch.setScreen("on");
			await wait();
			await answer(sawDark);
			await launch();
			watch.home();
			await wait();
			await launch();
		},
		/** What the face shows after each READ. */
		async readFace(): Promise<string> {
			watch.home();
			await wait();
			const seen: string[] = [];
			for (let times = 0; times < FACE_ROWS; times++) {
				await tap("READ");
				const text = String(widgets().findLast(({ type }) => type === "TEXT")?.props.text ?? "");
				checkReadable(text);
				seen.push(text);
			}
			return seen.join("\n");
		},
		async runApp() {
			await work();
		},
		async runWorkout() {
			watch.home();
			await wait();
			watch.startWorkout(WORKOUT);
			await wait();
			const shown = watch.scene().live.sport.DISTANCE_TOTAL?.value ?? "";
			await answer(labelled(shown) !== undefined);
			watch.home();
			await wait();
			watch.launch(APP);
			await wait();
			await goOn();
			await work();
		},
		/** What the watch shows after READ, screen by screen. */
		async readWatch(): Promise<string> {
			const screens: string[] = [];
			await tap("READ");
			for (let words = prompt(); !words.startsWith("That was all"); words = prompt()) {
				checkReadable(words);
				screens.push(words);
				await tap("NEXT");
			}
			return screens.join("\n");
		},
		readReport(): string {
			const page = desktop.phone.settingsPage(APP);
			const field = nodesIn(page?.render() ?? null).find(({ props }) => props.label === "Copy from here");
			return String(field?.value ?? "");
		},
	};
}

function nodesIn(node: SettingsNode | string | null): SettingsNode[] {
	if (node === null || typeof node === "string") return [];
	return [node, ...node.children.flatMap(nodesIn)];
}
