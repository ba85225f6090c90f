/** A line for later, through the whole packed chain: a model of another's making writes it, the real face shows it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import { PACKAGES } from "../packaging/packages.ts";
import { screenText, startChain } from "./chain.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

const RUN_MS = 400_000;
const MINUTE_MS = 60_000;
const LATER = "Rain at six: take a coat";

let model: ModelServer;
beforeAll(async () => {
	model = await startModelServer();
	model.mock.onMessage("Will it rain?", { content: `Yes, at six.\n@@ Rain at six\n>> How long?\n^^ ${LATER}` });
});
afterAll(() => model.close());

test("the face shows it in the place of its own line, on that day alone, and it costs no request", {
	timeout: RUN_MS,
}, async () => {
	const { asker, desktop, set } = await startChain({ baseUrl: model.url });
	const { watch, clock } = desktop;
	const faceAfter = async (ms: number) => {
		watch.showFace(PACKAGES.face.appId);
		watch.setScreen("off");
		await clock.runFor(ms);
		watch.setScreen("on");
		await clock.runFor(300);
		return screenText(desktop);
	};
	try {
		set(SETTING.later, "yes");
		const { pages } = await asker.ask("Will it rain?", "page", "keyboard");
		expect(pages.flat().join(" ")).not.toContain(LATER);
		expect(model.asked()).toHaveLength(1);
		expect(model.asked()[0]?.[0]?.content).toContain("^^");
		const fresh = await faceAfter(MINUTE_MS);
		expect(fresh).toContain("Yes, at six.");
		expect(fresh).not.toContain(LATER);
		expect(await faceAfter(31 * MINUTE_MS)).toContain(LATER);
		expect(await faceAfter(13 * 60 * MINUTE_MS)).toContain(LATER);
		const next = await faceAfter(60 * MINUTE_MS);
		expect(next).not.toContain(LATER);
		expect(model.asked()).toHaveLength(1);
		set(SETTING.later, "");
		await asker.ask("Will it rain?", "page", "keyboard");
		expect(model.asked()[1]?.[0]?.content).not.toContain("^^");
	} finally {
		asker.close();
	}
});
