import { beforeAll, describe, expect, it } from "vitest";
import { CHIP_MARK, GLANCE_FILE, type Glance, NO_GLANCE } from "../core/face/glance.ts";
import { encodeGlance } from "../core/face/glance-writing.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { fill } from "../core/words/words.ts";
import { packPackage } from "../packaging/pack.ts";
import { PACKAGES } from "../packaging/packages.ts";
import {
	createRandom,
	type OpenedPackage,
	openPackage,
	parsePlatform,
	type Sensors,
	tapText,
	textsOf,
	type WatchOptions,
} from "../simulator/index.ts";
import { bench, deviceOf, START } from "../simulator/testing.ts";

const FACE = PACKAGES.face.appId;
const WORKOUT = PACKAGES.workout.appId;
const COMPANION = PACKAGES.companion.appId;
const PACK_LIMIT_MS = 120_000;
const BROKEN_FILES = 10_000;
const MINUTE_MS = 60_000;

const device = deviceOf("balance2");
const opened: OpenedPackage[] = [];

beforeAll(async () => {
	const paths = await Promise.all([packPackage("face", device), packPackage("workout", device)]);
	opened.push(...paths.map((path) => openPackage(path, device)));
}, PACK_LIMIT_MS);

const glance: Glance = {
	...NO_GLANCE,
	state: "answered",
	at: START,
	chips: ["Joke", "Tell me a joke"].join(CHIP_MARK),
	face: "Because",
	text: "Because",
	run: "Because",
};

function watchOf(options: Partial<WatchOptions> = {}) {
	const made = bench(options);
	made.install(...opened);
	const put = (text: string) => made.watch.storage.write(COMPANION, GLANCE_FILE, new TextEncoder().encode(text));
	return { ...made, put };
}

/** Whole files that are cut, flipped, nested or of another type, from a seed. */
function broken(random: () => number): string {
	const text = encodeGlance(glance);
	const at = Math.floor(random() * text.length);
	const values = ["null", "-1", "[]", "{}", '"x"', "1e400", "true", '"\\ud800"', "[[[[]]]]"];
	const other = values[Math.floor(random() * values.length)] ?? "";
	switch (Math.floor(random() * 5)) {
		case 0:
			return text.slice(0, at);
		case 1:
			return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 128)) + text.slice(at + 1);
		case 2:
			return text.replace(/:("[^"]*"|[\d.]+|true)/g, (pair) => (random() < 0.3 ? `:${other}` : pair));
		case 3:
			return other.repeat(1 + Math.floor(random() * 900));
		default:
			return text.slice(at) + text.slice(0, at);
	}
}

describe("a face that meets what it should not", () => {
	it("stands after ten thousand broken glance files, and so does the workout extension", () => {
		const { watch, put } = watchOf();
		const { next } = createRandom(7);
		watch.showFace(FACE);
		for (const [appId, count] of [
			[FACE, BROKEN_FILES / 2],
			[WORKOUT, BROKEN_FILES / 2],
		] as const) {
			if (appId === WORKOUT) watch.startWorkout(WORKOUT);
			for (let file = 0; file < count; file++) {
				put(broken(next));
				watch.setScreen("off");
				watch.setScreen("on");
			}
			expect(watch.surface()?.appId).toBe(appId);
		}
		put(encodeGlance(glance));
		watch.home();
		expect(textsOf(watch).map(({ text }) => text)).toContain("Because");
		expect(watch.crashes()).toEqual([]);
		expect(watch.counters(FACE).crashes + watch.counters(WORKOUT).crashes).toBe(0);
		expect(watch.counters(FACE).callbacks).toBeGreaterThanOrEqual(BROKEN_FILES / 2);
		watch.dispose();
	}, 240_000);

	it("stands with each sensor absent, throwing or talking nonsense", async () => {
		const nonsense = [null, new Error("refused"), Number.NaN, -5, 1e12, "many", {}, []];
		for (const name of ["battery", "steps", "stepTarget", "heartRate", "weather", "sport"] as const) {
			for (const value of nonsense) {
				if (name === "sport" && (value === null || value instanceof Error)) continue;
				const { watch, put, clock, said } = watchOf();
				put(encodeGlance({ ...glance, chips: "" }));
				Object.assign(watch.sensors, { [name]: value } satisfies { [key in keyof Sensors]?: unknown });
				watch.showFace(FACE);
				watch.startWorkout(WORKOUT);
				await clock.runFor(5_000);
				watch.home();
				await clock.runFor(40 * MINUTE_MS);
				watch.setScreen("on");
				expect(watch.crashes(), `${name} ${String(value)}`).toEqual([]);
				expect(said(), `${name} ${String(value)}`).toEqual([]);
				expect(watch.counters(FACE).widgetsCreated).toBeGreaterThan(10);
				watch.dispose();
			}
		}
	}, 120_000);
});

