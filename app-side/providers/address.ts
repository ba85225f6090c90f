/**
 * What an address tells of the service behind it. Owns how a path is put to it, which header its key goes
 * into, and what it lacks. Rule: no more than the person's own address is read; it is never checked here
 * whether it may be used.
 */
import { findProvider, type ProviderId } from "../../core/settings/settings.ts";

const PARTS = /^(https?:\/\/[^/?#]*)([^?#]*)(\?[^#]*)?/i;

/** With a path behind its own, before its query: Azure's has one (clusterzx/paperless-ai#246). */
export function urlFor(baseUrl: string, path: string): string {
	const [, origin = "", own = "", query = ""] = PARTS.exec(baseUrl) ?? [];
	return origin + own.replace(/\/$/, "") + path + query;
}

/**
 * Azure takes a key in `api-key` alone: as a bearer it wants a token of its directory (BerriAI/litellm#8572).
 */
export function keyHeaders(baseUrl: string, key: string): Record<string, string> {
	if (key === "") return {};
	return isAzure(baseUrl) ? { "api-key": key } : { Authorization: `Bearer ${key}` };
}

function isAzure(baseUrl: string): boolean {
	const [, origin = "", own = "", query = ""] = PARTS.exec(baseUrl) ?? [];
	const isHost =
		/\.(openai|cognitiveservices|services\.ai|api\.cognitive)\.(azure|microsoft)\.(com|us|cn)(:\d+)?$/i.test(origin);
	return isHost || /[?&]api-version=/.test(query) || /\/openai\/deployments\//.test(own);
}

/**
 * The path that a base URL may lack: it has no version (hass_local_openai_llm#15). Undefined if it has one.
 */
export function missingPath(provider: ProviderId, baseUrl: string): string | undefined {
	const [, origin = "", own = "", query = ""] = PARTS.exec(baseUrl) ?? [];
	if (query !== "" || isAzure(baseUrl) || /\/v\d/.test(own)) return undefined;
	const [, host, path = ""] = PARTS.exec(findProvider(provider)?.baseUrl ?? "") ?? [];
	if (host === origin && path !== "" && own.replace(/\/$/, "") === "") return path;
	return provider === "gemini" ? "/v1beta" : "/v1";
}
