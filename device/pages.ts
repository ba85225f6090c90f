/** The way from one page of the app to the next. */
import { home, replace } from "@zos/router";
import { attempt } from "./guard.ts";

/** The new page takes this one's place: there is no way back to it, and its memory is free (DOC router/replace.mdx). */
export function replacePage(url: string, params: string): void {
	attempt(() => replace({ url, params }));
}

/** The app ends, and the face comes up (DOC router/home.mdx). */
export function leaveApp(): void {
	attempt(() => home());
}
