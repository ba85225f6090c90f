/** What the name of an OpenAI model tells of its thinking. Owns the patterns; both OpenAI adapters read them. */

/** The least effort that the model takes, or undefined where it takes none at all. */
export function leastEffort(model: string): "none" | "minimal" | "low" | undefined {
	if (/^o\d/.test(model)) return "low";
	const version = /^gpt-5(?:\.(\d+))?(?!\d)/.exec(model);
	if (version === null || /-chat/.test(model)) return undefined;
	// `none` came with 5.1; `minimal` was the least of 5.0.
	return version[1] === undefined ? "minimal" : "none";
}

/** Whether it thinks even at its least effort, and so needs room for it. */
export function alwaysThinks(model: string): boolean {
	const effort = leastEffort(model);
	return effort === "low" || effort === "minimal";
}

/** Tokens that a model which cannot be kept from thinking gets on top of the answer's own. */
export const THINKING_ROOM_TOKENS = 1024;
