/**
 * The public servers that the probe asks, as far as it asks them, on this machine: `/drip` is slow, `/redirect-to` leads
 * elsewhere, `/headers` tells what it was sent (DOC httpbin.org). Slow in simulated time: it answers at once.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type EchoServer = {
	readonly url: string;
	/** The same server under another host's name. */
	readonly otherUrl: string;
	/** Simulated ms for the reply that is under way. */
	delayMs(): number;
	close(): void;
};

const SOON_MS = 100;

export async function startEchoServer(): Promise<EchoServer> {
	let delay = SOON_MS;
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
		delay = pathname === "/drip" ? Number(searchParams.get("delay")) * 1000 : SOON_MS;
		if (pathname === "/redirect-to") {
			response.writeHead(302, { location: searchParams.get("url") ?? "/" }).end();
		} else if (pathname === "/headers") {
			response.setHeader("content-type", "application/json");
			response.end(JSON.stringify({ headers: request.headers }));
		} else response.end("*");
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		otherUrl: `http://localhost:${port}`,
		delayMs: () => delay,
		close: () => void server.close(),
	};
}
