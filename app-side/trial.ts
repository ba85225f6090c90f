/**
 * The test of what is set up: the smallest real question to the chosen provider, and a moment of silence to
 * whoever listens. Owns what the settings page is told of it; the memory and the ledger do not see it. Rule:
 * a test is never repeated by itself, since it may cost money.
 */

import type { Fault } from "../core/faults.ts";
import { fullName } from "../core/settings/providers.ts";
import { keyOf, type ProviderId, readSettings, type Settings, settingsFor } from "../core/settings/settings.ts";
import { chooseRoute } from "../core/settings/voice.ts";
import { answererOf } from "./answerers.ts";
import { type Requests, startRequests } from "./exchange.ts";
import { noteGone, noteHere } from "./models.ts";
import type { Ports } from "./ports.ts";
import { createRequestBudget } from "./spending.ts";
import { hear } from "./voice/hearing.ts";
import { silence } from "./voice/silent-recording.ts";

/**
 * `by` names who answered. `speech`: whether voice questions are understood; absent if the provider itself
 * listens.
 */
export type Trial = { ok: true; by: string; speech?: true | Fault["code"] } | { ok: false; fault: Fault };

/** Of the chosen provider and whoever listens; of `other` alone if it is given. */
export async function tryOut(ports: Ports, other?: ProviderId): Promise<Trial> {
	const get = (key: string) => ports.storage.get(key);
	const settings = other === undefined ? readSettings(get) : settingsFor(get, other);
	const requests = startRequests(ports, createRequestBudget(ports), () => false);
	const fault = await answererOf(settings.provider).tryOut(requests, settings);
	if (fault !== null) return { ok: false, fault };
	const speech = other === undefined ? await tryVoice(requests, settings) : undefined;
	return { ok: true, by: fullName(settings), ...(speech === undefined ? {} : { speech }) };
}

/**
 * If silence is understood as silence, the recording went out whole: a form that was mangled is refused. So
 * this tells, without a server of ours, whether this phone sends bytes as they are. What it tells of the
 * model is kept.
 */
async function tryVoice(requests: Requests, settings: Settings): Promise<true | Fault["code"] | undefined> {
	const { ports } = requests;
	const route = chooseRoute(settings);
	if (route?.kind !== "transcriber") return undefined;
	const { transcriber, model } = route;
	const key = keyOf((name) => ports.storage.get(name), transcriber);
	const hearing = await hear({ requests, route, key, patient: false }, silence(), settings.voice.binary);
	const isUnderstood = hearing.kind === "heard" || hearing.fault.code === "unclear-speech";
	if (isUnderstood) noteHere(ports, transcriber, model);
	else if (hearing.fault.code === "no-such-model") await noteGone(ports, transcriber, model);
	return isUnderstood || hearing.fault.code;
}
