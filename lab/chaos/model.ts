/** The model server of a run of chaos, as the phone is set to it. Owns the settings and how a question is read from a request. */
import { SETTING } from "../../core/settings/settings.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import type { Random, State } from "../../simulator/index.ts";

/** Simulated ms in which a model answers, at least and at most. */
const SERVER_MS = [100, 500] as const;

export function configure(state: State, baseUrl: string): void {
	const storage = state.settings(PACKAGES.companion.appId);
	const settings: [string, string][] = [
		[SETTING.provider, "openai"],
		[SETTING.baseUrl("openai"), baseUrl],
		[SETTING.key("openai"), "sk-chaos-0000"],
	];
	for (const [key, value] of settings) storage.set(key, value, "desktop");
}

export function serverMs(random: Random): number {
	return within(SERVER_MS, random);
}

export function within([least, most]: readonly [number, number], random: Random): number {
	return least + random.next() * (most - least);
}

/** The question of a request. */
export function lastMessage(body: unknown): string {
	const messages = typeof body === "object" && body !== null && "messages" in body ? body.messages : [];
	const last: unknown = Array.isArray(messages) ? messages[messages.length - 1] : undefined;
	return typeof last === "object" && last !== null && "content" in last ? String(last.content) : "";
}
