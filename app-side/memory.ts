/**
 * The conversations in the settings storage, so that they outlive the service. Bounds and shape are
 * core/ask/conversation.ts's.
 */
import { encodeTalks, readTalks, recall, remember, type Talk, type Turn } from "../core/ask/conversation.ts";
import { SETTING } from "../core/settings/settings.ts";
import { put, readSafely, setAside } from "./keeping.ts";
import type { Ports } from "./ports.ts";

export type Memory = {
	turns(talk: string): readonly Turn[];
	/** What the storage does not take is forgotten. */
	add(talk: string, turn: Turn): void;
};

export function createMemory(ports: Pick<Ports, "storage" | "now">): Memory {
	const { storage } = ports;
	/** Null if what is there can neither be read nor be kept aside. */
	const read = (): Talk[] | null => {
		const raw = readSafely(storage, SETTING.memory);
		const talks = readTalks(raw);
		if (talks !== null) return talks;
		return setAside(ports, "memory", raw) && put(storage, SETTING.memory, "") ? [] : null;
	};
	return {
		turns: (talk) => recall(read() ?? [], talk),
		add: (talk, turn) => {
			const talks = read();
			if (talks !== null) put(storage, SETTING.memory, encodeTalks(remember(talks, talk, turn)));
		},
	};
}
