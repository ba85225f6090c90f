/**
 * The test of what is set up: the smallest real question to the chosen provider, and a moment of silence to whoever
 * listens. Owns what the settings page is told of it; the memory and the ledger do not see it. Rule: a test is never
 * repeated by itself, since it may cost money.
 */

import type { Fault } from "../core/faults.ts";
import { originOf } from "../core/settings/address.ts";
import {
	findPreset,
	isReady,
	keyOf,
	type ProviderId,
	readSettings,
	SETTING,
	type Settings,
	settingsFor,
} from "../core/settings/settings.ts";
import { chooseRoute } from "../core/settings/voice-settings.ts";
import { callOf } from "./chat-call.ts";
import { nameOf } from "./errand.ts";
import { type Exchange, exchange, startTrip, type Trip } from "./exchange.ts";
import type { Ports } from "./ports.ts";
import { createTestPrompt } from "./prompt.ts";
import { type OnlineId, PROVIDERS } from "./providers/index.ts";
import type { Endpoint } from "./providers/provider.ts";
import { createPurse } from "./spending.ts";
import { hear } from "./voice/hearing.ts";
import { silence } from "./voice/silence.ts";

/** `by` names who answered. `speech`: whether voice questions are understood; absent where the provider itself listens. */
export type Trial = { ok: true; by: string; speech?: true | Fault["code"] } | { ok: false; fault: Fault };

/** Of the chosen provider and whoever listens; of `other` alone where it is given. */
export async function tryOut(ports: Ports, other?: ProviderId): Promise<Trial> {
	const get = (key: string) => ports.storage.get(key);
	const settings = other === undefined ? readSettings(get) : settingsFor(get, other);
	const { provider, baseUrl, model } = settings;
	const trip = startTrip(ports, createPurse(ports), () => false);
	if (provider !== "offline") {
		const key = keyOf(get, provider);
		if (!isReady(settings, key)) return { ok: false, fault: { code: "no-key" } };
		const endpoint = { baseUrl, model, key };
		const reply = (await tryHost(trip, provider, endpoint)) ?? (await askSmallest(trip, provider, endpoint));
		if (reply.kind === "fault") return { ok: false, fault: reply.fault };
	}
	const speech = other === undefined ? await tryVoice(trip, settings) : undefined;
	return { ok: true, by: nameOf(settings), ...(speech === undefined ? {} : { speech }) };
}

/**
 * What a server that is not the provider's own says to the question without the key, where a redirect could take the key to
 * a third; undefined where it refuses for lack of it, or where there is nothing to find out. A phone follows redirects unseen
 * and drops `Authorization` alone (docs/evidence.md), so a key in another header is shown only to a host that asked for it.
 */
async function tryHost(trip: Trip, provider: OnlineId, endpoint: Endpoint): Promise<Exchange | undefined> {
	const origin = originOf(endpoint.baseUrl);
	if (origin === originOf(findPreset(provider)?.baseUrl ?? "") || !isTakenAlong(provider, endpoint)) return undefined;
	const bare = await askSmallest(trip, provider, { ...endpoint, key: "" });
	const isAsked = bare.kind === "fault" && bare.fault.code === "key-refused";
	trip.ports.storage.set(SETTING.open(provider), bare.kind === "answer" ? origin : "");
	return isAsked ? undefined : bare;
}

function askSmallest(trip: Trip, provider: OnlineId, endpoint: Endpoint): Promise<Exchange> {
	return exchange(trip, callOf(trip.ports.storage, provider, endpoint, createTestPrompt()), false);
}

function isTakenAlong(provider: OnlineId, endpoint: Endpoint): boolean {
	const { headers } = PROVIDERS[provider].buildRequest(endpoint, createTestPrompt());
	return Object.entries(headers).some(
		([name, value]) => endpoint.key !== "" && name.toLowerCase() !== "authorization" && value.includes(endpoint.key),
	);
}

/**
 * Silence that is understood as silence went out whole: so is learnt, without a server of ours, whether this phone sends
 * bytes as they are. A form that was mangled is refused.
 */
async function tryVoice(trip: Trip, { provider }: Settings): Promise<true | Fault["code"] | undefined> {
	const get = (key: string) => trip.ports.storage.get(key);
	const route = chooseRoute(get, provider);
	if (route?.kind !== "two") return undefined;
	const hearing = await hear(trip, route, keyOf(get, route.ears), silence(), false);
	return hearing.kind === "heard" || hearing.fault.code === "unclear-speech" ? true : hearing.fault.code;
}
