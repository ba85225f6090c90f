/**
 * What the name of an OpenAI model tells of its thinking. Owns the patterns; both OpenAI adapters read them.
 */

type Effort = "none" | "minimal" | "low" | "medium" | "high";

/**
 * The least effort by name, the first that fits. From each model's page and from models.dev. `none` came with
 * 5.1 and left some of 6 again, so an unknown 6 or later gets `low`, which every one of them takes.
 */
const LEAST: readonly (readonly [RegExp, Effort | undefined])[] = [
	[/-chat/, undefined],
	[/^o\d.*-deep-research/, "medium"],
	[/^o\d/, "low"],
	[/^gpt-5-pro/, "high"],
	[/^gpt-5\.\d+-pro/, "medium"],
	[/^gpt-5(\.[12])?-codex/, "low"],
	[/^gpt-5(?![.\d])/, "minimal"],
	[/^gpt-5\.\d/, "none"],
	[/^gpt-6-(sol|luna)|^gpt-6\.1-terra/, "none"],
	[/^gpt-([6-9]|\d\d)/, "low"],
];

/** The least effort that the model takes, or undefined if it takes none at all. */
export function leastEffort(model: string): Effort | undefined {
	return LEAST.find(([name]) => name.test(model))?.[1];
}

/** Whether it thinks even at its least effort, and so needs room for it. */
export function alwaysThinks(model: string): boolean {
	const effort = leastEffort(model);
	return effort !== undefined && effort !== "none";
}

/** Tokens that a model which cannot be kept from thinking gets on top of the answer's own. */
export const THINKING_ROOM_TOKENS = 1024;
