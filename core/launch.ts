/**
 * What the face and the card hand to the companion when they open it: the `params` of launchApp, as JSON.
 * Rule: anything that does not decode opens the ask page, exactly as no params do. A repeated `ask` id is a no-op.
 */
export type Launch =
	| { kind: "open" }
	/** Ask this at once; `id` was made by the tap, so that a repeated launch cannot ask twice. */
	| { kind: "ask"; id: string; text: string }
	/** Open with the best input that the watch has: dictation, else keyboard, else recorder, else quick replies. */
	| { kind: "listen"; id: string }
	/** Show the newest answer whole. */
	| { kind: "read" };
