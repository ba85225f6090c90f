/** A note that an answer proposes, through the whole packed chain: kept by the person's tap alone, once, and never lost on its way. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeAskedNotes, withAskedNote } from "../core/actions/asked-note.ts";
import { encodeNotes, NOTES_MAX, readNotes } from "../core/settings/notes.ts";
import { FORGOTTEN, SETTING } from "../core/settings/settings.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { tapText } from "../simulator/index.ts";
import { type Chain, COMPANION, screenText, startChain, waitFor } from "./chain.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

const TIMEOUT_MS = 300_000;
const NOTE = "The user is vegetarian.";
const FILE = "asked-notes.json";
const [NO_ROOM] = words["ring.note-full"].split(".");

let model: ModelServer;
beforeAll(async () => {
	model = await startModelServer();
	model.mock.onMessage(/.*/, { content: `I'll keep that in mind.\n!! note ${NOTE}` });
});
afterAll(() => model.close());

/** The person has told AskFace something, and reads the answer. */
async function told(kept: readonly string[] = []): Promise<Chain> {
	const chain = await startChain({ baseUrl: model.url });
	fill(chain, kept);
	chain.desktop.watch.launch(COMPANION, { params: { id: "tap-1", text: "Remember that I am vegetarian" } });
	await waitFor(chain.desktop, words["ring.note"]);
	return chain;
}

function fill({ set }: Chain, texts: readonly string[]): void {
	if (texts.length > 0) set(SETTING.notes, encodeNotes({ texts, asked: [] }));
}

const keptOn = ({ state }: Chain) => readNotes(state.settings(COMPANION).get(SETTING.notes));
const waiting = ({ state }: Chain) => {
	const bytes = state.watch.read(COMPANION, FILE);
	return decodeAskedNotes(bytes === undefined ? "" : new TextDecoder().decode(bytes));
};

async function tapKeep({ desktop }: Chain): Promise<void> {
	tapText(desktop.watch, words["ring.keep"]);
	await desktop.clock.runFor(1_000);
}

/** Leaves the answer for the first page, as a person does; the phone is told there. */
async function goHome({ desktop: { watch, clock } }: Chain): Promise<void> {
	watch.swipe("right");
	await clock.runFor(3_000);
}

/** Leaves the app, and comes back. */
async function comeBack({ desktop: { watch, clock } }: Chain): Promise<void> {
	watch.home();
	watch.kill(COMPANION);
	watch.launch(COMPANION);
	await clock.runFor(3_000);
}

async function readAgain({ desktop: { watch, clock } }: Chain): Promise<void> {
	watch.launch(COMPANION, { url: "page/read", params: { read: 1 } });
	await clock.runFor(1_000);
}

