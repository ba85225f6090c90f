/**
 * What stands between the phone's ports and everything that uses them, for the sake of keys. Owns two
 * promises: a key leaves only for the host that it was given for, and no key that is known comes back in
 * anything: a reply of a server, what is stored, what is logged, what goes to the watch. Rule: all that the
 * service does goes through here.
 */
import { parseJson } from "../core/json.ts";
import { originOf } from "../core/settings/address.ts";
import { givenFor, PROVIDERS, type ProviderId, SETTING, storedKeyOf } from "../core/settings/settings.ts";
import { checkReply } from "../core/wire/bounds.ts";
import type { Reply } from "../core/wire/protocol.ts";
import { put } from "./keeping.ts";
import { createMask, KEY_SHOWN, type Mask, maskValue } from "./key-mask.ts";
import type { Http, HttpOutcome, Ports, Storage } from "./ports.ts";
import type { HttpRequest } from "./providers/provider.ts";

type KeyGuard = {
	ports: Ports;
	/** A reply as it may go to the watch. */
	clean(reply: Reply): Reply;
};

/** A header whose value holds a key, as a redirect may take it along or not. */
type Carried = { header: string; owners: ProviderId[] };

export function createKeyGuard({ storage, http, log, ...timing }: Ports): KeyGuard {
	/** Also those that were replaced while a question was under way: its reply may still say them. */
	const known = new Set<string>();
	let made: { mask: Mask; of: number } = { mask: createMask([]), of: 0 };
	const maskNow = () => {
		for (const { key } of keysIn(storage)) known.add(key);
		if (made.of !== known.size) made = { mask: createMask([...known]), of: known.size };
		return made.mask;
	};
	return {
		ports: {
			...timing,
			storage: { get: (key) => storage.get(key), set: (key, value) => storage.set(key, maskNow()(value)) },
			http: guardHttp(http, storage, maskNow),
			log: (line) => log(maskNow()(line)),
		},
		clean(reply) {
			if (reply.kind === "sound") return isPlain(reply.bytes, maskNow()) ? reply : withheld(reply);
			const text = JSON.stringify(reply);
			const masked = maskNow()(text);
			if (masked === text) return reply;
			const decoded = checkReply(parseJson(masked));
			return decoded.ok ? decoded.value : withheld(reply);
		},
	};
}

function guardHttp(http: Http, storage: Storage, maskNow: () => Mask): Http {
	return {
		async send(request, limitMs) {
			const allowed = allow(request, storage);
			if (allowed === null) return { kind: "fault", code: "no-key" };
			// Also before it leaves, so that a key is known though it is replaced meanwhile.
			maskNow();
			const outcome = await http.send(allowed, limitMs);
			return maskOutcome(outcome, maskNow());
		},
	};
}

function maskOutcome(outcome: HttpOutcome, mask: Mask): HttpOutcome {
	if (outcome.kind === "fault") return outcome;
	const { status, headers, body } = outcome.response;
	if (body instanceof Uint8Array && !isPlain(body, mask)) return { kind: "fault", code: "bad-answer" };
	const named = Object.entries(headers).map(([name, value]) => [mask(name), mask(value)] as const);
	return {
		kind: "response",
		response: {
			status,
			headers: Object.fromEntries(named),
			body: body instanceof Uint8Array ? body : maskValue(body, mask),
		},
	};
}

/** No key stands in these bytes as letters. */
function isPlain(bytes: Uint8Array, mask: Mask): boolean {
	const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
	return mask(letters) === letters;
}

/** The request as it may leave, or null if it holds a key that was not given for its host. */
function allow(request: HttpRequest, storage: Storage): HttpRequest | null {
	const keys = keysIn(storage);
	const origin = originOf(request.url);
	if (keys.some(({ key }) => key.length >= SHORTEST && request.url.includes(key))) return null;
	const carried = Object.entries(request.headers).flatMap(([header, value]) => carriedIn(header, value, keys));
	const get = (name: string) => storage.get(name);
	for (const { owners } of carried) {
		const owner = owners.find((id) => givenFor(get, id) === origin);
		if (owner === undefined) return null;
		if (get(SETTING.host(owner)) !== origin) put(storage, SETTING.host(owner), origin);
	}
	const isOpen = ({ header, owners }: Carried) =>
		header.toLowerCase() !== "authorization" && owners.some((id) => get(SETTING.open(id)) === origin);
	const left = carried.filter(isOpen).map(({ header }) => header);
	const headers = Object.entries(request.headers).filter(([name, value]) => value !== "" && !left.includes(name));
	return { ...request, headers: Object.fromEntries(headers), ...bodyOf(request, keys) };
}

/** A key has no business in a body, wherever it came from. */
function bodyOf({ body }: HttpRequest, keys: readonly Owned[]): { body?: string | ArrayBuffer } {
	if (typeof body !== "string") return body === undefined ? {} : { body };
	const known = keys.filter(({ key }) => key.length >= SHORTEST && body.includes(key));
	return { body: known.reduce((text, { key }) => text.split(key).join(KEY_SHOWN), body) };
}

function carriedIn(header: string, value: string, keys: readonly Owned[]): Carried[] {
	const isIn = (key: string) =>
		value === key || value === `Bearer ${key}` || (key.length >= SHORTEST && value.includes(key));
	const owners = keys.filter(({ key }) => isIn(key)).map(({ id }) => id);
	return owners.length === 0 ? [] : [{ header, owners }];
}

/** Below it, a key may be a part of an address or of a word. */
const SHORTEST = 8;

type Owned = { id: ProviderId; key: string };

function keysIn(storage: Storage): Owned[] {
	return PROVIDERS.map(({ id }) => ({ id, key: storedKeyOf((name) => storage.get(name), id) })).filter(
		({ key }) => key !== "",
	);
}

/** What cannot be shown without the key is not shown. */
function withheld(reply: Reply): Reply {
	return "id" in reply ? { kind: "fault", id: reply.id, fault: { code: "bad-answer" } } : { kind: "hello" };
}
