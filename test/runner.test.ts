/** What a watch knows of a runner, from its sensor to the request, each by its switch, through the whole packed chain. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import { startChain } from "./chain.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

const RUN_MS = 400_000;

/** As the watch says it, and rounded by core/settings/privacy.ts: by 5 beats, 20 of load, 6 hours, 2 ml. */
const TOLD = {
	resting: "Resting heart rate: about 50 beats",
	load: "about 140",
	recovery: "about 18 h",
	vo2max: "about 44 ml/kg/min",
	zones: "from about 90, 110, 125, 145, 160 beats a minute, at most 180",
} as const;

let model: ModelServer;
beforeAll(async () => {
	model = await startModelServer();
	model.mock.on({ userMessage: /.*/ }, { content: "Run." });
});
afterAll(() => model.close());

test("each goes along only while it is switched on, and a VO2 max of 43.6 is one", { timeout: RUN_MS }, async () => {
	const { asker, desktop, set } = await startChain({ baseUrl: model.url });
	const { sensors } = desktop.watch;
	sensors.fitness = { vo2Max: 43.6, trainingLoad: 131, fullRecoveryTime: 17 };
	sensors.restingHeartRate = 51;
	const told = async (share: readonly string[]) => {
		set(SETTING.share, JSON.stringify(share));
		const { ok } = await asker.ask("Shall I run?", "page", "keyboard");
		expect(ok).toBe(true);
		return model.asked().at(-1)?.[0]?.content ?? "";
	};
	try {
		const none = await told([]);
		for (const words of Object.values(TOLD)) expect(none).not.toContain(words);
		const all = await told(Object.keys(TOLD));
		for (const words of Object.values(TOLD)) expect(all).toContain(words);
		const one = await told(["vo2max"]);
		expect(one).toContain(TOLD.vo2max);
		for (const words of [TOLD.resting, TOLD.load, TOLD.recovery, TOLD.zones]) expect(one).not.toContain(words);
	} finally {
		asker.close();
	}
});
