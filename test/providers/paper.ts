/**
 * docs/providers.md, made from what the tests saw. Owns its words and its layout. Rule: no figure or outcome in it is
 * written by hand.
 */

import { FIELD_CASES } from "../../app-side/__fixtures__/field-cases.ts";
import { FAULTS } from "../../core/faults.ts";
import { DEFAULT_MODELS } from "../../core/settings/default-models.ts";
import { END_SOURCES } from "../../core/settings/model-sources.ts";
import { readProvider } from "../../core/settings/provider-settings.ts";
import { PROVIDERS, type ProviderId, readSettings } from "../../core/settings/settings.ts";
import { chooseRoute, findTranscriber, TRANSCRIBERS } from "../../core/settings/voice.ts";
import { CASE_IDS, CASES, type CaseId, type Show } from "./cases.ts";

/** What came of one case: such as `answer, cut` or `rate-limited, 30 s`; "" where the provider has no such case. */
export type Seen = { provider: ProviderId; id: CaseId; show: Show; outcome: string };

/** `flag`: what is in the question only if it may be looked up. `micros`: what its searches cost, in millionths of a dollar. */
export type LookedUp = { provider: ProviderId; model: string; flag: Record<string, unknown>; micros: number };

export function writePaper(seen: readonly Seen[], lookedUp: readonly LookedUp[]): string {
	const providers = [...new Set(seen.map(({ provider }) => provider))];
	const reasons = [...new Set(seen.flatMap(({ show }) => (show.by === "nobody" ? [show.why] : [])))];
	return `${[
		"# Providers",
		"",
		"Made by `test/providers/providers.test.ts` from its own run; to renew it: `RENEW_PAPERS=1 npx vitest run test/providers`.",
		"",
		"## What each provider's replies become",
		"",
		"Every cell is a question through the whole Side Service, over HTTP on this machine. No live provider was asked. A word such as",
		"`blocked` is a fault (`core/faults.ts`). The letter says who replied:",
		"",
		`- **a** (${count(seen, "a")}): \`@copilotkit/aimock\`, a server that nobody here wrote; codes and statuses of errors were given to it as documented.`,
		`- **r** (${count(seen, "r")}): a reply of the live service as people reported it, from a fixture that says where.`,
		`- **s** (${count(seen, "s")}): a reply that we wrote after the documentation, from a fixture called \`synthetic-*\`.`,
		`- n/a (${seen.filter(({ show }) => show.by === "nobody").length}): the provider has no such case; the number says why.`,
		"",
		`| provider | ${CASE_IDS.map((id) => CASES[id].title).join(" | ")} |`,
		`| --- |${" --- |".repeat(CASE_IDS.length)}`,
		...providers.map((provider) => row(provider, seen, reasons)),
		"",
		...reasons.map((reason, index) => `${index + 1}. ${reason}`),
		"",
		"## What a look-up sends, and what it adds",
		"",
		"Only while its switch is on. The questions of the column above, asked with it and without it: by what their requests differ beside the",
		"instructions, and what is on the books for the searches of that reply, its tokens aside. A look-up that the provider refuses is asked once more",
		"without; the most that searches may cost is on the books before a question leaves (`core/settings/look-ups.ts`).",
		"",
		"| provider | model | the question has | the searches of this reply |",
		"| --- | --- | --- | --- |",
		...lookedUp.map(
			({ provider, model, flag, micros }) =>
				`| ${provider} | ${code(model)} | ${code(JSON.stringify(flag))} | ${micros / 1_000_000} USD |`,
		),
		"",
		"## What services were seen to answer",
		"",
		`${FIELD_CASES.length} reports, each asked through the whole Side Service by \`app-side/field-cases.test.ts\`. A refused parameter is asked for once more,`,
		"without it or with what the refusal names, and so from then on for that model; the receipt shows it.",
		"",
		"| what | reported in | becomes |",
		"| --- | --- | --- |",
		...FIELD_CASES.map(({ what, source, right }) => {
			const becomes = typeof right === "string" ? code(right) : "an answer";
			return `| ${what.replaceAll("|", "\\|")} | ${source} | ${becomes} |`;
		}),
		"",
		"## Presets, and who listens to a spoken question",
		"",
		"The model and the base URL are the person's to change. A recording goes to the chosen provider where it listens, else to the first",
		`of ${TRANSCRIBERS.slice(0, -1).join(", ")} that has a key, unless the person chose one.`,
		"",
		"| provider | base URL | model at first | a recording |",
		"| --- | --- | --- | --- |",
		...PROVIDERS.map(({ id, baseUrl, model }) => `| ${id} | ${code(baseUrl)} | ${code(model)} | ${listening(id)} |`),
		"",
		"## When each model was last looked up",
		"",
		"A test fails 30 days before an announced end (`core/settings/default-models.ts`).",
		"",
		"| model | of | looked up | announced end | source |",
		"| --- | --- | --- | --- | --- |",
		...DEFAULT_MODELS.map(
			({ model, providers, ends }) =>
				`| ${code(model)} | ${providers.join(", ")} | ${END_SOURCES[model]?.checked} | ${ends ?? "none"} | ${END_SOURCES[model]?.page} |`,
		),
	].join("\n")}\n`;
}

function row(provider: ProviderId, seen: readonly Seen[], reasons: readonly string[]): string {
	const cells = CASE_IDS.map((id) => {
		const one = seen.find((other) => other.provider === provider && other.id === id);
		return one === undefined ? "" : cell(one, reasons);
	});
	return `| ${provider} | ${cells.join(" | ")} |`;
}

function cell({ show, outcome }: Seen, reasons: readonly string[]): string {
	if (show.by === "nobody") return `n/a ${reasons.indexOf(show.why) + 1}`;
	const [first = "", ...rest] = outcome.split(", ");
	const words = [first in FAULTS ? code(first) : first, ...rest].join(", ");
	return `${words} ${letterOf(show)}`;
}

function letterOf(show: Show): "a" | "r" | "s" | "" {
	switch (show.by) {
		case "aimock":
			return "a";
		case "fixture":
			return show.file.startsWith("synthetic-") ? "s" : "r";
		case "nobody":
			return "";
	}
}

function count(seen: readonly Seen[], letter: string): number {
	return seen.filter(({ show }) => letterOf(show) === letter).length;
}

/** With a key of its own alone. */
function listening(id: ProviderId): string {
	const own = (name: string) => (name === `key.${id}` ? "k" : name === "provider" ? id : undefined);
	const route = chooseRoute(readSettings(own));
	if (route?.kind === "audio-model") return `in the same request, ${code(route.model)}`;
	if (route?.kind === "transcriber") return `written down first, ${code(route.model)}`;
	if (findTranscriber(id) === undefined) return "by another";
	return `only where it was chosen to listen, ${code(readProvider(own, id).speechModel)}`;
}

function code(text: string): string {
	return text === "" ? "" : `\`${text}\``;
}
