/** Opens the companion from the face, and its page from its card. Owns the addresses. */
import { closeSync, O_CREAT, O_TRUNC, O_WRONLY, openSync, writeSync } from "@zos/fs";
import { launchApp, push } from "@zos/router";
import { encodeLaunch, LAUNCH_FILE, type Launch } from "../core/ask/launch.ts";
import { attempt } from "./guard.ts";

const PAGE = "page/index";

/**
 * From another app. `params` arrive in the companion's `App.onCreate` (DOC router/launchApp.mdx); in one that waits behind its
 * card they may arrive nowhere (`warm-app`), so they lie in a file of the face as well. Throws where the companion is not
 * installed, if the watch does.
 */
export function openCompanion(launch: Launch, now: number): void {
	const params = encodeLaunch(launch);
	const target = { appId: COMPANION_APP_ID, url: PAGE, native: false };
	attempt(() => write(`${now} ${params}`));
	launchApp(params === "" ? target : Object.assign(target, { params }));
}

/** Two bytes a letter: a face has no room for an encoder. */
function write(text: string): void {
	const fd = openSync({ path: LAUNCH_FILE, flag: O_WRONLY | O_CREAT | O_TRUNC });
	writeSync({ fd, buffer: Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer });
	closeSync({ fd });
}

/** From the companion's own card; never throws. `params` arrive in `Page.onInit` (DOC router/push.mdx). */
export function openPage(launch: Launch): void {
	attempt(() => push({ url: PAGE, params: encodeLaunch(launch) }));
}
