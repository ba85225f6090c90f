/** Opens the companion from the face, and its page from its card. Owns the addresses. */
import { launchApp, push } from "@zos/router";
import { encodeLaunch, type Launch } from "../core/launch.ts";
import { attempt } from "./guard.ts";

const PAGE = "page/index";

/** From another app. `params` arrive in the companion's `App.onCreate` (DOC router/launchApp.mdx). */
export function openCompanion(launch: Launch): void {
	const params = encodeLaunch(launch);
	const target = { appId: COMPANION_APP_ID, url: PAGE, native: false };
	launchApp(params === "" ? target : Object.assign(target, { params }));
}

/** From the companion's own card; never throws. `params` arrive in `Page.onInit` (DOC router/push.mdx). */
export function openPage(launch: Launch): void {
	attempt(() => push({ url: PAGE, params: encodeLaunch(launch) }));
}
