/**
 * What flags of several commands mean: a watch, a language, a port. Owns how each is read and how a mistake is told; the flags
 * are each command's. Rule: a wrong value is a UsageError.
 */
import { once } from "node:events";
import { createServer } from "node:net";
import { UsageError } from "../../cli/command.ts";
import { DEVICES, type Device, findDevice } from "../devices.ts";
import { LANGUAGES } from "../languages.ts";

const PORT_MAX = 65_535;

/** Any watch that we know. */
export function decodeWatch(id: string): Device {
	const device = findDevice(id);
	if (device) return device;
	throw new UsageError(`no watch is called ${id}; there are ${DEVICES.map((known) => known.id).join(", ")}`);
}

/** One that a watch can be set to. */
export function decodeLanguage(tag: string): string {
	if (LANGUAGES.includes(tag)) return tag;
	throw new UsageError(`no watch speaks ${tag}; there are ${LANGUAGES.join(", ")}`);
}

/**
 * The port of a page: of the flag, else of the variable PORT, else 0, which takes a free one. Found out to be free before
 * anything that takes long is begun.
 */
export async function claimPort(flag: string | undefined, variable: string | undefined): Promise<number> {
	const text = flag ?? (variable || "0");
	const name = flag === undefined ? "PORT" : "--port";
	const port = text.trim() === "" ? Number.NaN : Number(text);
	if (!Number.isInteger(port) || port < 0 || port > PORT_MAX)
		throw new UsageError(`${name} must be a number from 0 (any that is free) to ${PORT_MAX}, not ${text}`);
	const server = createServer().listen(port, "127.0.0.1");
	try {
		await once(server, "listening");
	} catch (error) {
		throw new UsageError(`${name}: ${whyNot(error, port)}`);
	}
	server.close();
	await once(server, "close");
	return port;
}

function whyNot(error: unknown, port: number): string {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	if (code === "EADDRINUSE") return `port ${port} is in use; end what uses it, or choose another`;
	if (code === "EACCES") return `this user may not use port ${port}; choose one above 1023`;
	return error instanceof Error ? error.message : String(error);
}
