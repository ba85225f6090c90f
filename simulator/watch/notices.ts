/**
 * The watch's notifications (DOC notification/notify): what apps have told the person. Owns the list; what a button opens is the
 * watch's to do. A notice stays until its app or a tap on one of its buttons takes it away.
 */

export type NoticeAction = { readonly text: string; readonly file: string; readonly param?: string };

export type Notice = {
	readonly id: number;
	readonly appId: number;
	/** ms since the epoch */
	readonly at: number;
	readonly title: string;
	readonly content: string;
	readonly actions: readonly NoticeAction[];
	/** 0 to 5, as documented. */
	readonly vibrate: number;
};

export class Notices {
	readonly #notices = new Map<number, Notice>();
	#lastId = 0;

	add(notice: Omit<Notice, "id">): number {
		const id = ++this.#lastId;
		this.#notices.set(id, { ...notice, id });
		return id;
	}

	/** Those of other apps stay. */
	remove(appId: number, ids: readonly number[]): void {
		for (const id of ids) if (this.#notices.get(id)?.appId === appId) this.#notices.delete(id);
	}

	all(): readonly Notice[] {
		return [...this.#notices.values()];
	}

	clear(): void {
		this.#notices.clear();
	}
}
