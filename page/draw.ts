/**
 * Brings a list of pieces onto the screen with as few calls as it takes. Owns the widgets: it makes few, uses them
 * again, and sets only what has changed. Rule: a lower layer never comes to lie over a higher one.
 */
import type { Piece, WidgetHandle } from "../device/widgets.ts";
import type { Tap } from "./state.ts";
import type { Shown } from "./view.ts";

/** The watch's widgets, as `device/widgets.ts` has them. */
export type Brush = {
	create(piece: Piece, touched: (long: boolean) => void): WidgetHandle;
	update(handle: WidgetHandle, piece: Piece): void;
	show(handle: WidgetHandle, visible: boolean): void;
	remove(handle: WidgetHandle): void;
};

type Held = { handle: WidgetHandle; piece: Shown; visible: boolean };

/** From the bottom up. Widgets lie in the order in which they were made. */
const LAYERS: readonly Piece["kind"][] = ["rect", "arc", "button", "text", "touch", "hold"];

export type Drawing = { draw(pieces: readonly Shown[]): void };

export function createDrawing(brush: Brush, tapped: (tap: Tap) => void): Drawing {
	let held: Held[] = [];

	const make = (piece: Shown): Held => {
		const made: Held = {
			handle: brush.create(piece, (long) => {
				const meant = long ? made.piece.hold : made.piece.tap;
				if (meant !== undefined) tapped(meant);
			}),
			piece,
			visible: true,
		};
		return made;
	};

	return {
		draw: (pieces) => {
			const free = held;
			const next: Held[] = [];
			const wanting: Shown[] = [];
			for (const piece of pieces) {
				const index = free.findIndex((other) => isLike(other.piece, piece));
				const found = index < 0 ? undefined : free.splice(index, 1)[0];
				if (found === undefined) wanting.push(piece);
				else next.push(put(brush, found, piece));
			}
			for (const spare of free) if (spare.visible) put(brush, spare, null);
			held = [...next, ...free];
			if (wanting.length > 0) held = add(brush, make, held, wanting);
		},
	};
}

/** Whether a widget of `a` can become `b`: a button keeps its colours for life (DOC ui/widget/BUTTON.mdx). */
function isLike(a: Piece, b: Piece): boolean {
	return (
		a.kind === b.kind && (a.kind !== "button" || b.kind !== "button" || (a.fill === b.fill && a.pressed === b.pressed))
	);
}

/** Null hides it. */
function put(brush: Brush, item: Held, piece: Shown | null): Held {
	if (piece !== null && !isEqual(item.piece, piece)) brush.update(item.handle, piece);
	if (piece !== null) item.piece = piece;
	const visible = piece !== null;
	if (item.visible !== visible) brush.show(item.handle, visible);
	item.visible = visible;
	return item;
}

function isEqual(a: Piece, b: Piece): boolean {
	const left: { [key: string]: unknown } = { ...a, tap: 0, hold: 0 };
	const right: { [key: string]: unknown } = { ...b, tap: 0, hold: 0 };
	return Object.keys(right).every((name) => left[name] === right[name]);
}

/** New widgets come on top, so those of higher layers are made anew above them. */
function add(brush: Brush, make: (piece: Shown) => Held, held: Held[], wanting: readonly Shown[]): Held[] {
	const lowest = Math.min(...wanting.map((piece) => LAYERS.indexOf(piece.kind)));
	const stays = (item: Held) => LAYERS.indexOf(item.piece.kind) <= lowest || !overlaps(item.piece.kind);
	const again = held.filter((item) => !stays(item));
	for (const item of again) brush.remove(item.handle);
	const anew = [...wanting, ...again.filter((item) => item.visible).map((item) => item.piece)];
	anew.sort((a, b) => LAYERS.indexOf(a.kind) - LAYERS.indexOf(b.kind));
	return [...held.filter(stays), ...anew.map(make)];
}

/** Only these lie over others: the seconds on their ring, and what feels a touch over what shows it. */
function overlaps(kind: Piece["kind"]): boolean {
	return kind === "touch" || kind === "hold" || kind === "text";
}
