/** How far a page is scrolled. Owns the figures and the turning of a swiper's pages; fingers and `@zos/page` ask for it. */
import { type AppContext, perApp } from "./context.ts";
import type { FunctionRef } from "./values.ts";

export type Swiper = {
	count: number;
	/** px of one of its pages, along its way. */
	size: number;
	index: number;
	isHorizontal: boolean;
	/** Whether the crown turns its pages. */
	takesCrown: boolean;
	/** Told of each page that it comes to rest on. */
	onPage: FunctionRef | undefined;
};

export type Scrolling = {
	/** px */
	top: number;
	isLocked: boolean;
	/** Of a page in swiper mode. */
	swiper: Swiper | null;
};

const AT_REST: Readonly<Scrolling> = { top: 0, isLocked: false, swiper: null };

export const scrollingOf = perApp((): Scrolling => ({ ...AT_REST }));

/** As a page that opens has it. */
export function rest(app: AppContext): void {
	setSwiper(app, null);
	Object.assign(scrollingOf(app), AT_REST);
}

export function setSwiper(app: AppContext, swiper: Swiper | null): void {
	const { swiper: before } = scrollingOf(app);
	if (before?.onPage) app.release([before.onPage]);
	scrollingOf(app).swiper = swiper;
}

/** Turns to a page that there is; at its ends a swiper stays. */
export function turnTo(app: AppContext, swiper: Swiper, wanted: number): void {
	const index = Math.max(0, Math.min(wanted, swiper.count - 1));
	if (index === swiper.index) return;
	swiper.index = index;
	app.system.changed(app.appId);
	if (swiper.onPage) app.invoke(swiper.onPage, [index]);
}
