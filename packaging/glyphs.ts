/** The few drawn signs, each in a square of a given side and one colour. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { markIn } from "../core/mark.ts";

/** The assistant's mark, as `core/mark.ts` has it: a dial that is open where its point stands. */
export function drawMark(pen: SKRSContext2D, side: number, color: string, pointColor = color): void {
	const { ring, point } = markIn({ x: 0, y: 0, w: side, h: side });
	begin(pen, ring.width, color);
	pen.arc(side / 2, side / 2, (ring.w - ring.width) / 2, radians(ring.from), radians(ring.to));
	pen.stroke();
	pen.fillStyle = pointColor;
	pen.beginPath();
	pen.arc(point.x + point.w / 2, point.y + point.h / 2, point.w / 2, 0, Math.PI * 2);
	pen.fill();
}

/** A telephone struck through: the watch has lost it. */
export function drawAway(pen: SKRSContext2D, side: number, color: string): void {
	begin(pen, side * 0.075, color);
	pen.roundRect(side * 0.31, side * 0.1, side * 0.38, side * 0.8, side * 0.08);
	pen.stroke();
	line(pen, [at(side, 0.44, 0.77), at(side, 0.56, 0.77)]);
	pen.globalCompositeOperation = "destination-out";
	begin(pen, side * 0.22, color);
	line(pen, [at(side, 0.16, 0.84), at(side, 0.84, 0.16)]);
	pen.globalCompositeOperation = "source-over";
	begin(pen, side * 0.075, color);
	line(pen, [at(side, 0.16, 0.84), at(side, 0.84, 0.16)]);
}

export function drawBattery(pen: SKRSContext2D, side: number, color: string): void {
	begin(pen, side * 0.075, color);
	pen.roundRect(side * 0.28, side * 0.19, side * 0.44, side * 0.7, side * 0.09);
	pen.stroke();
	pen.fillStyle = color;
	pen.fillRect(side * 0.41, side * 0.07, side * 0.18, side * 0.1);
	pen.fillRect(side * 0.38, side * 0.48, side * 0.24, side * 0.31);
}

/** Two soles. */
export function drawSteps(pen: SKRSContext2D, side: number, color: string): void {
	pen.fillStyle = color;
	for (const [x, y] of [
		[0.32, 0.4],
		[0.68, 0.26],
	] as const) {
		pen.beginPath();
		pen.ellipse(side * x, side * (y + 0.08), side * 0.15, side * 0.24, 0, 0, Math.PI * 2);
		pen.ellipse(side * x, side * (y + 0.46), side * 0.11, side * 0.1, 0, 0, Math.PI * 2);
		pen.fill();
	}
}

export function drawHeart(pen: SKRSContext2D, side: number, color: string): void {
	pen.fillStyle = color;
	pen.beginPath();
	pen.moveTo(side * 0.5, side * 0.88);
	pen.bezierCurveTo(side * -0.16, side * 0.42, side * 0.2, side * -0.06, side * 0.5, side * 0.28);
	pen.bezierCurveTo(side * 0.8, side * -0.06, side * 1.16, side * 0.42, side * 0.5, side * 0.88);
	pen.fill();
}

type Point = { x: number; y: number };

function at(side: number, x: number, y: number): Point {
	return { x: side * x, y: side * y };
}

function radians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}

function begin(pen: SKRSContext2D, width: number, color: string): void {
	pen.lineWidth = width;
	pen.lineCap = "round";
	pen.lineJoin = "round";
	pen.strokeStyle = color;
	pen.beginPath();
}

function line(pen: SKRSContext2D, points: readonly Point[]): void {
	pen.beginPath();
	for (const { x, y } of points) pen.lineTo(x, y);
	pen.stroke();
}
