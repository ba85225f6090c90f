/** The README's picture. */
export async function writeReadmePicture(): Promise<string> {
	return "";
}