describe("a face that is tapped", () => {
	it.each([
		["an answer is read", { width: 480, top: 180, wide: 300, high: 60 }, "Because", ["page/read"]],
		["a question is asked", { width: 480 }, "Joke", ["page/ask"]],
		[
			"an older companion, which has no such pages, opens its first",
			{},
			words["glance.ask"],
			["page/index", "page/ask"],
		],
	])(
		"opens the page that does it: %s",
		async (_, box, label, pages) => {
			const { watch, put, clock } = watchOf();
			watch.install(openPackage(await packPackage("companion", device), device));
			put(encodeGlance({ ...glance, ...box }));
			const opened: string[] = [];
			watch.onChange(() => {
				const { appId, url } = watch.surface() ?? { appId: 0, url: "" };
				if (appId === COMPANION && opened.at(-1) !== url) opened.push(url);
			});
			watch.showFace(FACE);
			tapText(watch, label);
			await clock.runFor(1_000);
			expect(opened.slice(0, pages.length)).toEqual(pages);
			watch.dispose();
		},
		60_000,
	);
});

it("says that the companion is to be installed until its file says something new, however often it is looked at", () => {
	const { watch, put } = watchOf({ platform: parsePlatform("no-companion") });
	const says = () => textsOf(watch).some(({ text }) => text.startsWith(words["glance.install"].slice(0, 12)));
	const lookAgain = () => {
		watch.setScreen("off");
		watch.setScreen("on");
	};
	put(encodeGlance(glance));
	watch.showFace(FACE);
	expect(says()).toBe(false);
	for (let times = 0; times < 2; times++) {
		tapText(watch, words["glance.ask"]);
		lookAgain();
		expect(says()).toBe(true);
	}
	put(encodeGlance({ ...glance, at: START + 1 }));
	lookAgain();
	expect(says()).toBe(false);
	watch.dispose();
});

describe("a face that nobody touches", () => {
	it("costs nothing but the minute tick in a day with the screen off", async () => {
		const { watch, put, clock } = watchOf();
		put(encodeGlance(glance));
		watch.showFace(FACE);
		watch.setScreen("off");
		const before = watch.counters(FACE);
		await clock.runFor(24 * 60 * MINUTE_MS);
		const after = watch.counters(FACE);
		expect(after.minuteTicks - before.minuteTicks).toBe(1440);
		expect(after.callbacks - before.callbacks).toBe(1440);
		expect(after.propertiesSet).toBe(before.propertiesSet);
		expect(after.widgetsCreated).toBe(before.widgetsCreated);
		expect(after.redraws).toBe(before.redraws);
		expect(after.timersLeft).toBe(0);
		watch.dispose();
	});

	it("draws nothing but the age, and what feels a touch over it, with the screen on and nothing new", async () => {
		const { watch, put, clock } = watchOf({ settings: { brightTimeMs: 24 * 60 * MINUTE_MS } });
		put(encodeGlance(glance));
		watch.showFace(FACE);
		const drawn = ({ propertiesSet, widgetsCreated } = watch.counters(FACE)) => propertiesSet + widgetsCreated;
		const before = drawn();
		await clock.runFor(20 * MINUTE_MS);
		expect(textsOf(watch).map(({ text }) => text)).toContain(fill(words["glance.minutes"], { n: 20 }));
		expect(drawn() - before).toBe(2 * 20);
		watch.setScreen("off");
		watch.setScreen("on");
		expect(drawn() - before).toBe(2 * 20);
		watch.dispose();
	});

	it("reads the glance file when it is seen, and then only", async () => {
		const { watch, put, clock } = watchOf({ settings: { brightTimeMs: 24 * 60 * MINUTE_MS } });
		put(encodeGlance({ ...glance, state: "open", at: 0, face: "Why?" }));
		watch.showFace(FACE);
		put(encodeGlance(glance));
		await clock.runFor(3 * MINUTE_MS);
		const seen = () => textsOf(watch).map(({ text }) => text);
		expect(seen()).not.toContain("Because");
		watch.setScreen("off");
		watch.setScreen("on");
		expect(seen()).toContain("Because");
		watch.dispose();
	});

	it("gives an old answer's place to a line of its own", async () => {
		const { watch, put, clock } = watchOf();
		put(encodeGlance(glance));
		watch.showFace(FACE);
		await clock.runFor(31 * MINUTE_MS);
		watch.setScreen("on");
		const seen = textsOf(watch).map(({ text }) => text);
		expect(seen).not.toContain("Because");
		const own = Object.entries(words).filter(([key]) => key.startsWith("line."));
		expect(own.some(([, line]) => seen.includes(fill(line, { n: 1760 })))).toBe(true);
		expect(seen).toContain(fill(words["glance.last"], { age: fill(words["glance.minutes"], { n: 31 }) }));
		watch.dispose();
	});
});

describe("the resting screen", () => {
	const images = (watch: ReturnType<typeof watchOf>["watch"]) =>
		watch
			.scene()
			.widgets.filter(({ props, visible }) => props.src === "mark-rest.png" && visible)
			.map(({ props }) => props.src);

	it("has a mark while an answer waits that nobody has seen", () => {
		const { watch, put } = watchOf({ settings: { aod: true } });
		put(encodeGlance(glance));
		watch.setScreen("aod");
		watch.showFace(FACE);
		expect(images(watch)).toHaveLength(1);
		watch.setScreen("on");
		expect(images(watch)).toHaveLength(0);
		watch.setScreen("aod");
		expect(images(watch)).toHaveLength(0);
		watch.dispose();
	});
});
