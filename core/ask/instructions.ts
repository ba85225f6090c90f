/**
 * What a model is told before the conversation. Owns the rules for short answers and the machine-readable
 * last lines, which the phone reads back. Rule: the same text is sent and shown in the settings page, and
 * nothing of the person is in it but the lines that it is given.
 */
import { NATIVE_APPS } from "../actions/action.ts";
import { CUES_MAX } from "../run/cues.ts";
import { noteLines } from "../settings/notes.ts";
import { linesOf, type Told } from "../settings/privacy.ts";
import { roleLines } from "../settings/roles.ts";
import type { AnswerLength, Settings } from "../settings/settings.ts";
import { LINE_LIMIT, NEXT_LIMIT } from "../wire/protocol.ts";

const WORDS: Readonly<Record<AnswerLength, number>> = { short: 40, medium: 80, long: 160 };

const NO_TOOLS = "You have no tools, but";

/** The phone writes the source below the answer. */
const SEARCH_ALONE =
	"You may search the web once, only if the answer needs what is new or local. Write no links, marks of citation or sources. " +
	"You have no other tools, but";

const CLAIMS = "set, sent, opened, saved or looked up";
const CLAIMS_BUT_OF_SEARCH = "set, sent, opened or saved";

/** Read back by app-side/action-lines.ts. `mayLookUp`: the provider's own search goes along. */
const actionRules = (mayLookUp: boolean) => [
	`${mayLookUp ? SEARCH_ALONE : NO_TOOLS} the watch obeys these lines after the answer. Write one only if the user asks for it:`,
	"!! timer SECONDS LABEL",
	"!! alarm HH:MM [mon,tue] LABEL",
	"!! remind +SECONDS LABEL, or !! remind DAYS_AHEAD HH:MM LABEL",
	"!! list",
	"!! cancel LABEL",
	`!! open ${NATIVE_APPS.join("|")}`,
	"!! note WHAT_TO_REMEMBER",
	`The watch says what it did: never claim to have ${mayLookUp ? CLAIMS_BUT_OF_SEARCH : CLAIMS} anything. Say briefly what you cannot do.`,
];

/** Read back by app-side/plan-format.ts. */
const PLAN_RULE =
	"To pace or plan a run, if asked: !! run goal METERSm SECONDSs, then up to " +
	`${CUES_MAX} lines !! run PLACE | cue of at most 8 words, PLACE being 1000m, 600s or slower 350 (seconds a km).`;

/** What a model is told beside the rules: what it is to this person, and what they let be known. */
export function linesFor(
	{ role, share, notes, tellsNotes }: Pick<Settings, "role" | "share" | "notes" | "tellsNotes">,
	told: Told,
): string[] {
	return [...roleLines(role), ...linesOf(share, told), ...noteLines(tellsNotes ? notes : [])];
}

/** Read back by app-side/reply-format.ts. */
const LATER_RULE =
	`^^ a kind line for the watch face later today, in at most ${LINE_LIMIT} characters, of the question or what you know of the user; ` +
	"none if nothing fits";

/** `mayLookUp`: as of the rules for actions. `later`: a line for later goes along. */
type Rules = { mayLookUp?: boolean; later?: boolean };

/** `told` are the lines of `linesFor`. */
export function rulesFor(
	length: AnswerLength,
	told: readonly string[],
	{ mayLookUp = false, later = false }: Rules = {},
): string {
	return [
		`You answer questions on a small watch screen. Answer first, in at most ${WORDS[length]} words, with no preamble.`,
		"Plain text only: no Markdown, lists, tables, links, emoji or LaTeX.",
		"Use the language of the question, and metric units unless others are asked for.",
		...told,
		...actionRules(mayLookUp),
		PLAN_RULE,
		`After the answer add ${later ? "three" : "two"} lines and nothing else:`,
		`@@ the answer in at most ${LINE_LIMIT} characters`,
		`>> two or three likely follow-up questions by the user, each under ${NEXT_LIMIT} characters, separated by |`,
		...(later ? [LATER_RULE] : []),
	].join("\n");
}
