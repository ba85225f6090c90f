/**
 * A watch for the pages' own tests: each page is evaluated anew, as the system does it, and gives way to the next. Its disk and
 * its phone outlive a page; what a page had in memory dies with it. What is of the watch is stood in for at `device/`, in
 * memory; all else is the product's.
 */
import { vi } from "vitest";
import { decodeLaunch, type Launch } from "../../core/ask/launch.ts";
import { decodeGlance, GLANCE_FILE } from "../../core/face/glance.ts";
import type { Fault } from "../../core/faults.ts";
import type { FactName, Look, Reply, Request, WatchFacts } from "../../core/wire/protocol.ts";
import words from "../../core/words/en-US.json";
import { fill, type WordKey } from "../../core/words/words.ts";
import type { NewAlarm } from "../../device/alarms.ts";
import type { Files } from "../../device/files.ts";
import type { Link } from "../../device/link/link.ts";
import type { Piece } from "../../device/widgets/widgets.ts";
import { layoutText } from "../../simulator/index.ts";
import type { Way } from "../kit/model.ts";

const DAY_MS = 86_400_000;

export const LOOK: Look = {
	rev: 4,
	chips: [{ label: "Joke", text: "Tell a joke" }],
	accent: 0x00ff00,
	size: "small",
	ready: true,
};

export type PageName = "index" | "ask" | "read" | "speak" | "act" | "ring" | "say";

type Change = {
	files?: Partial<Files>;
	ways?: readonly Way[];
	facts?: (wants: readonly FactName[]) => WatchFacts | null;
	opensKeyboard?: boolean;
	records?: boolean;
	/** Whether it has a player. */
	plays?: boolean;
	/** What the recorder leaves on the disk. */
	sound?: string;
	/** The disk of a watch that was there before. */
	held?: Map<string, string>;
	/** Hears what is sent, and answers when it likes. */
	link?: (request: Request, reply: (outcome: Reply | Fault) => void) => void;
	/** Answers at once; else the test does. */
	phone?: (request: Request) => Reply | "silence";
};

type Sent = { request: Request; limitMs: number; reply(outcome: Reply | Fault): void };

