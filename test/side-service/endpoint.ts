/** An HTTP endpoint on loopback that answers as it is told, for what a mock of a language model cannot do. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Canned =
	| { status?: number; headers?: Record<string, string>; body: string | Uint8Array }
	| "silence"
	| "hang up";

/** A request as it came; header names are lower case. */
type Taken = { path: string; headers: IncomingHttpHeaders; body: string };

export type Endpoint = {
	/** What a person would enter as the base URL. */
	url: string;
	hits: () => number;
	/** Whole requests, the oldest first. */
	taken: () => readonly Taken[];
	/** From now on it answers with these, the last one again and again. */
	answer: (...answers: readonly Canned[]) => void;
	close: () => Promise<void>;
};

/** Answers each request with the next of `answers`, the last one again and again. `onHit` hears of a request first. */
export async function startEndpoint(answers: readonly Canned[], onHit?: () => void): Promise<Endpoint> {
	const taken: Taken[] = [];
	let hits = 0;
	let queue = [...answers];
	const server = createServer((request, response) => {
		const answer = (queue.length > 1 ? queue.shift() : queue[0]) ?? "hang up";
		hits++;
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () =>
			taken.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() }),
		);
		onHit?.();
		if (answer === "silence") return;
		if (answer === "hang up") {
			request.socket.destroy();
			return;
		}
		response.writeHead(answer.status ?? 200, answer.headers ?? { "Content-Type": "application/json" });
		response.end(answer.body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		hits: () => hits,
		taken: () => taken,
		answer: (...next) => {
			queue = [...next];
		},
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

/** The base URL of a host that refuses: nobody listens there any more. */
export async function refusedUrl(): Promise<string> {
	const endpoint = await startEndpoint([]);
	await endpoint.close();
	return endpoint.url;
}

export function chat(content: string | null, finishReason = "stop"): Canned {
	return {
		body: JSON.stringify({
			choices: [{ message: { role: "assistant", content }, finish_reason: finishReason }],
			usage: { prompt_tokens: 10, completion_tokens: 5 },
		}),
	};
}

const opened: Endpoint[] = [];

/** As `startEndpoint`, closed by `closeEndpoints`. */
export async function endpointWith(...answers: Canned[]): Promise<Endpoint> {
	const endpoint = await startEndpoint(answers);
	opened.push(endpoint);
	return endpoint;
}

export async function closeEndpoints(): Promise<void> {
	await Promise.all(opened.splice(0).map((endpoint) => endpoint.close()));
}
