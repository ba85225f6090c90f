/** Reads the loose properties that a package gave a widget. Rule: what is missing or of another type is the default. */
import type { Box } from "./scene.ts";

export type Props = Readonly<Record<string, unknown>>;

export function numberOf(props: Props, name: string, otherwise = 0): number {
	const value = optionalNumber(props, name);
	return value ?? otherwise;
}

export function optionalNumber(props: Props, name: string): number | undefined {
	const value = props[name];
	return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** Packages hand numbers to text properties; the watch shows them. */
export function textOf(props: Props, name: string): string {
	const value = props[name];
	return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function isTrue(props: Props, name: string, otherwise = false): boolean {
	const value = props[name];
	return value === undefined ? otherwise : value === true || value === 1;
}

function listOf(props: Props, name: string): readonly unknown[] {
	const value = props[name];
	return Array.isArray(value) ? value : [];
}

export function textsOf(props: Props, name: string): string[] {
	return listOf(props, name).map((value) =>
		typeof value === "string" || typeof value === "number" ? String(value) : "",
	);
}

export function numbersOf(props: Props, name: string): number[] {
	return listOf(props, name).map((value) => (typeof value === "number" ? value : 0));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function recordOf(props: Props, name: string): Props {
	const value = props[name];
	return isRecord(value) ? value : {};
}

export function recordsOf(props: Props, name: string): Props[] {
	return listOf(props, name).filter(isRecord);
}

/** x, y, w and h. */
export function boxOf(props: Props): Box {
	return { x: numberOf(props, "x"), y: numberOf(props, "y"), w: numberOf(props, "w"), h: numberOf(props, "h") };
}

/** `#rrggbb` of a 0xRRGGBB number. */
export function colorOf(props: Props, name: string, otherwise = 0xffffff): string {
	return hexOf(numberOf(props, name, otherwise));
}

export function hexOf(color: number): string {
	return `#${(color & 0xffffff).toString(16).padStart(6, "0")}`;
}
