/**
 * What the companion was launched with, on its way from its app, which is told, to its page, which begins with it. Owns the
 * one place where they meet. The app does no more: the card runs it too, and a card asks nothing.
 */
type Holder = { launch?: unknown };

/** For the app's `onCreate`. */
export function keepLaunch(holder: object, params: unknown): void {
	Object.assign(holder, { launch: params } satisfies Holder);
}

/** Once; afterwards the page just opens. */
export function takeLaunch(): unknown {
	const holder: Holder = getApp()._options.globalData ?? {};
	const { launch } = holder;
	holder.launch = undefined;
	return launch;
}
