/**
 * The address of a provider's server: as people paste it, cleaned, and what its host is. Owns the parts of
 * such an address and whose network it is in; asks no network and knows no `URL`. Rule: a host is read number
 * by number and label by label (WHATWG URL, RFC 4291), never by how its text begins, and an address that
 * holds a name or a password is none.
 */
import { mendPasted } from "./pasted.ts";

/**
 * `port` is "" for the scheme's own; `host` is lower case, an IPv6 one in brackets, an IPv4 one as four
 * decimal numbers.
 */
type Address = { scheme: "http" | "https"; host: string; port: string; path: string; query: string };

type Pasted = { kind: "address"; url: string } | { kind: "credentials" } | { kind: "none" };

/** Longer than any address, shorter than a document pasted by mistake. */
const LONGEST = 2000;

/**
 * A base URL as people paste it, made into one that stands before a provider's path. Of a query only Azure's
 * `api-version` stays.
 */
export function readPastedAddress(pasted: string): Pasted {
	if (pasted.length > LONGEST) return { kind: "none" };
	const bare = bareAddress(pasted);
	if (bare === "" || bare.startsWith("/")) return { kind: "none" };
	const named = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `//${bare}`;
	if (holdsCredentials(named)) return { kind: "credentials" };
	const address = parseAddress(named);
	return address === null
		? { kind: "none" }
		: { kind: "address", url: textOf({ ...address, path: basePath(address), query: keptQuery(address.query) }) };
}

/** As `readPastedAddress`; "" if it is no address, or one that holds a name or a password. */
export function tidyBaseUrl(pasted: string): string {
	const read = readPastedAddress(pasted);
	return read.kind === "address" ? read.url : "";
}

/**
 * The parts of an address; null if it is none. Without a scheme it is `http` in a home network, else `https`.
 */
