/** The table of those who answer. Owns which answerer serves which provider. */
import type { ProviderId } from "../core/settings/settings.ts";
import type { Answerer } from "./answerer.ts";
import { builtIn } from "./offline/index.ts";
import { createOnline } from "./online.ts";
import { ADAPTERS, type OnlineId } from "./providers/index.ts";

export function answererOf(provider: ProviderId): Answerer {
	return isOnline(provider) ? createOnline(provider) : builtIn;
}

function isOnline(provider: ProviderId): provider is OnlineId {
	return provider in ADAPTERS;
}
