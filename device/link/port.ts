/**
 * The Side Service's port, as long as it may be believed. Owns where it is kept: in the app's globals for all its pages, so
 * that they shake hands once, and on the disk for an app that is left while a question is open, and started again.
 */
import { now } from "../clock.ts";
import { files } from "../files.ts";
import { shared } from "../shared.ts";

const PORT_FILE = "port.txt";
/** A Side Service that spoke so recently is at the same port; a handshake could end it, and what it asks (`shake-restarts`). */
const KNOWN_MS = 60_000;
/** In one run of the app, which may be a card that has been there for hours (`warm-app`). */
const KNOWN_IN_APP_MS = 600_000;
/** A disk is not written to for each frame. */
const KEEP_MS = 15_000;

/** For a page that opens: 0 where none is known. */
export function recallPort(): void {
	const app = shared();
	const isKnown = app.port !== undefined && Math.abs(now() - (app.heardAt ?? 0)) < KNOWN_IN_APP_MS;
	if (isKnown) return;
	const [port = 0, at = 0] = (files.read(PORT_FILE) ?? "").split(" ").map(Number);
	const age = now() - at;
	app.port = port > 0 && age >= 0 && age < KNOWN_MS ? port : 0;
}

export function port(): number {
	return shared().port ?? 0;
}

/** The Side Service has spoken from there; 0: it is there no more. */
export function keepPort(port: number): void {
	const app = shared();
	const at = now();
	if (port === app.port && at - (app.heardAt ?? 0) < KEEP_MS) return;
	app.port = port;
	app.heardAt = at;
	if (port === 0) files.remove(PORT_FILE);
	else files.write(PORT_FILE, `${port} ${at}`);
}
