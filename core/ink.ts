/** The accent until a person chooses one: mint. */
export const DEFAULT_ACCENT = 0x3ddc97;

/** Of 255: what is lighter than this is told better from black. */
const LIGHT = 140;

/** Black or white, whichever reads better on `color` (0xRRGGBB). */
export function inkOn(color: number): number {
	const light = 0.299 * ((color >> 16) & 0xff) + 0.587 * ((color >> 8) & 0xff) + 0.114 * (color & 0xff);
	return light > LIGHT ? 0 : 0xffffff;
}
