/**
 * A language model for tests of the whole chain: `@copilotkit/aimock` on loopback, which nobody here wrote. What it cannot
 * say is `side-service/endpoint.ts`'s. Owns starting it, stopping it, and what it was asked.
 */
import { LLMock } from "@copilotkit/aimock";

export { type Canned, chat, type Endpoint, refusedUrl, startEndpoint } from "./side-service/endpoint.ts";

type Message = { role: string; content: string };

export type ModelServer = {
	/** What a person would enter as the base URL. */
	url: string;
	mock: LLMock;
	/** The messages of each request, the oldest first. */
	asked: () => Message[][];
	close: () => Promise<void>;
};

/** Takes a free port. It answers nothing until `mock.onMessage(...)` tells it what. */
export async function startModelServer(): Promise<ModelServer> {
	const mock = new LLMock({ port: 0, logLevel: "silent" });
	await mock.start();
	return {
		url: `${mock.url}/v1`,
		mock,
		asked: () => mock.getRequests().map(({ body }) => messagesOf(body)),
		close: () => mock.stop(),
	};
}

function messagesOf(body: unknown): Message[] {
	const messages = typeof body === "object" && body !== null && "messages" in body ? body.messages : [];
	if (!Array.isArray(messages)) return [];
	return messages.map(({ role, content }: Record<string, unknown>) => ({
		role: String(role),
		content: String(content),
	}));
}