export function parseAddress(url: string): Address | null {
	const [, scheme = "", authority = "", path = "", query = ""] =
		/^(?:(https?):)?\/\/([^/?#\\]*)([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
	if (authority.includes("@")) return null;
	const [, name = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(?::(\d{0,5}))?$/.exec(authority) ?? [];
	const host = readHost(name);
	if (host === null || Number(port) > 65_535) return null;
	const said = scheme.toLowerCase();
	const known = said === "http" || said === "https" ? said : isHome(host) ? "http" : "https";
	const isUsual = port === (known === "http" ? "80" : "443");
	return { scheme: known, host, port: isUsual ? "" : port, path, query };
}

/**
 * What a key is given for: scheme, host and port, as in `https://api.openai.com`; "" if it is no address. The
 * scheme is a part of it, so that a key given for an encrypted address is not sent in the clear to the same
 * host unasked.
 */
export function originOf(url: string): string {
	const address = parseAddress(url);
	return address === null ? "" : originText(address);
}

/**
 * A host as a person is told of it: with its port if that is not the usual one, and with `http://` if it is
 * not encrypted.
 */
export function hostName(url: string): string {
	return originOf(url).replace(/^https:\/\//, "");
}

/** True if what is sent to `url` crosses more than one's own network, and unencrypted. */
export function isExposed(url: string): boolean {
	const address = parseAddress(url);
	return address !== null && address.scheme === "http" && !isHome(address.host);
}

/**
 * True for a host of one's own: loopback, private and link-local numbers, and names that only a home network
 * resolves.
 */
export function isHome(host: string): boolean {
	if (host.startsWith("[")) return isHomeIpv6(parseIpv6(host.slice(1, -1)) ?? []);
	const ipv4 = parseIpv4(host);
	if (ipv4 !== null) return isHomeIpv4(ipv4);
	const labels = host.split(".");
	const last = labels[labels.length - 1] ?? "";
	return labels.length === 1 || HOME_DOMAINS.includes(last) || host.endsWith(".home.arpa");
}

/**
 * Names of a home network: `localhost` (RFC 6761), `local` (RFC 6762), `internal` (ICANN resolution
 * 2024.07.29.06), `home.arpa` (RFC 8375), and those of routers that are delegated to nobody: `home` (ICANN
 * resolution 2018.02.04.12), `lan`, `localdomain`.
 */
const HOME_DOMAINS: readonly string[] = ["localhost", "local", "internal", "home", "lan", "localdomain"];

/** Without what stood around it: a setting's name, quotes, angle brackets, a full stop after it. */
function bareAddress(pasted: string): string {
	const mended = mendPasted(pasted).trim();
	const value = mended.replace(/^(?:export\s+|set\s+)?[A-Za-z_][\w-]*["'`]?\s*[=:]\s*(?=["'`<]|https?:)/i, "");
	const text = value
		.replace(/\\[nrt]$/, "")
		.replace(/[\r\n\t"'`<>]/g, "")
		.trim();
	// Words are no address; a space beside a sign is a slip of the hand.
	if (/[a-z0-9] +[a-z0-9]/i.test(text)) return "";
	return text
		.replace(/ /g, "")
		.replace(/\\/g, "/")
		.replace(/[,;.]+$/, "")
		.replace(/^(https?):\/*(?=[^/])/i, "$1://")
		.replace(/^([0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*)$/i, "[$1]");
}

function holdsCredentials(url: string): boolean {
	return /^[^/]*\/\/[^/?#]*@/.test(url);
}

function textOf(address: Address): string {
	return originText(address) + address.path + address.query;
}

function originText({ scheme, host, port }: Address): string {
	return `${scheme}://${host}${port === "" ? "" : `:${port}`}`;
}

/** Paths of requests, which are not part of a base URL: of OpenAI's format, Anthropic's, Gemini's. */
const REQUEST_PATH =
	/\/(?:chat\/completions|completions|responses|messages|embeddings|models(?:\/[^/]+:[a-z]+)?|audio\/(?:transcriptions|speech))$/i;
/**
 * Ollama's own paths, which stand beside its OpenAI-compatible `/v1` (DOC github.com/ollama/ollama
 * docs/api.md).
 */
const OLLAMA_PATH = /\/api\/(?:chat|generate|tags|show|ps|version|embed|embeddings)$/i;
const OLLAMA_PORT = "11434";

function basePath({ path, port }: Address): string {
	const whole = path.replace(/\/{2,}/g, "/").replace(/\/$/, "");
	const base = whole.replace(OLLAMA_PATH, "/v1").replace(REQUEST_PATH, "");
	return base === "/api" && port === OLLAMA_PORT ? "/v1" : base;
}

/** Azure refuses a request without its version; any other query is of a page, or of one request. */
function keptQuery(query: string): string {
	const version = query
		.slice(1)
		.split("&")
		.find((part) => /^api-version=[\w.-]+$/i.test(part));
	return version === undefined ? "" : `?${version}`;
}

/** Null if it can be no host. Signs that no host has, but letters of any script may be there. */
function readHost(name: string): string | null {
	const host = name.toLowerCase().replace(/\.$/, "");
	if (host.startsWith("[")) {
		return parseIpv6(host.slice(1, -1)) === null ? null : host;
	}
	if (host === "" || host.length > 253 || /[\s!-,/:-@[-^`{-~]/.test(host) || /^[.-]|\.\./.test(host)) return null;
	const ipv4 = parseIpv4(host);
	if (ipv4 !== null) return ipv4.join(".");
	// A name that ends in a number is none that the Web takes (WHATWG URL, 3.5).
	return /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(host) ? null : host;
}

/**
 * An IPv4 address of one to four numbers, as resolvers take them (WHATWG URL, 3.5; `inet_aton`). Each is
 * decimal, octal after a 0 or hexadecimal after 0x, and the last fills what is left. Null if the host is a
 * name.
 */
function parseIpv4(host: string): number[] | null {
	const parts = host.split(".");
	if (parts.length > 4) return null;
	const numbers = parts.map(parseNumber);
	const last = numbers.pop() ?? null;
	if (last === null || last >= 256 ** (4 - numbers.length)) return null;
	const bytes: number[] = [];
	for (const number of numbers) {
		if (number === null || number > 255) return null;
		bytes.push(number);
	}
	for (let place = 3 - bytes.length; place >= 0; place--) bytes.push(Math.floor(last / 256 ** place) % 256);
	return bytes;
}

function parseNumber(text: string): number | null {
	if (/^0x[0-9a-f]{0,8}$/i.test(text)) return text.length === 2 ? 0 : Number(text);
	if (/^0[0-7]{0,11}$/.test(text)) return Number.parseInt(text, 8);
	return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

function isHomeIpv4([a = 0, b = 0]: readonly number[]): boolean {
	// RFC 1122 3.2.1.3, RFC 1918, RFC 3927. The shared space of RFC 6598 is a carrier's, not one's own.
	return (
		a === 127 || a === 10 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b <= 31) || (a === 169 && b === 254)
	);
}

/** Eight numbers of 16 bits (RFC 4291 2.2), or null. */
function parseIpv6(text: string): number[] | null {
	const halves = text.split("::");
	if (halves.length > 2) return null;
	const [front, back] = halves.map(groupsOf);
	if (front === undefined || front === null || back === null) return null;
	if (back === undefined) return front.length === 8 ? front : null;
	const missing = 8 - front.length - back.length;
	return missing < 1 ? null : [...front, ...new Array<number>(missing).fill(0), ...back];
}

function groupsOf(text: string): number[] | null {
	if (text === "") return [];
	const groups: number[] = [];
	const parts = text.split(":");
	for (const [at, part] of parts.entries()) {
		if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
		else {
			const ipv4 = at === parts.length - 1 && /^\d+(\.\d+){3}$/.test(part) ? parseIpv4(part) : null;
			if (ipv4 === null) return null;
			const [a = 0, b = 0, c = 0, d = 0] = ipv4;
			groups.push(a * 256 + b, c * 256 + d);
		}
	}
	return groups;
}

/** `::1`, `fc00::/7` (RFC 4193), `fe80::/10` (RFC 4291 2.5.6), and an IPv4 one in IPv6's dress. */
function isHomeIpv6(groups: readonly number[]): boolean {
	const [first = 0] = groups;
	const [high = 0, low = 0] = groups.slice(6);
	const isLow = groups.slice(0, 5).every((group) => group === 0);
	if (isLow && groups[5] === 0xffff) return isHomeIpv4([high >> 8, high & 255, low >> 8, low & 255]);
	if (isLow && groups[5] === 0 && high === 0) return low === 1;
	return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80;
}
