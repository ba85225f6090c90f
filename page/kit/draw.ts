/**
 * Brings a list of pieces onto the screen with as few calls as it takes. Owns the widgets. Rule: a lower layer never comes
 * to lie over a higher one, and nothing depends on a watch that renews a text or a label in place, since some do not
 * (docs/evidence.md, `text-frozen`): what says something else is another widget.
 */
import type { Piece, WidgetHandle } from "../../device/widgets/widgets.ts";
import type { Shown, Tap } from "./model.ts";

/** The watch's widgets, as `device/widgets/widgets.ts` has them. */
export type Brush = {
	create(piece: Piece, touched: (long: boolean) => void): WidgetHandle;
	update(handle: WidgetHandle, piece: Piece): void;
	hide(handle: WidgetHandle): void;
	remove(handle: WidgetHandle): void;
	/** Takes what was removed off the screen, if the watch waits to be told. */
	settle(): void;
};

type Held = { handle: WidgetHandle; piece: Shown };

/** From the bottom up. Widgets lie in the order in which they were made. */
const LAYERS: readonly Piece["kind"][] = ["rect", "arc", "button", "text", "touch", "hold"];

export type Drawing = {
	draw(pieces: readonly Shown[]): void;
	/** Forgets what is on the screen, which the watch has emptied. */
	lose(): void;
};

export function createDrawing(brush: Brush, tapped: (tap: Tap) => void): Drawing {
	let held: Held[] = [];
	/** The one whose touch is told right now: deleted in its own callback, it would stay on the screen, dead. */
	let touched: Held | null = null;
	/** Hidden, to be removed by the next change. */
	let hidden: Held[] = [];

	const make = (piece: Shown): Held => {
		const made: Held = {
			handle: brush.create(piece, (long) => {
				const meant = long ? made.piece.hold : made.piece.tap;
				if (meant === undefined) return;
				touched = made;
				tapped(meant);
				touched = null;
			}),
			piece,
		};
		return made;
	};

	const remove = (item: Held) => {
		if (item !== touched) brush.remove(item.handle);
		else {
			brush.hide(item.handle);
			hidden.push(item);
		}
	};

	const bury = (): boolean => {
		const graves = hidden.filter((item) => item !== touched);
		hidden = hidden.filter((item) => item === touched);
		for (const { handle } of graves) brush.remove(handle);
		return graves.length > 0;
	};

	return {
		draw: (pieces) => {
			const { kept, spare, wanting } = match(held, pieces);
			const covered = kept.filter(({ piece }) => wanting.some((other) => liesUnder(other, piece)));
			const stays = kept.filter((pair) => !covered.includes(pair));
			for (const { item, piece } of stays) {
				if (!isEqual(item.piece, piece)) brush.update(item.handle, piece);
				item.piece = piece;
			}
			const gone = spare.concat(covered.map(({ item }) => item));
			gone.forEach(remove);
			const anew = wanting.concat(covered.map(({ piece }) => piece));
			anew.sort((a, b) => LAYERS.indexOf(a.kind) - LAYERS.indexOf(b.kind));
			held = stays.map(({ item }) => item).concat(anew.map(make));
			if (bury() || gone.length > 0) brush.settle();
		},
		lose: () => {
			held = [];
			hidden = [];
		},
	};
}

/** A widget that is there, and what it is to show. */
type Pair = { item: Held; piece: Shown };

type Matched = {
	kept: Pair[];
	/** Widgets that nothing is left to show on. */
	spare: Held[];
	/** Pieces that want a widget. */
	wanting: Shown[];
};

/** What is the same already goes first, so that as little as can be is changed. */
function match(held: readonly Held[], pieces: readonly Shown[]): Matched {
	const spare = held.slice();
	const kept: Pair[] = [];
	let wanting = pieces.slice();
	for (const fits of [isEqual, canBecome]) {
		wanting = wanting.filter((piece) => {
			const index = spare.findIndex((item) => fits(item.piece, piece));
			const item = index < 0 ? undefined : spare.splice(index, 1)[0];
			if (item === undefined) return true;
			kept.push({ item, piece });
			return false;
		});
	}
	return { kept, spare, wanting };
}

/** A button keeps its colours for life (DOC ui/widget/BUTTON.mdx), and on some watches its label. */
function canBecome(a: Piece, b: Piece): boolean {
	if (a.kind !== b.kind || a.kind === "text") return false;
	if (a.kind !== "button" || b.kind !== "button") return true;
	return a.fill === b.fill && a.pressed === b.pressed && a.text === b.text && a.size === b.size && a.color === b.color;
}

function isEqual(a: Piece, b: Piece): boolean {
	const left: { [key: string]: unknown } = { ...a, tap: 0, hold: 0 };
	const right: { [key: string]: unknown } = { ...b, tap: 0, hold: 0 };
	return Object.keys(right).every((name) => left[name] === right[name]);
}

/** Whether `made`, which comes on top, would lie over `other` and belongs under it. */
function liesUnder(made: Piece, other: Piece): boolean {
	return (
		LAYERS.indexOf(made.kind) < LAYERS.indexOf(other.kind) &&
		made.x < other.x + other.w &&
		other.x < made.x + made.w &&
		made.y < other.y + other.h &&
		other.y < made.y + made.h
	);
}
