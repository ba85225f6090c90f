/** A model that its provider has withdrawn, through the whole packed chain: what the watch says, and what the settings offer. */
import { afterAll, expect, test } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { fill } from "../core/words/words.ts";
import type { SettingsNode } from "../simulator/index.ts";
import { COMPANION, startChain } from "./chain.ts";
import { chat, startEndpoint } from "./model-server.ts";

const TIMEOUT_MS = 300_000;
const SETTLE_MS = 2000;

/** As Groq answers (console.groq.com/docs/errors), and as it lists what is left. */
const WITHDRAWN = {
	status: 404,
	body: JSON.stringify({
		error: {
			message: "The model `llama-3.3-70b-versatile` does not exist or you do not have access to it.",
			type: "invalid_request_error",
			code: "model_not_found",
		},
	}),
};
const LEFT = ["whisper-large-v3-turbo", "openai/gpt-oss-20b", "openai/gpt-oss-120b", "groq/compound"];
const LIST = {
	body: JSON.stringify({ object: "list", data: LEFT.map((id) => ({ id, object: "model", active: true })) }),
};

const endpoint = await startEndpoint([WITHDRAWN, LIST, chat("It scatters.")]);
afterAll(() => endpoint.close());

function buttonIn(node: SettingsNode | string, label: string): SettingsNode | undefined {
	if (typeof node === "string") return undefined;
	if (node.element === "Button" && node.props.label === label) return node;
	return node.children.map((child) => buttonIn(child, label)).find((found) => found !== undefined);
}

test("the watch says that it is gone, one tap in the settings takes the nearest, and that one answers", {
	timeout: TIMEOUT_MS,
}, async () => {
	const chain = await startChain({ baseUrl: endpoint.url, provider: "groq", model: "llama-3.3-70b-versatile" });
	const { asker, desktop, state } = chain;
	const gone = await asker.ask("Why is the sky blue?", "face", "keyboard");
	expect(gone).toMatchObject({ ok: false, fault: "no-such-model" });
	const shown = gone.pages.flat().join(" ");
	expect(shown).toContain(words["fault.no-such-model.help"]);
	await desktop.clock.runFor(SETTLE_MS);

	const page = desktop.phone.settingsPage(COMPANION);
	const root = page?.render() ?? "";
	expect(JSON.stringify(root)).toContain(fill(words["setting.model.gone"], { model: "llama-3.3-70b-versatile" }));
	page?.act(buttonIn(root, fill(words["setting.model.use"], { model: "openai/gpt-oss-120b" }))?.id ?? "");
	expect(state.settings(COMPANION).get(SETTING.model("groq"))).toBe("openai/gpt-oss-120b");
	expect(JSON.stringify(page?.render())).not.toContain(
		fill(words["setting.model.gone"], { model: "llama-3.3-70b-versatile" }),
	);

	expect(await asker.ask("And at dusk?", "face", "keyboard")).toMatchObject({ ok: true, reply: "It scatters." });
	asker.close();
	expect(endpoint.taken().map(({ path }) => path)).toEqual([
		"/v1/chat/completions",
		"/v1/models",
		"/v1/chat/completions",
	]);
	expect(JSON.parse(endpoint.taken()[2]?.body ?? "")).toMatchObject({ model: "openai/gpt-oss-120b" });
});
