/** An HTTP endpoint on loopback that answers as it is told, for what a mock of a language model cannot do. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Canned = { status?: number; headers?: Record<string, string>; body: string } | "silence" | "hang up";

export type Endpoint = { url: string; hits: () => number; close: () => Promise<void> };

/** Answers each request with the next of `answers`, the last one again and again. */
export async function startEndpoint(answers: readonly Canned[]): Promise<Endpoint> {
	let hits = 0;
	const server = createServer((request, response) => {
		const answer = answers[Math.min(hits, answers.length - 1)] ?? "hang up";
		hits++;
		request.resume();
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
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

export function chat(content: string | null, finishReason = "stop"): Canned {
	return {
		body: JSON.stringify({
			choices: [{ message: { role: "assistant", content }, finish_reason: finishReason }],
			usage: { prompt_tokens: 10, completion_tokens: 5 },
		}),
	};
}
