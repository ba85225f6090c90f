/** Opens the companion from the face, and its page from its card. Owns the addresses. */
import { closeSync, O_CREAT, O_TRUNC, O_WRONLY, openSync, writeSync } from "@zos/fs";
import { launchApp, push } from "@zos/router";
import { encodeLaunch, type FaceLaunch, LAUNCH_FILE } from "../core/ask/launch.ts";
import { attempt } from "./guard.ts";

const PAGE = "page/index";
/** The pages for a question and for an answer. */
const ASK_PAGE = "page/ask";
const READ_PAGE = "page/read";

/**
 * From another app. `hasPages`: whether that companion has a page for each thing to do; an older one has the first page alone,
 * and any companion leads on from there. `params` arrive in the companion's `App.onCreate` (DOC router/launchApp.mdx); in one
 * that waits behind its card they may arrive nowhere (`warm-app`), so they lie in a file of the face as well. Throws where the
 * companion is not installed, if the watch does.
 */
export function openCompanion(launch: FaceLaunch, now: number, hasPages: boolean): void {
	const params = encodeLaunch(launch);
	try {
		const text = `${now} ${params}`;
		const fd = openSync({ path: LAUNCH_FILE, flag: O_WRONLY | O_CREAT | O_TRUNC });
		// Two bytes a letter: a face has no room for an encoder.
		const letters = new Uint16Array(text.length);
		for (let at = 0; at < text.length; at++) letters[at] = text.charCodeAt(at);
		writeSync({ fd, buffer: letters.buffer });
		closeSync({ fd });
	} catch {
		// What the file does not tell, the params may.
	}
	const target = { appId: COMPANION_APP_ID, url: hasPages ? pageOf(launch) : PAGE, native: false, params };
	launchApp(target);
}

/** From the companion's own card; never throws. `params` arrive in `Page.onInit` (DOC router/push.mdx). */
export function openPage(launch: FaceLaunch): void {
	attempt(() => push({ url: pageOf(launch), params: encodeLaunch(launch) }));
}

function pageOf({ kind }: FaceLaunch): string {
	return kind === "read" ? READ_PAGE : kind === "open" ? PAGE : ASK_PAGE;
}
