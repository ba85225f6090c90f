/**
 * What kind of phone the Zepp app runs on, as far as a Side Service can tell. Owns the text form of `--phone`.
 * Evidence: a locked phone, or one that saves power, ends a request 10 s after it began, whatever timeout was asked for
 * (COM zeppos-samples issue 88); a body is a string on some phones and a parsed object on others (DOC fetch.mdx); which
 * of them keep the case of header names is our guess (INF).
 */
export type PhoneProfile = {
	/** `locked` is in a pocket, its screen off. */
	state: "locked" | "awake";
	body: "string" | "object";
	/** Whether an ArrayBuffer or a typed array goes out byte by byte; reports conflict. */
	binary: boolean;
};

export const DEFAULT_PHONE: PhoneProfile = { state: "locked", body: "string", binary: false };

/** When it ends a request, from its beginning: in a pocket (COM issue 88), and in the hand (INF). */
export const CUT_MS = { locked: 10_000, awake: 60_000 } as const satisfies Record<PhoneProfile["state"], number>;

const WORDS: Record<string, Partial<PhoneProfile>> = {
	locked: { state: "locked" },
	awake: { state: "awake" },
	"string-body": { body: "string" },
	"object-body": { body: "object" },
	binary: { binary: true },
};

/** Reads `awake,object-body`; later words win. Throws an Error that names the word it does not know. */
export function parsePhone(text: string): PhoneProfile {
	let profile = DEFAULT_PHONE;
	for (const part of text.split(",")) {
		const word = part.trim();
		if (word === "") continue;
		const change = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
		if (!change) throw new Error(`no phone is "${word}"; there are ${Object.keys(WORDS).join(", ")}`);
		profile = { ...profile, ...change };
	}
	return profile;
}
