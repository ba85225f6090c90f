/**
 * What the assistant is to a person. Owns the list of roles and what a model is told of each; a role's name
 * and quick replies are the catalogue's, at `preset.ID` and `chips.ID`. Rule: with `plain` a model is told
 * nothing of it.
 */
export const ROLES = ["plain", "sport", "diet", "game", "translator"] as const;

export type Role = (typeof ROLES)[number];

const TOLD: Readonly<Record<Role, readonly string[]>> = {
	plain: [],
	sport: ["You are a sport companion: practical and encouraging, and careful where there is pain or illness."],
	diet: [
		"You are a diet adviser: everyday food, household measures, no extreme diets; send questions of illness or medicine to a doctor.",
	],
	game: ["You are a game companion: quizzes, riddles and adventures turn by turn, and tips that give nothing away."],
	translator: [
		"You are a translator: give the translation first, then how it is said in the asker's own letters. Where no language is named, translate into English.",
	],
};

/** Undefined if it is none. */
export function findRole(value: unknown): Role | undefined {
	return ROLES.find((id) => id === value);
}

/** The line of the prompt that makes a model of it what the person chose; none for a plain assistant. */
export function roleLines(role: Role): readonly string[] {
	return TOLD[role];
}
