/**
 * What the companion was launched with, on its way from its app, which is told, to its page, which begins with it. Owns the
 * places where they meet. The app does no more: the card runs it too, and a card asks nothing.
 */
import { decodeLaunch, decodeLaunchFile, LAUNCH_FILE, type Launch } from "../core/ask/launch.ts";
import { now } from "./clock.ts";
import { readAppFile } from "./glance-reader.ts";

/** `createdAt`: when the app was. `seen`: when the launch was that was found in the face's file last. */
type Holder = { launch?: unknown; createdAt?: number; hadPage?: boolean; seen?: number };

/** A first page that opens this soon after its app was created is what the app was created for. ms. */
const COLD_START_MS = 1_500;

/** For the app's `onCreate`. */
export function keepLaunch(holder: object, params: unknown): void {
	Object.assign(holder, { launch: params, createdAt: now() } satisfies Holder);
}

/**
 * What the page that opens now was launched with. The card hands it to the page, the face to the app (DOC router/push.mdx,
 * router/launchApp.mdx); an app that was there before, behind its card, hears of it only by the face's file (`warm-app`).
 */
export function takeLaunch(pageParams: unknown): Launch {
	const holder: Holder = getApp()._options.globalData ?? {};
	const told = [decodeLaunch(pageParams), decodeLaunch(holder.launch)].find(({ kind }) => kind !== "open");
	holder.launch = undefined;
	const isCold = holder.hadPage !== true && Math.abs(now() - (holder.createdAt ?? 0)) < COLD_START_MS;
	holder.hadPage = true;
	const written = isCold ? null : decodeLaunchFile(readAppFile(LAUNCH_FILE, FACE_APP_ID, Uint16Array), now());
	const isNew = written !== null && written.at !== holder.seen;
	if (isNew) holder.seen = written.at;
	return told ?? (isNew ? written.launch : { kind: "open" });
}
