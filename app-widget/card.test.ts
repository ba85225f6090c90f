import { beforeAll, describe, expect, it } from "vitest";
import { GLANCE_FILE, type Glance, NO_GLANCE } from "../core/face/glance.ts";
import { encodeGlance } from "../core/face/glance-writing.ts";
import words from "../core/words/en-US.json";
import { packPackage } from "../packaging/pack.ts";
import { PACKAGES } from "../packaging/packages.ts";
import { type OpenedPackage, openPackage, tapText, textsOf } from "../simulator/index.ts";
import { bench, deviceOf, START } from "../simulator/testing.ts";

const COMPANION = PACKAGES.companion.appId;
const PACK_LIMIT_MS = 120_000;
const MINUTE_MS = 60_000;
const LONG = "The sky is blue because air scatters short waves of sunlight more than long ones. ".repeat(2).trim();
const answered: Glance = { ...NO_GLANCE, state: "answered", at: START, face: LONG, text: LONG };

const device = deviceOf("balance2");
let opened: OpenedPackage;

beforeAll(async () => {
	opened = openPackage(await packPackage("companion", device), device);
}, PACK_LIMIT_MS);

function cardWith(text: string | null) {
	const made = bench();
	made.install(opened);
	const put = (file: string) => made.watch.storage.write(COMPANION, GLANCE_FILE, new TextEncoder().encode(file));
	if (text !== null) put(text);
	made.watch.showCard(COMPANION);
	const texts = () => textsOf(made.watch).map((seen) => seen.text);
	return { ...made, put, texts };
}

describe("the card", () => {
	it("says what there is to say in every state", () => {
		const seen = (glance: Partial<Glance>) => cardWith(encodeGlance({ ...NO_GLANCE, ...glance })).texts();
		expect(cardWith(null).texts()).toContain(words["glance.open-once"]);
		expect(seen({ state: "none", first: "glance.no-key" })).toContain(words["glance.no-key"]);
		expect(seen({ state: "none" })).toContain(words["glance.ready"]);
		expect(seen({ state: "open", at: START - MINUTE_MS, text: "Why?" })).toEqual(
			expect.arrayContaining(["Why?", words["glance.asking"]]),
		);
		expect(seen({ state: "faulted", text: "Why?" })).toContain(words["page.unanswered"]);
		expect(seen({ state: "over", text: "Why?" })).toContain(words["fault.over-budget"]);
	});

	it("cuts a long answer after a word of its second line, and gives its age", () => {
		const [text = "", note] = cardWith(encodeGlance(answered)).texts();
		expect(text).toMatch(/^The sky is blue because \w.*\w\u2026$/);
		expect(LONG.startsWith(`${text.slice(0, -1)} `)).toBe(true);
		expect(note).toBe(words["glance.now"]);
	});

	it("draws nothing when it comes into view again with nothing new", async () => {
		const { watch, clock, texts } = cardWith(encodeGlance({ ...answered, at: START - MINUTE_MS }));
		const { widgetsCreated, propertiesSet } = watch.counters(COMPANION);
		watch.setScreen("off");
		watch.setScreen("on");
		expect(watch.counters(COMPANION)).toMatchObject({ widgetsCreated, propertiesSet });
		await clock.runFor(MINUTE_MS);
		watch.setScreen("off");
		watch.setScreen("on");
		expect(texts()).toContain("2\u00a0min ago");
	});

	it("opens the page at a tap, and stands whatever the file holds", async () => {
		const { watch, clock } = cardWith(encodeGlance(answered));
		const pages: string[] = [];
		watch.onChange(() => {
			const { kind, url } = watch.surface() ?? { kind: "", url: "" };
			if (kind === "page" && pages.at(-1) !== url) pages.push(url);
		});
		tapText(watch, words["glance.ask"]);
		await clock.runFor(1_000);
		expect(watch.surface()).toMatchObject({ appId: COMPANION, kind: "page" });
		expect(pages[0]).toBe("page/ask");
		const whole = encodeGlance(answered);
		const torn = cardWith(null);
		for (let length = 0; length < whole.length; length += 3) {
			torn.put(whole);
			torn.watch.setScreen("off");
			torn.watch.setScreen("on");
			expect(torn.texts()).not.toContain(words["glance.open-once"]);
			torn.put(whole.slice(0, length));
			torn.watch.setScreen("off");
			torn.watch.setScreen("on");
			expect(torn.texts()).toContain(words["glance.open-once"]);
		}
		expect(torn.watch.crashes()).toEqual([]);
	});
});
