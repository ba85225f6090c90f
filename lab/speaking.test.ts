/** A spoken question from the sound to the answer: recorder, pieces over a link that loses some, Side Service, provider. */
import { afterEach, describe, expect, test } from "vitest";
import type { ProviderId } from "../core/settings/settings.ts";
import { findDevice, parseLink, parsePhone } from "../simulator/index.ts";
import { complaints, peakCorrelation, play } from "../simulator/testing.ts";
import { ANSWER, closeAll, createSpeaker, oggIn, RATE, SAID, type Spoken, speech } from "./__fixtures__/speaker.ts";

const RUN_MS = 400_000;
/** 20 ms. */
const MOST_SHIFT = RATE / 50;

afterEach(closeAll);

async function ask(provider: ProviderId, heard: string, given: Spoken = {}) {
	const { asker, caught } = await createSpeaker(provider, heard, given);
	return { result: await asker.ask("", "face", "recorder"), caught, asker };
}

describe("a spoken question", () => {
	test.each<[ProviderId, string]>([
		["gemini", ""],
		["openrouter", ""],
		["groq", ""],
		["openai", "binary"],
	])(
		"reaches %s as a sound that its tools take and that is what was said",
		async (provider, phone) => {
			const { result, caught, asker } = await ask(provider, SAID, {
				phone: parsePhone(phone),
				link: parseLink("loss=0.1,dup=0.05,reorder=0.05,seed=7"),
			});
			expect(result).toMatchObject({ ok: true, question: SAID, reply: ANSWER });
			expect(result.pages.flat().join(" ")).toBe(ANSWER);
			const first = caught[0];
			if (first === undefined) throw new Error("nothing was sent");
			const ogg = oggIn(first);
			expect(complaints(ogg)).toEqual([]);
			expect(peakCorrelation(speech, play(ogg), MOST_SHIFT).peak).toBeGreaterThan(0.9);
			expect(asker.desktop.watch.crashes()).toEqual([]);
		},
		RUN_MS,
	);

	test(
		"can be put on a watch with a keyboard, whose dictation is not there",
		async () => {
			const device = findDevice("balance2");
			const { result } = await ask("gemini", SAID, device === undefined ? {} : { device });
			expect(result).toMatchObject({ ok: true, question: SAID, reply: ANSWER });
		},
		RUN_MS,
	);
});
