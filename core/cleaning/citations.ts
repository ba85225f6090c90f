/**
 * Marks of citation: how services and models point to sources that a watch cannot open. Owns what is such a mark. Pure; every
 * pattern is bounded. Rule: marks go, numbers stay: a number in brackets is a mark only where no text would have one.
 */

/** ChatGPT's marks between private-use characters: a kind, then fields. */
const PRIVATE = /( ?)\ue200([^\ue200\ue201\n]{0,2000})(?:\ue201|(?=\n|$|\ue200))/g;
/** The same after a service took the private-use characters out. */
const BARE_PRIVATE =
	/(?:file|i)?cite(?:turn\d{1,4}[a-z]{1,12}\d{1,4}){1,20}|[ ]?\(?turn\d{1,4}(?:search|view|news|fetch|file)\d{1,4}\)?/g;
const OAICITE =
	/:contentReference\[[^\][\n]{0,80}\](?:\{[^{}\n]{0,80}\})?|\[oai_citation[^\][\n]{0,200}\](?:\([^()\n]{0,600}\))?/g;

/** Between CJK brackets: a position and a dagger, a turn, or numbers that nothing introduces. */
const LENTICULAR = /【([^【】\n]{0,200})】/g;
const SOURCE_IN = /[†‡]|^turn\d|^\d{1,3}[-–:,、]\d{1,3}$|^(?:source|citation|来源|出典)\b/i;

/** Elements of a service that hold a source and no words of the answer. */
const HOLDERS = [
	"grok:render",
	"citations",
	"citation",
	"sources",
	"source",
	"references",
	"ref",
	"co_ref",
	"web_citation",
];
const HOLDER = /<(grok:render|citations?|sources?|references|ref|co_ref|web_citation)(?:\s[^<>\n]{0,400})?(\/?)>/gi;

/** Cohere's `<co: 0>`, Anthropic's `<cite index="1">`: the words between them stay. */
const WRAPPER =
	/<\/?(?:co(?::[\s\d,.[\]]{0,60})?|cite(?:\s[^<>\n]{0,200})?|antml:cite(?:\s[^<>\n]{0,200})?|doc(?:\s[^<>\n]{0,200})?)>/gi;
