/** The watch's notifications: what tells the person of an answer while no page is open. Owns the guards around @zos/notification. */
import { cancel, getAllNotifications, notify } from "@zos/notification";
import { attempt } from "./guard.ts";

/** `open`: what its key says; a touch of it opens `page` with `param`. */
export type Notice = { title: string; content: string; open: string; page: string; param: string };

export function raiseNotice({ title, content, open, page, param }: Notice): void {
	attempt(() => notify({ title, content, actions: [{ text: open, file: page, param }] }));
}

/** The ids of ours that stand; none where the watch does not say. */
export function standingNotices(): number[] {
	const ids: unknown = attempt(() => getAllNotifications());
	return Array.isArray(ids) ? ids.map(Number) : [];
}

/** What they tell of is being read. */
export function dropNotices(): void {
	for (const id of standingNotices()) attempt(() => cancel([id]));
}
