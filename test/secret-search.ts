/**
 * Looks for a secret in everything that a run left behind. Owns the forms in which it would still be one; never where to
 * look. Rule: eight characters in a row are found, as they are, percent-encoded, as hexadecimal, in UTF-16 and in base64
 * wherever a group of three bytes may begin.
 */
const WINDOW = 8;
/** Bits of a base64 digit, and bytes of a group. */
const DIGIT_BITS = 6;
const GROUP_BYTES = 3;

/** What was written, printed, logged, shown or sent, under a name that says where. */
export type Places = ReadonlyMap<string, string | Uint8Array>;

/** Where the secret was found and as what, or an empty list. */
export function findSecret(secret: string, places: Places): string[] {
	if (secret.length < WINDOW)
		throw new Error(`a secret of less than ${WINDOW} characters cannot be told from other text`);
	const forms = windowsOf(secret).flatMap(formsOf);
	const found: string[] = [];
	for (const [place, content] of places) {
		const text = typeof content === "string" ? content : Buffer.from(content).toString("latin1");
		const lower = text.toLowerCase();
		const form = forms.find(({ needle, anyCase }) => (anyCase ? lower : text).includes(needle));
		if (form !== undefined) found.push(`${place}: ${form.name}`);
	}
	return found;
}

function windowsOf(secret: string): string[] {
	return Array.from({ length: secret.length - WINDOW + 1 }, (_, at) => secret.slice(at, at + WINDOW));
}

type Form = { name: string; needle: string; anyCase?: true };

function formsOf(part: string): Form[] {
	const bytes = Buffer.from(part);
	const base64 = [0, 1, 2].map((offset) => insideBase64(bytes, offset));
	return [
		{ name: "as it is", needle: part },
		{ name: "percent-encoded", needle: encodeURIComponent(part).toLowerCase(), anyCase: true },
		{ name: "hexadecimal", needle: bytes.toString("hex"), anyCase: true },
		{ name: "UTF-16", needle: Buffer.from(part, "utf16le").toString("latin1") },
		...base64.map((needle) => ({ name: "base64", needle })),
		...base64.map((needle) => ({ name: "base64url", needle: needle.replaceAll("+", "-").replaceAll("/", "_") })),
	];
}

/** The digits that are the same whatever comes before and after, where `offset` bytes of a group come before. */
function insideBase64(bytes: Buffer, offset: number): string {
	const padded = Buffer.concat([Buffer.alloc(offset), bytes, Buffer.alloc(GROUP_BYTES)]);
	const first = Math.ceil((offset * 8) / DIGIT_BITS);
	const end = Math.floor(((offset + bytes.length) * 8) / DIGIT_BITS);
	return padded.toString("base64").slice(first, end);
}
