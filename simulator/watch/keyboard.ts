/** The system's keyboard and dictation, while a package has one open. */
import { perApp } from "./context.ts";
import type { FunctionRef } from "./values.ts";

export const INPUT_TYPES = { CHAR: 0, NUM: 1, EMOJI: 2, VOICE: 3, JSKB: 4 } as const;
export type InputType = keyof typeof INPUT_TYPES;

export type KeyboardState = {
	inputType: InputType;
	text: string;
	onComplete: FunctionRef | undefined;
	onCancel: FunctionRef | undefined;
};

/** `open`: the keyboard that the app shows, if it shows one. */
export const keyboardOf = perApp((): { open: KeyboardState | null } => ({ open: null }));

export function inputTypeOf(value: unknown): InputType {
	for (const name of ["NUM", "EMOJI", "VOICE", "JSKB"] as const) if (INPUT_TYPES[name] === value) return name;
	return "CHAR";
}