const RAISED = /<sup>\s{0,3}(?:\[\d{1,3}(?:,\s?\d{1,3}){0,9}\]|\[\^?\d{1,3}\]\([^()\n]{0,600}\))\s{0,3}<\/sup>/gi;
/** A power has a number, a sign or a short name before it. */
const RAISED_NUMBER = /([.,;:!?。，][”"’)]?|[\p{L}]{4})<sup>\s?\d{1,2}(?:,\s?\d{1,2}){0,5}\s?<\/sup>/giu;
const RAISED_SIGNS =
	/⁽[¹²³⁰⁴-⁹,˒ ]{1,8}⁾|([.,;:!?。，][”"’)]?|\p{L}{4}|(?:1[5-9]|20)\d\d)[¹²³⁰⁴-⁹]{1,3}(?:[ ,˒⁻][¹²³⁰⁴-⁹]{1,3}){0,8}(?![\p{L}\p{N}])/gu;
const UNITS = /(?:met(?:er|re|ro)|mètre|second|inch|foot|feet|yard|mile|tres|ters|ros|unde)s?$/iu;

/** Marks whose place does not matter. For a whole text, before its private-use characters are taken out. */
export function stripSources(text: string): string {
	return withoutHolders(text)
		.replace(PRIVATE, (all, space: string, inside: string, at: number, whole: string) => {
			const name = privateName(inside);
			return name === "" && /^[\s.,;:!?)。，]?$/.test(whole.charAt(at + all.length)) ? "" : space + name;
		})
		.replace(BARE_PRIVATE, "")
		.replace(OAICITE, "");
}

/** What a mark shows: `entity` and `url` have a name, all others have nothing. */
function privateName(inside: string): string {
	const [kind = "", name = ""] = inside.split("\ue202");
	if (kind === "entity") return /^\[[^,]{0,100},\s?"([^"]{1,100})"/.exec(name)?.[1] ?? "";
	return kind === "url" || kind === "link" || kind === "link_title" ? name : "";
}

function withoutHolders(text: string): string {
	if (!text.includes("<")) return text;
	const lower = text.toLowerCase();
	const endless = new Set<string>();
	let out = "";
	let at = 0;
	for (const found of text.matchAll(HOLDER)) {
		if (found.index < at) continue;
		const name = HOLDERS.find((one) => one === found[1]?.toLowerCase()) ?? "";
		const end = found[2] === "/" ? found.index + found[0].length : endOf(lower, name, found.index, endless);
		if (end < 0 || text.charAt(found.index - 1) === "`") continue;
		const before = text.slice(at, found.index);
		out += /[.,;:!?)。，]/.test(text.charAt(end)) ? before.replace(/ {1,4}$/, "") : before;
		at = end;
	}
	return out + text.slice(at);
}

function endOf(lower: string, name: string, from: number, endless: Set<string>): number {
	const close = `</${name}>`;
	const at = endless.has(close) ? -1 : lower.indexOf(close, from);
	if (at < 0) endless.add(close);
	return at < 0 ? -1 : at + close.length;
}

/** Marks in a line of prose, but for those in square brackets. */
export function stripRaised(line: string): string {
	return line
		.replace(LENTICULAR, (all, inside: string, at: number) => (isSource(inside, line, at, all.length) ? "" : all))
		.replace(RAISED, "")
		.replace(RAISED_NUMBER, (all, before: string) => (UNITS.test(before) ? all : before))
		.replace(RAISED_SIGNS, (all, before: string | undefined, at: number) =>
			before !== undefined && UNITS.test(line.slice(Math.max(0, at - 4), at + before.length)) ? all : (before ?? ""),
		)
		.replace(WRAPPER, "");
}

function isSource(inside: string, line: string, at: number, length: number): boolean {
	if (SOURCE_IN.test(inside)) return true;
	if (!/^\d{1,2}$/.test(inside)) return false;
	const before = line.charAt(at - 1);
	return /[。！？.!?】]/.test(before) || (line.charAt(at + length) === "【" && !/^\s*$|[是为為号號:：]/.test(before));
}

const NUMBERS = /(?:\s?\[\d{1,3}(?:\s?[,，、;–-]\s?\d{1,3}){0,9}\]){1,12}/y;
const NAMED =
	/\[(?:\^[^\][\n]{1,60}|(?:citation|cite|reference|ref|source|src|document|doc|webpage|web|search|result|oaicite|chunk)s?[ :_#-]{0,2}[\w-]{0,12}\d[\w-]{0,20}(?:\s?,\s?[\w: -]{1,30}){0,9}|c:[\w-]{1,40}|[^\][\n]{0,60}[†‡][^\][\n]{0,60})\]/iy;

/** Words that a number in brackets belongs to. */
const COUNTED =
	/(?:^|[\s(])(?:in|at|of|see|to|or|and|from|option|step|key|press|button|page|figure|fig|table|item|line|row|index|range|interval|list|array|is|are|equals)$/i;
/** Names of lists in code. */
const INDEXED =
	/(?:^|[^\p{L}])(?:[a-z]{1,2}|arr|arrays?|lists?|items?|data|nums?|args|argv|params?|rows?|cols?|matrix|vec|result|values?|[a-z]\w*[_\d]\w*|[a-z]+[A-Z]\w*)$/u;

/** Where the mark in square brackets at `at` ends, or `at` where there is none. */
export function citationEnd(line: string, at: number): number {
	NAMED.lastIndex = at;
	if (NAMED.test(line)) return NAMED.lastIndex;
	NUMBERS.lastIndex = at;
	const found = NUMBERS.exec(line)?.[0] ?? "";
	const end = at + found.length;
	if (found === "" || /[[ ]0[\],]/.test(found) || line.charAt(end) === "(" || line.charAt(end) === ":") return at;
	const before = line.slice(Math.max(0, at - 24), at);
	const after = line.slice(end, end + 2);
	const isCode = /[=;{}]|\(\)|\]\[[a-z]/.test(line.slice(Math.max(0, at - 200), end + 100));
	if (/[.!?。！？…][”"’)*_]{0,4}$/.test(before)) return isCode && /^\S/.test(after) ? at : end;
	if (/[,;:，；%°”"’)»*_]$/.test(before)) return isCode || /^[\w(]/.test(after) || /[:=]$/.test(before) ? at : end;
	const isFree =
		after === "" ||
		/^[.,;:!?。，；！？)]/.test(after) ||
		/^ [\p{L}\p{N}]/u.test(after) ||
		/^[\u3040-\u9fff]/.test(after);
	if (/[\p{L}\p{N}]$/u.test(before)) return isFree && !isCode && !INDEXED.test(before) ? end : at;
	const isLast = after === "" || /^[.!?。]/.test(after) || /^,/.test(after);
	const isOne = !/[,;–-]/.test(found) || found.includes("][");
	return / $/.test(before) &&
		isLast &&
		isOne &&
		!isCode &&
		/[\p{L}\p{N}%)”"]$/u.test(before.trimEnd()) &&
		!COUNTED.test(before.trimEnd())
		? end
		: at;
}

/** A link to a source in the place of words: `[1](...)`, `([site.org](...))`. */
export function isSourceLink(words: string, url: string): boolean {
	const bare = words.replace(/^[[⁽(^]+|[\]⁾)^]+$/g, "");
	return /^(?:\d{1,3}|source|src|†|🔗|↗)$/i.test(bare) && /^<?(?:https?:|#|\/|www\.|$)/i.test(url);
}

/** In brackets of its own, a site's name or OpenAI's own mark in the address. */
export function isSiteLink(words: string, url: string): boolean {
	return /utm_source=|#:~:text=/.test(url) || /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}$/.test(words.trim());
}

/** A line of a list of sources: `[1] https://...`. */
export function isReference(line: string): boolean {
	return /^\s{0,8}[-*]?\s?\[\^?\d{1,3}\]:?\s{1,4}(?:<?https?:\/\/|\[[^\][\n]{1,200}\]\(https?:)/.test(line);
}
