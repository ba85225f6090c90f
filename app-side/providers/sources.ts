/**
 * What a reply says of the searches behind it: how many there were, and on which sites it was found. Owns the places where each
 * service writes that; never the answer's text. Rule: a site is a name for people, without an address, and one that was only looked
 * at stands behind those that are cited.
 */
import { isFields } from "../../core/json.ts";
import { countOf, field, items, textOf } from "./provider.ts";

/** Two names fill a line of a watch; more are no help. */
const SITES_MAX = 2;
const NAME_UNITS = 30;
/** More than any reply has; what lies behind is not looked at. */
const PLACES_MAX = 40;

/** A page by its address and its title; either may say nothing. */
type Page = { url: string; title: string };

/** Undefined if the reply does not say. */
export function searchesIn(body: unknown): number | undefined {
	const counted = countOf(field(field(field(body, "usage"), "server_tool_use"), "web_search_requests"));
	if (counted !== undefined) return counted;
	const output = field(body, "output");
	// OpenAI charges for searches, not for pages that are opened.
	if (Array.isArray(output)) return output.filter(isSearch).length;
	const grounding = field(items(field(body, "candidates"))[0], "groundingMetadata");
	if (Array.isArray(field(body, "candidates"))) return items(field(grounding, "webSearchQueries")).length;
	const message = field(items(field(body, "choices"))[0], "message");
	const executed = field(message, "executed_tools");
	return Array.isArray(executed) ? executed.length : undefined;
}

function isSearch(item: unknown): boolean {
	const action = textOf(field(field(item, "action"), "type"));
	return field(item, "type") === "web_search_call" && action !== "open_page" && action !== "find_in_page";
}

export function sitesIn(body: unknown): string[] {
	const names = [...citedIn(body), ...foundIn(body)].slice(0, PLACES_MAX).map(nameOf);
	return [...new Set(names.filter((name) => name !== ""))].slice(0, SITES_MAX);
}

/** OpenAI's and OpenRouter's annotations, Anthropic's citations, Gemini's supports, in the order of the text. */
function citedIn(body: unknown): Page[] {
	const messages = items(field(body, "output")).flatMap((item) => items(field(item, "content")));
	const blocks = items(field(body, "content"));
	const message = field(items(field(body, "choices"))[0], "message");
	const marks = [...messages, ...blocks, message].flatMap((part) => [
		...items(field(part, "annotations")),
		...items(field(part, "citations")),
	]);
	return [...marks.map((mark) => pageOf(field(mark, "url_citation") ?? mark)), ...groundedIn(body)];
}

function groundedIn(body: unknown): Page[] {
	const grounding = field(items(field(body, "candidates"))[0], "groundingMetadata");
	const chunks = items(field(grounding, "groundingChunks")).map((chunk) => pageOf(field(chunk, "web")));
	const cited = items(field(grounding, "groundingSupports")).flatMap((one) =>
		items(field(one, "groundingChunkIndices")),
	);
	const first = cited.flatMap((at) => (typeof at === "number" ? (chunks[at] ?? []) : []));
	return first.length > 0 ? first : chunks;
}

/** Groq says only what its tools found. */
function foundIn(body: unknown): Page[] {
	const message = field(items(field(body, "choices"))[0], "message");
	return items(field(message, "executed_tools")).flatMap((tool) =>
		[...items(field(tool, "browser_results")), ...items(field(field(tool, "search_results"), "results"))].map(pageOf),
	);
}

function pageOf(value: unknown): Page {
	return isFields(value)
		? { url: textOf(value.url) || textOf(value.uri), title: textOf(value.title) }
		: { url: "", title: "" };
}

const HOST = /^(?:https?:\/\/)?(?:www\.|m\.|amp\.)?((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?=[/:?#]|$)/i;
/** Gemini's addresses all lead to this host; the title is then the site's own. */
const LEADS_ON = /^vertexaisearch\./;

const LINKS = /(?:[ (]{0,2}\[[^\][\n]{1,80}\]\([^()\s]{1,600}\)\)?){1,6}(?=[.!?。]|\s*$|\n)/g;

/**
 * Without links that are named by their site, at the end of what they are for: OpenRouter has models write them so, and the source has
 * a line of its own. After a short word ("as told by") they are a part of the sentence.
 */
export function withoutSiteLinks(text: string): string {
	return text.replace(LINKS, (all, at: number) => {
		const names = [...all.matchAll(/\[([^\]]*)\]/g)].map(([, name = ""]) => name);
		const isPart = /(?:^|\s)\p{Ll}{1,3}$/u.test(text.slice(Math.max(0, at - 5), at));
		return names.every((name) => HOST.test(name)) && !isPart ? "" : all;
	});
}

/** "Reuters" where the title ends in it, else "reuters.com". */
function nameOf({ url, title }: Page): string {
	const shown = title.slice(0, 200).trim();
	const host = HOST.exec(url)?.[1]?.toLowerCase() ?? "";
	const site = host === "" || LEADS_ON.test(host) ? (HOST.exec(shown)?.[1]?.toLowerCase() ?? "") : host;
	if (site === "") return "";
	const tail =
		shown
			.split(/ [|–—·:-] /)
			.pop()
			?.trim() ?? "";
	const isOwnName = tail !== shown && tail.length <= NAME_UNITS && isNamed(site, tail);
	return isOwnName ? tail : site.length <= NAME_UNITS ? site : "";
}

/** "The Verge" is the name of theverge.com, "BBC News" of bbc.co.uk. */
function isNamed(site: string, name: string): boolean {
	const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
	const labels = site.split(".").filter((label) => label.length > 2);
	return (
		letters.length > 1 &&
		labels.some((label) => letters.startsWith(label.replace(/-/g, "")) || label.startsWith(letters))
	);
}
