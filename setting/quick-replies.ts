/**
 * The list of quick replies as the person edits it. Pure: a list in, a list out; an edit that leaves nothing
 * is dropped.
 */
import { CHIPS_MAX, LABEL_LIMIT, type QuickReply } from "../core/wire/protocol.ts";

/**
 * Longest question of a quick reply, in UTF-16 units: a longer one does not go into the glance file, so not
 * onto the face.
 */
const TEXT_LIMIT = 100;

/** Adds a question; its label is its own beginning until the person writes a better one. */
export function addChip(chips: readonly QuickReply[], question: string): QuickReply[] {
	const text = tidy(question, TEXT_LIMIT);
	if (text === "" || chips.length >= CHIPS_MAX) return [...chips];
	return [...chips, { label: labelFor(text), text }];
}

/** An emptied label becomes the beginning of its question. */
export function relabelChip(chips: readonly QuickReply[], index: number, typed: string): QuickReply[] {
	const label = tidy(typed, LABEL_LIMIT);
	return chips.map((chip, at) => (at === index ? { label: label || labelFor(chip.text), text: chip.text } : chip));
}

/** An emptied question keeps what it was: removing is a button of its own. */
export function rewordChip(chips: readonly QuickReply[], index: number, typed: string): QuickReply[] {
	const text = tidy(typed, TEXT_LIMIT);
	return chips.map((chip, at) => (at === index ? { label: chip.label, text: text || chip.text } : chip));
}

export function removeChip(chips: readonly QuickReply[], index: number): QuickReply[] {
	return chips.filter((_, at) => at !== index);
}

function labelFor(text: string): string {
	if (text.length <= LABEL_LIMIT) return text;
	const start = cut(text, LABEL_LIMIT - 1);
	const space = start.lastIndexOf(" ");
	return `${space > LABEL_LIMIT / 2 ? start.slice(0, space) : start}…`;
}

function tidy(text: string, limit: number): string {
	return cut(text.replace(/\s+/g, " ").trim(), limit).trim();
}

/** At most `limit` units, never half of a surrogate pair. */
function cut(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const last = text.charCodeAt(limit - 1);
	return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
