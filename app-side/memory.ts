/** The conversations in the settings storage, so that they outlive the service. Bounds and shape are core/conversation.ts's. */
import { decodeTalks, recall, remember, type Turn } from "../core/conversation.ts";
import { parseJson } from "../core/json.ts";
import { SETTING } from "../core/settings.ts";
import type { Storage } from "./ports.ts";

export type Memory = {
	turns(talk: string): readonly Turn[];
	add(talk: string, turn: Turn): void;
};

export function createMemory(storage: Storage): Memory {
	const read = () => decodeTalks(parseJson(storage.get(SETTING.memory)));
	return {
		turns: (talk) => recall(read(), talk),
		add: (talk, turn) => storage.set(SETTING.memory, JSON.stringify(remember(read(), talk, turn))),
	};
}
