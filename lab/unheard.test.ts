/** What becomes of a spoken question that is not heard, not understood, or not yet asked: its words, and what is kept. */
import { afterEach, describe, expect, test } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { PACKAGES } from "../packaging/packages.ts";
import { linesIn, sees, tapText } from "../simulator/index.ts";
import { ANSWER, closeAll, createSpeaker, RATE, SAID, SECONDS, toWav } from "./__fixtures__/speaker.ts";
import type { Asker } from "./asking.ts";
import { speakQuestion } from "./speaking.ts";

const COMPANION = PACKAGES.companion.appId;
const RUN_MS = 400_000;
const STEP_MS = 60_000;
const SETTLE_MS = 500;

afterEach(closeAll);

const silence = toWav(new Float32Array(SECONDS * RATE));
/** The same at each run. */
const noise = toWav(Float32Array.from({ length: SECONDS * RATE }, (_, at) => Math.sin(at * at * 0.37) / 4));

function screen({ desktop: { watch } }: Asker): string {
	return linesIn(watch, { y: 0, h: watch.scene().height }).join(" ").replace(/\s+/g, " ");
}

async function until({ desktop }: Asker, text: string): Promise<void> {
	const shown = await desktop.clock.runUntil(() => sees(desktop.watch, text), STEP_MS);
	if (!shown) throw new Error(`the watch never shows ${text}`);
	await desktop.clock.runFor(SETTLE_MS);
}

async function tap(asker: Asker, text: string): Promise<void> {
	await until(asker, text);
	tapText(asker.desktop.watch, text);
	await asker.desktop.clock.runFor(SETTLE_MS);
}

describe("a microphone that does not hear", () => {
	test("because the person has not allowed it: says so, and what else there is", { timeout: RUN_MS }, async () => {
		const { asker, caught } = await createSpeaker("groq", SAID, { microphone: { refused: true } });
		const { fault, pages } = await asker.ask("", "face", "recorder");
		expect(fault).toBe("no-microphone");
		expect(pages[0]?.join(" ")).toContain(words["fault.no-microphone"]);
		expect(screen(asker)).toContain(words["fault.no-microphone.help"]);
		expect(caught).toEqual([]);
		expect(asker.desktop.watch.crashes()).toEqual([]);
	});

	test("because there is none: nothing offers to listen, and quick replies still ask", {
		timeout: RUN_MS,
	}, async () => {
		const { asker, caught } = await createSpeaker("groq", SAID, { microphone: { present: false } });
		await expect(asker.ask("", "page", "recorder")).rejects.toThrow();
		expect(screen(asker)).not.toContain(words["page.record"]);
		expect(caught).toEqual([]);
		const { ok, reply } = await asker.ask(words["chip.2"], "face", "chip");
		expect({ ok, reply }).toEqual({ ok: true, reply: ANSWER });
		expect(asker.desktop.watch.crashes()).toEqual([]);
	});
});

describe("a recording that is not understood", () => {
	test.each<[string, Uint8Array, string[]]>([
		["silence, which nobody is sent", silence, []],
		["noise, which the listener judges", noise, ["/v1/audio/transcriptions"]],
	])("for it is %s: says so, and what helps; no model is asked", { timeout: RUN_MS }, async (_name, audio, sent) => {
		const { asker, caught } = await createSpeaker("groq", "", { audio });
		const { ok, fault, question, pages } = await asker.ask("", "face", "recorder");
		expect({ ok, fault, question }).toEqual({ ok: false, fault: "unclear-speech", question: "" });
		expect(pages[0]?.join(" ")).toContain(words["fault.unclear-speech"]);
		expect(pages[0]?.join(" ")).toContain(words["fault.unclear-speech.help"]);
		expect(caught.map(({ path }) => path)).toEqual(sent);
		expect(asker.desktop.watch.crashes()).toEqual([]);
	});

	test.each(["Thank you for watching!", "ご視聴ありがとうございました", "[BLANK_AUDIO]"])(
		"for it is noise in which the listener hears %s: no model is asked",
		{ timeout: RUN_MS },
		async (heard) => {
			const { asker, caught } = await createSpeaker("groq", heard, { audio: noise });
			const { ok, fault } = await asker.ask("", "face", "recorder");
			expect({ ok, fault }).toEqual({ ok: false, fault: "unclear-speech" });
			expect(caught.map(({ path }) => path)).toEqual(["/v1/audio/transcriptions"]);
		},
	);

	test("for the model that hears and answers at once made it up: shows no answer", { timeout: RUN_MS }, async () => {
		const { asker, caught } = await createSpeaker("gemini", "Thank you for watching!", { audio: noise });
		const { ok, fault, pages } = await asker.ask("", "face", "recorder");
		expect({ ok, fault }).toEqual({ ok: false, fault: "unclear-speech" });
		expect(pages.flat().join(" ")).not.toContain(ANSWER);
		expect(caught).toHaveLength(1);
	});

	test("for it is silence costs no request, whoever listens", { timeout: RUN_MS }, async () => {
		const { asker, caught } = await createSpeaker("gemini", "Thank you for watching!", { audio: silence });
		expect((await asker.ask("", "face", "recorder")).fault).toBe("unclear-speech");
		expect(caught).toEqual([]);
	});

	test("for the file is none: costs nothing and says the same", { timeout: RUN_MS }, async () => {
		const { asker, caught } = await createSpeaker("groq", SAID);
		asker.desktop.microphone.record = () => new Uint8Array(4_000).fill(0xee);
		const { fault, pages } = await asker.ask("", "face", "recorder");
		expect(fault).toBe("unclear-speech");
		expect(pages[0]?.join(" ")).toContain(words["fault.unclear-speech"]);
		expect(caught).toEqual([]);
	});

	test("for the watch cut its file: what is whole of it is asked", { timeout: RUN_MS }, async () => {
		const { asker } = await createSpeaker("groq", SAID);
		const { microphone } = asker.desktop;
		const whole = microphone.record;
		microphone.record = (ms) => whole(ms).subarray(0, -7);
		expect(await asker.ask("", "face", "recorder")).toMatchObject({ ok: true, question: SAID, reply: ANSWER });
	});
});

describe("a question that is to be confirmed", () => {
	async function speakOnce() {
		const speaker = await createSpeaker("groq", SAID, { settings: { [SETTING.confirm]: "yes" } });
		const { asker } = speaker;
		asker.desktop.watch.launch(COMPANION);
		await tap(asker, words["page.ask"]);
		expect(await speakQuestion(asker.desktop, SECONDS * 1000)).toBeNull();
		await until(asker, words["page.heard"]);
		return speaker;
	}
	const chats = (caught: readonly { path: string }[]) => caught.filter(({ path }) => path.includes("chat")).length;

	test("is shown first, and asked at a tap", { timeout: RUN_MS }, async () => {
		const { asker, caught } = await speakOnce();
		expect(screen(asker)).toContain(SAID);
		expect(chats(caught)).toBe(0);
		await tap(asker, words["page.ask"]);
		const answered = () => screen(asker).includes(ANSWER);
		expect(await asker.desktop.clock.runUntil(answered, STEP_MS)).toBe(true);
		expect(caught.length).toBe(2);
		expect(asker.desktop.watch.crashes()).toEqual([]);
	});

	test("is let go by saying it again, and then nothing was asked", { timeout: RUN_MS }, async () => {
		const { asker, caught } = await speakOnce();
		await tap(asker, words["page.again"]);
		await until(asker, words["page.record"]);
		await tap(asker, words["page.cancel"]);
		expect(chats(caught)).toBe(0);
		expect(asker.desktop.watch.crashes()).toEqual([]);
	});
});
