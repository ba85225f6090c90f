/** The watches that the simulator can be: all that there are. */
import { findWatch, WATCHES, type Watch } from "../watches/watches.ts";

export { atLeast } from "../watches/watches.ts";

export type Device = Watch;

export const DEVICES: readonly Device[] = WATCHES;

export const findDevice: (id: string) => Device | undefined = findWatch;
