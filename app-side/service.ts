/**
 * The Side Service without its phone: joins the parts over the ports that it is given. Owns no behaviour of
 * its own.
 */
import { createAsking } from "./asking.ts";
import { type Commands, createCommands } from "./commands.ts";
import { createKeyGuard } from "./key-guard.ts";
import { createLedger } from "./ledger.ts";
import { createMemory } from "./memory.ts";
import type { Ports } from "./ports.ts";
import { createRouter, type Router } from "./router.ts";
import { createAloud } from "./speech/aloud.ts";

export type Service = { route: Router; commands: Commands };

export function createService(given: Ports): Service {
	const { ports, clean } = createKeyGuard(given);
	const ledger = createLedger(ports);
	const asking = createAsking(ports, ledger, createMemory(ports));
	const route = createRouter(ports, asking, createAloud(ports, ledger));
	return { route: async (request) => clean(await route(request)), commands: createCommands(ports, asking) };
}
