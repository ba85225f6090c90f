/**
 * What a provider says of the models that are set. Owns what is kept of its list, which is asked for by the
 * person, or when the provider refused a model by name. Rule: a model that is listed, or that answers, is not
 * gone.
 */
import type { Fault } from "../core/faults.ts";
import { encodeFates, type Fate, readFates } from "../core/settings/model-fates.ts";
import { type ProviderSettings, readProvider } from "../core/settings/provider-settings.ts";
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import { put } from "./keeping.ts";
import { FOR_SPEECH, fetchEntries, isUsable, type ListedModel, type Models, usableIn } from "./model-list.ts";
import { nearestModel } from "./nearest-model.ts";
import type { Ports } from "./ports.ts";
import type { OnlineId } from "./providers/index.ts";

/** What the list says of ends is kept. */
export async function listModels(ports: Ports, provider: OnlineId, settings: ProviderSettings): Promise<Models> {
	const list = await fetchEntries(ports, provider, settings);
	if (!list.ok) return list;
	keepFates(ports, provider, list.entries);
	return { ok: true, models: usableIn(list.entries) };
}

/** The settings page then offers another model; nobody waits for the list that this takes. */
export function noteRefused(ports: Ports, provider: OnlineId, model: string, fault: Fault): void {
	if (fault.code !== "no-such-model") return;
	noteGone(ports, provider, model).catch(() => ports.log("no list of models"));
}

/** That the provider refused `model` by name is kept, with the nearest that it lists, if it gives a list. */
export async function noteGone(ports: Ports, provider: OnlineId, model: string): Promise<void> {
	if (model === "") return;
	const get = (key: string) => ports.storage.get(key);
	const fates = readFates(get, provider);
	put(ports.storage, SETTING.fates(provider), encodeFates(new Map<string, Fate>([...fates, [model, { gone: true }]])));
	const list = await fetchEntries(ports, provider, readProvider(get, provider));
	if (list.ok) keepFates(ports, provider, list.entries, model);
}

/** What answers is not gone. */
export function noteHere({ storage }: Ports, provider: ProviderId, model: string): void {
	const fates = readFates((key) => storage.get(key), provider);
	if (fates.get(model)?.gone !== true) return;
	fates.delete(model);
	put(storage, SETTING.fates(provider), encodeFates(fates));
}

/**
 * Keeps what the list says of ends. For a model that is set and that is gone or ends, it keeps the nearest
 * one too. A model that is listed is not gone, unless it is `refused`.
 */
function keepFates(ports: Ports, provider: OnlineId, entries: readonly ListedModel[], refused?: string): void {
	const get = (key: string) => ports.storage.get(key);
	const before = readFates(get, provider);
	const fates = new Map<string, Fate>(
		entries.flatMap(({ name, ends }) => (ends === undefined ? [] : [[name, { ends }] as const])),
	);
	const { model: answering, speechModel } = readProvider(get, provider);
	for (const model of new Set([answering, speechModel])) {
		const entry = entryFor(model, entries);
		const fate = model === refused ? { gone: true as const } : fateIn(entry, before.get(model));
		if (model === "" || fate === undefined) continue;
		const instead = insteadOf(model, entry, entries);
		// Those that are set come last: the first ones go if there are too many.
		fates.delete(model);
		fates.set(model, { ...fate, ...(instead === undefined ? {} : { instead }) });
	}
	put(ports.storage, SETTING.fates(provider), encodeFates(fates));
}

function fateIn(entry: ListedModel | undefined, before: Fate | undefined): Fate | undefined {
	if (entry === undefined) return before?.gone === true ? { gone: true } : undefined;
	return entry.ends === undefined ? undefined : { ends: entry.ends };
}

/** Some lists have only names with a date, though a question may name the model without it. */
function entryFor(model: string, entries: readonly ListedModel[]): ListedModel | undefined {
	const isDated = ({ name }: ListedModel) =>
		name.startsWith(`${model}-`) && /^\d[\d-]{5,9}$/.test(name.slice(model.length + 1));
	return entries.find(({ name }) => name === model) ?? entries.find(isDated);
}

/** As the provider says, else the nearest by name among those for the same purpose. */
function insteadOf(model: string, entry: ListedModel | undefined, entries: readonly ListedModel[]): string | undefined {
	if (entry !== undefined && entries.some(({ name }) => name === entry.instead)) return entry.instead;
	const isForSpeech = FOR_SPEECH.test(model);
	const alike = entries.filter((one) => one !== entry && (isForSpeech ? FOR_SPEECH.test(one.name) : isUsable(one)));
	return nearestModel(
		model,
		alike.map(({ name, ends }) => ({ name, ends: ends !== undefined })),
	);
}
