/** Every watch that we support gives the endpoint's answer, from the face and from the page; the others say why not. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packPackage } from "../packaging/pack.ts";
import { isSupported } from "../packaging/supported.ts";
import { clippedTexts, DEVICES, drawScene, tapText, textsOf } from "../simulator/index.ts";
import { type Chain, linesOutside, startChain, turnPages, waitFor } from "./chain.ts";
import { runAsk } from "./command.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

const QUESTION = "Why is the sky blue?";
/** Pages on every watch, a word longer than a line on the small ones, and marks that must be gone. */
const ANSWER = `Sunlight holds every colour. Air is made of molecules far smaller than a wave of light, and those scatter short waves much more than long ones: that is Rayleigh scattering. Blue comes to you from all over the sky, red goes straight on. The Donaudampfschifffahrtsgesellschaftskapitän sees the same at dusk, when the light has come a long way through the air and all its blue is gone. On Mars, where dust does the scattering, it is the other way round: a reddish day and a blue dusk. Astronauts see no sky colour at all: without air nothing scatters, so the sky over the Moon is black even at noon, and the stars could be seen if the ground were not so bright.`;
const MARKED = `**Sunlight** holds every ${ANSWER.slice("Sunlight holds every ".length)} 🌈\n@@ Air scatters blue.\n>> And on Mars? | Why is dusk red?`;

const supported = DEVICES.filter(isSupported);
const others = DEVICES.filter((device) => !isSupported(device));

let model: ModelServer;
/** One package for all of them takes a fraction of the time that one for each would. */
beforeAll(async () => {
	await Promise.all([packPackage("face"), packPackage("companion")]);
	model = await startModelServer();
	model.mock.onMessage(QUESTION, { content: MARKED });
});
afterAll(() => model.close());

const bare = (text: string) => text.replace(/\s/g, "");

function expectWholeLines({ desktop }: Chain): void {
	expect(linesOutside(desktop)).toEqual([]);
	expect(clippedTexts(drawScene(desktop.watch.scene())).map(({ text }) => text)).toEqual([]);
}

test("there are 26 of them, and two others", () => {
	expect(supported).toHaveLength(26);
	expect(others).toHaveLength(2);
});

describe.each(supported)("$id ($shape, $width by $height)", (device) => {
	test("shows the endpoint's answer as pages, and no line passes the edge of the glass", {
		timeout: 240_000,
	}, async () => {
		const chain = await startChain({ device, baseUrl: model.url });
		const { asker, desktop } = chain;
		for (const surface of ["face", "page"] as const) {
			const requests = model.asked().length;
			const result = await asker.ask(QUESTION, surface, device.systemKeyboard ? "keyboard" : "chip");
			expect(result).toMatchObject({
				ok: true,
				fault: null,
				question: QUESTION,
				reply: ANSWER,
				suggestions: ["And on Mars?", "Why is dusk red?"],
				receipt: { provider: "openai", model: "gpt-5.4-mini", requests: 1 },
			});
			expect(model.asked()).toHaveLength(requests + 1);
			expect(result.pages.length).toBeGreaterThan(1);
			expect(bare(result.pages.flat().join(""))).toBe(bare(ANSWER));
			expectWholeLines(chain);
			await openAnswer(chain);
			const pages: number[] = [];
			await turnPages(desktop, () => pages.push(textsOf(desktop.watch).length) && expectWholeLines(chain));
			expect(pages).toHaveLength(result.pages.length);
			desktop.watch.swipe("up");
			await waitFor(desktop, "And on Mars?");
			expectWholeLines(chain);
			desktop.watch.home();
		}
		asker.close();
	});
});

/** From the face, which has the line that the model gave for it. */
async function openAnswer({ desktop }: Chain): Promise<void> {
	tapText(desktop.watch, "Air scatters blue.");
	await waitFor(desktop, "1 / ");
}

test.each(others)("$id exits 2 and says why", async ({ id, name, apiLevel }) => {
	const { code, stdout, stderr } = await runAsk(["Hello?", "--device", id, "--json"]);
	expect(code).toBe(2);
	expect(stdout).toBe("");
	expect(stderr).toContain(`${name} has API level ${apiLevel}`);
	expect(stderr).toContain("3.6");
});