describe("a note that an answer proposes", { timeout: TIMEOUT_MS }, () => {
	test("is kept by a tap, once, and the card says what has become of it", async () => {
		const chain = await told();
		expect(screenText(chain.desktop)).toContain(NOTE);
		await tapKeep(chain);
		expect(screenText(chain.desktop)).toContain(words["ring.note-asked"]);
		expect(screenText(chain.desktop)).not.toContain(words["ring.keep"]);
		expect(keptOn(chain)?.texts).toEqual([]);
		await goHome(chain);
		expect(keptOn(chain)).toEqual({ texts: [NOTE], asked: ["tap-1.0"] });
		await readAgain(chain);
		expect(screenText(chain.desktop)).toContain(words["ring.note-kept"]);
		expect(screenText(chain.desktop)).not.toContain(words["ring.keep"]);
		await comeBack(chain);
		expect([keptOn(chain)?.texts, model.asked().length, chain.desktop.watch.crashes()]).toEqual([[NOTE], 1, []]);
		chain.asker.close();
	});

	test("is nowhere without a tap, whatever else the person does", async () => {
		const chain = await told();
		await goHome(chain);
		await comeBack(chain);
		await readAgain(chain);
		expect(screenText(chain.desktop)).toContain(words["ring.keep"]);
		expect([keptOn(chain)?.texts, waiting(chain)]).toEqual([[], []]);
		chain.asker.close();
	});

	test("waits for a phone that is away, through the end of the app", async () => {
		const chain = await told();
		chain.desktop.link.disconnect();
		await tapKeep(chain);
		await goHome(chain);
		await comeBack(chain);
		expect(waiting(chain)).toEqual([{ key: "tap-1/0", text: NOTE, state: "asked" }]);
		chain.desktop.link.reconnect();
		await comeBack(chain);
		expect([keptOn(chain)?.texts, waiting(chain)]).toEqual([[NOTE], [{ key: "tap-1/0", text: "", state: "kept" }]]);
		chain.asker.close();
	});

	test("is kept once where the watch dies before it has written that the phone has it", async () => {
		const chain = await told();
		await tapKeep(chain);
		const before = chain.state.watch.read(COMPANION, FILE);
		await goHome(chain);
		chain.desktop.watch.kill(COMPANION);
		chain.state.watch.write(COMPANION, FILE, before ?? new Uint8Array());
		expect(waiting(chain)[0]?.state).toBe("asked");
		await comeBack(chain);
		expect([keptOn(chain)?.texts, waiting(chain)[0]?.state]).toEqual([[NOTE], "kept"]);
		chain.asker.close();
	});

	test("is not offered where there is no room, and the card says where to make it", async () => {
		const chain = await told(many());
		expect(screenText(chain.desktop)).toContain(NO_ROOM);
		expect(screenText(chain.desktop)).not.toContain(words["ring.keep"]);
		chain.asker.close();
	});

	test("that found no room is kept once there is some, and the person says so again", async () => {
		const chain = await told();
		fill(chain, many());
		chain.desktop.link.disconnect();
		await tapKeep(chain);
		chain.desktop.link.reconnect();
		await comeBack(chain);
		expect(waiting(chain)[0]?.state).toBe("full");
		await readAgain(chain);
		expect(screenText(chain.desktop)).toContain(NO_ROOM);
		chain.set(SETTING.notes, encodeNotes({ texts: many().slice(1), asked: [] }));
		await comeBack(chain);
		await readAgain(chain);
		await tapKeep(chain);
		await goHome(chain);
		expect([keptOn(chain)?.texts.at(-1), waiting(chain)[0]?.state]).toEqual([NOTE, "kept"]);
		chain.asker.close();
	});

	test("goes with all that the person has forgotten", async () => {
		const chain = await told();
		chain.desktop.link.disconnect();
		await tapKeep(chain);
		chain.set(FORGOTTEN, String(chain.desktop.clock.now()));
		chain.desktop.link.reconnect();
		await comeBack(chain);
		expect([waiting(chain), keptOn(chain)?.texts]).toEqual([[], []]);
		chain.asker.close();
	});
});

function many(): string[] {
	return Array.from({ length: NOTES_MAX }, (_, at) => `Note ${at + 1}.`);
}

describe("the notes that wait", () => {
	const note = (key: string, state: "asked" | "kept" = "asked") => ({ key, text: "x", state });

	test("are no more than the watch can read at once, and what is done goes with its question", () => {
		const full = Array.from({ length: 8 }, (_, at) => note(`q${at}/0`));
		expect(withAskedNote(full, note("q9/0"), () => false)).toBeNull();
		expect(withAskedNote(full, note("q3/0", "kept"), () => false)).toHaveLength(8);
		expect(withAskedNote([note("old/0", "kept"), note("old/1")], note("q/0"), (key) => key.startsWith("old"))).toEqual([
			note("old/1"),
			note("q/0"),
		]);
	});

	test.each(["", "x", "{}", "[1,null]", '[{"key":1}]', '[{"key":"a/0","text":"b","state":"lost"}]'])(
		"are none in %s",
		(text) => expect(decodeAskedNotes(text)).toEqual([]),
	);
});
