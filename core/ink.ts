/**
 * The palette: every colour that a screen of the watch has, each once. Owns what it is for; where it stands is the
 * layouts'. All are drawn on black, but for what stands on the accent. 0xRRGGBB.
 */

/** The accent until a person chooses one: mint. */
export const DEFAULT_ACCENT = 0x3ddc97;

/** Answers, and labels of keys. */
export const WHITE = 0xffffff;
/** What the watch says by itself. */
export const SOFT = 0xd2d2d8;
/** What waits or is beside the point; contrast on black 8.6:1. */
export const DIM = 0xa6a6ad;
/** Wants the person to do something. */
export const AMBER = 0xffb454;

/** The ground of a key, and of a track that fills. */
export const FILL = 0x26262a;
/** The ground of a key that is pressed. */
export const PRESSED = 0x3d3d43;
/** The ground of the card. */
export const CARD = 0x1c1c1f;

/** Of 255: what is lighter than this is told better from black. */
const LIGHT = 140;

/** Black or white, whichever reads better on `color`. */
export function inkOn(color: number): number {
	const light = 0.299 * ((color >> 16) & 0xff) + 0.587 * ((color >> 8) & 0xff) + 0.114 * (color & 0xff);
	return light > LIGHT ? 0 : WHITE;
}
