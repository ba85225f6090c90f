/** How far a page is scrolled. Owns the figures; fingers and `@zos/page` move them. */
import { perApp } from "./context.ts";

export type Scrolling = {
	/** px */
	top: number;
	isLocked: boolean;
	/** Of a page in swiper mode. */
	swiper: { count: number; height: number; index: number } | null;
};

const AT_REST: Readonly<Scrolling> = { top: 0, isLocked: false, swiper: null };

export const scrollingOf = perApp((): Scrolling => ({ ...AT_REST }));

/** As a page that opens has it. */
export function rest(scrolling: Scrolling): void {
	Object.assign(scrolling, AT_REST);
}