export function createWatch(change: Change = {}) {
	const held = change.held ?? new Map<string, string>();
	const globals = {};
	const log: string[] = [];
	const sent: Sent[] = [];
	let now = 1_000_000;
	let ids = 0;
	let due = new Map<number, { at: number; run: () => void }>();
	let timer = 0;
	let shown: Piece[] = [];
	let touch = new Map<Piece, (long: boolean) => void>();
	let page: PageName = "index";
	let status: ((connected: boolean) => void) | null = null;
	let typed: (text: string | null) => void = () => undefined;
	let swiped: (swipe: "up" | "down" | "left" | "right") => boolean = () => false;
	let leave: () => void = () => undefined;
	let draws = 0;
	/** The watch's alarms by their ids, which outlive the app. */
	const alarms = new Map<number, NewAlarm>();
	let alarmId = 0;
	/** How often the app was killed: what one that is dead had under way ends nowhere. */
	let lives = 0;

	const files: Files = {
		list: () => [...held.keys()],
		read: (path) => held.get(path) ?? null,
		write: (path, json) => held.set(path, json).has(path),
		remove: (path) => held.delete(path) || true,
		replace(from, to) {
			const text = held.get(from);
			if (text === undefined) return false;
			held.set(to, text);
			return held.delete(from);
		},
		...change.files,
	};

	function linkInHand(): Link {
		let waiting: Sent[] = [];
		const life = lives;
		return {
			request(request, limitMs, done) {
				const isSame = (one: Request) => "id" in request && "id" in one && one.id === request.id;
				if (request.method === "cancel")
					for (const one of waiting) if (isSame(one.request)) one.reply({ code: "cancelled" });
				const stored = held.size === 0 ? 0 : [...held.keys()].filter((name) => name.endsWith(".q")).length;
				log.push(`send ${request.method}${"id" in request ? ` with ${stored} stored` : ""}`);
				const one: Sent = {
					request,
					limitMs,
					reply(outcome) {
						if (life !== lives || !waiting.includes(one)) return;
						waiting = waiting.filter((other) => other !== one);
						done(outcome);
					},
				};
				waiting.push(one);
				sent.push(one);
				const reply = change.phone?.(request) ?? "silence";
				if (reply !== "silence") one.reply(reply);
				change.link?.(request, (outcome) => void act(() => one.reply(outcome)));
			},
			isWaking: () => false,
			onStatus: (listener) => {
				status =
					listener &&
					((connected) => {
						for (const one of connected ? [] : waiting) one.reply({ code: "phone-away" });
						listener(connected);
					});
			},
		};
	}

	/** What is of the watch, for the modules that are evaluated next. */
	function standIn(): void {
		vi.resetModules();
		vi.stubGlobal("getApp", () => ({ _options: { globalData: globals } }));
		vi.doMock("../../device/files.ts", () => ({ files }));
		vi.doMock("../../device/link/phone.ts", () => ({
			openPhone: () => ({ link: linkInHand(), close: () => log.push("closed") }),
		}));
		vi.doMock("../../device/timers.ts", () => ({
			timers: {
				set(run: () => void, ms: number) {
					due.set(++timer, { at: now + ms, run });
					return timer;
				},
				clear: (wanted: number) => due.delete(wanted),
			},
		}));
		vi.doMock("../../device/clock.ts", () => ({
			now: () => now,
			freshId: () => `id${now}-${ids++}`,
			endOfDay: (time: number) => (Math.floor(time / DAY_MS) + 1) * DAY_MS,
		}));
		vi.doMock("../../device/display.ts", () => ({
			hold: () => log.push("hold"),
			release: () => log.push("release"),
			isScreenOn: () => true,
		}));
		vi.doMock("../../device/haptics.ts", () => ({
			buzz: () => log.push("buzz"),
			buzzStrongly: () => log.push("rings"),
		}));
		vi.doMock("../../device/alarms.ts", () => ({
			WAKES_FILE: "wakes.json",
			setAlarm(alarm: NewAlarm) {
				alarms.set(++alarmId, alarm);
				return alarmId;
			},
			cancelAlarm: (id: number) => alarms.delete(id) || true,
			listAlarms: () => [...alarms.keys()],
		}));
		vi.doMock("../../device/zone.ts", () => ({ utcOffset: () => 0, countsToTwelve: () => false }));
		vi.doMock("../../device/native-apps.ts", () => ({
			openNative(app: string) {
				log.push(`opens ${app}`);
				return true;
			},
		}));
		vi.doMock("../../device/wakes.ts", () => ({
			setWake: (_files: Files, [id]: readonly [string]) => log.push(`wakes for ${id}`),
			dropWakes: () => undefined,
		}));
		vi.doMock("../../device/notices.ts", () => ({ dropNotices: () => undefined }));
		vi.doMock("../../device/language.ts", () => ({ languageTag: () => "en-US" }));
		vi.doMock("../../device/workout.ts", () => ({ isAfterWorkout: () => false }));
		vi.doMock("../../device/sensors.ts", () => ({
			readMoment: () => ({ day: 1, dayOfMonth: 22, date: "2026-11-22", minutes: 609 }),
			readFacts: change.facts ?? (() => null),
		}));
		vi.doMock("../../device/keyboard.ts", () => ({
			waysToType: () => change.ways ?? ["voice", "keys"],
			openKeyboard(_way: Way, done: (text: string | null) => void) {
				typed = done;
				return change.opensKeyboard ?? true;
			},
			closeKeyboard: () => log.push("keyboard closed"),
		}));
		vi.doMock("../../device/player.ts", () => ({
			hasPlayer: () => change.plays === true,
			createPlayer: () => ({
				play(path: string, hear: (heard: "plays") => void) {
					log.push(`plays ${path}`);
					hear("plays");
				},
				stop: () => log.push("player stopped"),
			}),
		}));
		vi.doMock("../../device/sound-file.ts", () => ({
			createSoundFile() {
				held.set("say.mp3", "");
				return {
					add: (bytes: Uint8Array) =>
						held.set("say.mp3", (held.get("say.mp3") ?? "") + new TextDecoder().decode(bytes)).has("say.mp3"),
					isWhole: (size: number) => held.get("say.mp3")?.length === size,
					remove: () => void held.delete("say.mp3"),
				};
			},
		}));
		vi.doMock("../../device/recorder.ts", () => ({
			createRecorder: () => ({
				start(begun: (records: boolean) => void) {
					log.push("recording");
					begun(change.records ?? true);
				},
				stop(done: () => void) {
					held.set("say.opus", change.sound ?? "a recording");
					done();
				},
				drop: () => log.push("recording dropped"),
			}),
		}));
		vi.doMock("../../device/sounds.ts", () => ({
			sounds: {
				size: (path: string) => (held.get(path) ?? "").length,
				piece: (path: string, at: number) =>
					held.has(path) ? new TextEncoder().encode((held.get(path) ?? "").slice(at)) : null,
			},
		}));
		vi.doMock("../../device/screen.ts", () => ({
			canvasOf: () => ({ width: 480, height: 480, round: true }),
			measure: (text: string, size: number) => layoutText(text, { textSize: size, width: 0, wrapped: false }).width,
			heightOf: () => 26,
			hideStatusBar: () => undefined,
		}));
		vi.doMock("../../device/words.ts", () => ({
			say: (key: WordKey, values?: { readonly [name: string]: string | number }) => fill(words[key], values ?? {}),
		}));
		vi.doMock("../../device/gestures.ts", () => ({
			listenToGestures(listener: typeof swiped) {
				swiped = listener;
			},
			stopGestures: () => undefined,
		}));
		vi.doMock("../../device/widgets/widgets.ts", () => ({
			create(piece: Piece, touched: (long: boolean) => void) {
				draws++;
				shown.push(piece);
				touch.set(piece, touched);
				return { piece };
			},
			update(handle: { piece: Piece }, piece: Piece) {
				draws++;
				shown[shown.indexOf(handle.piece)] = piece;
				touch.set(piece, touch.get(handle.piece) ?? (() => undefined));
				handle.piece = piece;
			},
			hide(handle: { piece: Piece }) {
				shown = shown.filter((piece) => piece !== handle.piece);
			},
			remove(handle: { piece: Piece }) {
				shown = shown.filter((piece) => piece !== handle.piece);
			},
			settle: () => undefined,
		}));
		vi.doMock("../../device/pages.ts", () => ({
			replacePage(url: string, params: string) {
				next = { page: url.replace("page/", "") as PageName, launch: decodeLaunch(params) };
			},
			leaveApp: () => log.push("left"),
		}));
	}

	let next: { page: PageName; launch: Launch } | null = null;

	/** A page gives way once what it does has come to its end. */
	async function settle(): Promise<void> {
		while (next !== null) {
			const { page: name, launch } = next;
			next = null;
			await evaluate(name, launch);
		}
	}

	async function evaluate(name: PageName, launch: Launch): Promise<void> {
		page = name;
		shown = [];
		touch = new Map();
		standIn();
		const { leavePage } = await import("../kit/go.ts");
		leave = leavePage;
		if (name === "index") (await import("../home.ts")).openHome(launch);
		else if (name === "ask") (await import("../asking.ts")).openAsking(launch);
		else if (name === "read") (await import("../reading.ts")).openReading(launch);
		else if (name === "act") (await import("../acting.ts")).openActing(launch);
		else if (name === "say") (await import("../saying.ts")).openSaying(launch);
		else if (name === "ring") (await import("../ringing.ts")).openRinging(launch);
		else (await import("../speaking.ts")).openSpeaking();
	}

	async function act(what: () => void): Promise<void> {
		what();
		await settle();
	}

	const texts = () => shown.flatMap((piece) => ("text" in piece ? [piece.text] : []));
	const lastAsk = () => {
		const found = sent.filter(({ request }) => request.method === "ask").pop();
		if (found?.request.method !== "ask") throw new Error("nothing was asked");
		return { ...found.request, reply: (reply: Reply | Fault) => act(() => found.reply(reply)) };
	};

	return {
		held,
		log,
		sent,
		lastAsk,
		texts,
		sizeOf(begin: string) {
			const found = shown.find((piece) => piece.kind === "text" && piece.text.startsWith(begin));
			return found?.kind === "text" ? found.size : 0;
		},
		page: () => page,
		alarms,
		now: () => now,
		draws: () => draws,
		timersLeft: () => due.size,
		glance: () => decodeGlance(held.get(GLANCE_FILE) ?? ""),
		asked: () => sent.flatMap(({ request }) => (request.method === "ask" ? [request] : [])),
		/** The app is opened anew: what was in memory is gone, and so is the app if it was `killed`. */
		async open(launch: Launch, name: PageName = "index") {
			due = new Map();
			await evaluate(name, launch);
			await settle();
		},
		/** The person leaves the app. */
		close: () => leave(),
		kill() {
			due = new Map();
			lives++;
			status = null;
			for (const key of Object.keys(globals)) Reflect.deleteProperty(globals, key);
		},
		/** Touches the key that says `text`, or as much of it as it has room for. */
		async tap(text: string) {
			const says = (shown: string) =>
				shown === text || (shown.endsWith("\u2026") && text.startsWith(shown.slice(0, -1)));
			const found = shown.find((piece) => piece.kind === "button" && says(piece.text));
			if (found === undefined) throw new Error(`no key "${text}" among ${texts().join(", ")}`);
			await act(() => touch.get(found)?.(false));
		},
		/** Touches place `index` of those that show nothing of their own. */
		async touch(index: number, long = false) {
			const found = shown.filter(({ kind }) => kind === "touch" || kind === "hold")[index];
			if (found === undefined) throw new Error("there is nothing to touch");
			await act(() => touch.get(found)?.(long));
		},
		swipe: (swipe: "up" | "down" | "left" | "right") => act(() => swiped(swipe)),
		type: (text: string | null) => act(() => typed(text)),
		radio: (connected: boolean) => act(() => status?.(connected)),
		reply: (at: number, outcome: Reply | Fault) => act(() => sent[at]?.reply(outcome)),
		async turn(ms: number) {
			const until = now + ms;
			for (;;) {
				const [first] = [...due].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at);
				if (first === undefined) break;
				due.delete(first[0]);
				now = first[1].at;
				await act(first[1].run);
			}
			now = until;
		},
	};
}

export const said = (key: keyof typeof words) => words[key];
