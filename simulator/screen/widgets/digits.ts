/** Numbers made of digit images: TEXT_IMG, and the row of images that the clock widgets share. */
import type { Image } from "@napi-rs/canvas";
import { ALIGN } from "../constants.ts";
import { type Draw, imageAt, type Painter } from "../painter.ts";
import { numberOf, type Props, textOf, textsOf } from "../props.ts";
import { dataDigits, dataText } from "./live-data.ts";

/** Images of one row and the gap between them. */
export type ImageRow = { images: Image[]; space: number };

export function rowOf(painter: Painter, paths: readonly string[], space: number): ImageRow {
	const images = paths.map((path) => imageAt(painter, path)).filter((image) => image !== null);
	return { images, space };
}

export function rowWidth({ images, space }: ImageRow): number {
	return images.reduce((sum, image) => sum + image.width, 0) + space * Math.max(0, images.length - 1);
}

/** Draws the row from its left end; returns where it ended. */
export function paintRow(painter: Painter, row: ImageRow, x: number, y: number): number {
	let at = x;
	for (const image of row.images) {
		painter.pen.drawImage(image, at, y);
		at += image.width + row.space;
	}
	return row.images.length === 0 ? x : at - row.space;
}

/** Where a row begins in a field, by a value of ALIGN. */
export function rowStart(row: ImageRow, x: number, fieldWidth: number, align: number): number {
	const room = fieldWidth - rowWidth(row);
	if (align === ALIGN.RIGHT) return x + room;
	return align === ALIGN.CENTER_H ? x + Math.floor(room / 2) : x;
}

export function digitPaths(text: string, digits: readonly string[]): string[] {
	return [...text].map((digit) => digits[Number(digit)] ?? "");
}

/** `en`, `sc` or `tc`: the suffix of the images of a language. */
export function scriptOf(language: string | undefined): "en" | "sc" | "tc" {
	if (!language?.toLowerCase().startsWith("zh")) return "en";
	return /-(tw|hk|mo|hant)/i.test(language) ? "tc" : "sc";
}

/** `text` wins over the data type; without a width the field is as wide as the longest value of its type. */
export const drawTextImage: Draw = (painter, { props }) => {
	const digits = textsOf(props, "font_array");
	const paths = pathsOf(painter, props, digits);
	const row = rowOf(painter, paths, numberOf(props, "h_space"));
	const room = rowOf(painter, new Array(dataDigits(props)).fill(digits[0] ?? ""), row.space);
	const width = numberOf(props, "w", Math.max(rowWidth(row), rowWidth(room)));
	paintRow(painter, row, rowStart(row, numberOf(props, "x"), width, numberOf(props, "align_h")), numberOf(props, "y"));
};

function pathsOf(painter: Painter, props: Props, digits: readonly string[]): string[] {
	const unit = textOf(props, `unit_${scriptOf(painter.scene.language)}`);
	const text = "text" in props ? textOf(props, "text") : valueText(painter, props);
	if (text === null) return [textOf(props, "invalid_image")].filter((path) => path !== "");
	const isBound = !("text" in props) && unit !== "";
	const paths = [...text].map((character) => {
		if (character === "u") return unit;
		if (character === "-") return textOf(props, "negative_image");
		return character === "." ? textOf(props, "dot_image") : (digits[Number(character)] ?? "");
	});
	return isBound ? [...paths, unit] : paths;
}

function valueText(painter: Painter, props: Props): string | null {
	return dataText(painter.scene.live, props);
}
