/**
 * Forms as providers take recordings (RFC 7578). Owns the bytes between the fields. Rule: a form without a
 * file is an ASCII text, which every phone sends as it is; one with a file is bytes, which some phones do not
 * send (docs/evidence.md, Phone).
 */
export type FormField =
	| { name: string; value: string }
	| { name: string; fileName: string; type: string; bytes: Uint8Array };

export type Form = { contentType: string; body: string | ArrayBuffer };

/** Long enough that no recording holds it. */
const BOUNDARY = "----AskFaceForm5c1f0b7e94a2d83660d7";

export function toForm(fields: readonly FormField[]): Form {
	const contentType = `multipart/form-data; boundary=${BOUNDARY}`;
	const parts = fields.flatMap((field) =>
		"value" in field
			? [`${head(field.name)}\r\n\r\n${printable(field.value)}\r\n`]
			: [
					`${head(field.name)}; filename="${field.fileName}"\r\nContent-Type: ${field.type}\r\n\r\n`,
					field.bytes,
					"\r\n",
				],
	);
	const all = [...parts, `--${BOUNDARY}--\r\n`];
	const texts = all.filter((part) => typeof part === "string");
	return { contentType, body: texts.length === all.length ? texts.join("") : joinBytes(all) };
}

function head(name: string): string {
	return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`;
}

/** A model's name as typed may hold anything; a line break in it would make a field of its own. */
function printable(value: string): string {
	return value.replace(/[^\x20-\x7e]/g, "");
}

function joinBytes(parts: readonly (string | Uint8Array)[]): ArrayBuffer {
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		if (typeof part === "string")
			for (let unit = 0; unit < part.length; unit++) bytes[at + unit] = part.charCodeAt(unit);
		else bytes.set(part, at);
		at += part.length;
	}
	return bytes.buffer;
}
