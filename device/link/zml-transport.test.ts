import { expect, it } from "vitest";
import type { Request } from "../../core/wire/protocol.ts";
import { createZmlTransport, type Messaging } from "./zml-transport.ts";

const HELLO: Request = { method: "hello", rev: 0 };

/** zml at its worst: everything that it can throw, it throws. */
function throwing(request: Messaging["request"]): Messaging {
	const fail = () => {
		throw new Error("send message error");
	};
	return { request, disConnect: fail, onBleChanged: fail, transport: { onFragmentData: fail } };
}

it("lets nothing out that zml throws", () => {
	const messaging = throwing(() => {
		throw new Error("ble disconnect");
	});
	const transport = createZmlTransport(messaging);
	let failed = 0;
	transport.send(
		HELLO,
		1000,
		() => undefined,
		() => failed++,
	);
	expect(failed).toBe(1);
	expect(() => messaging.transport.onFragmentData(new ArrayBuffer(3))).not.toThrow();
	expect(() => messaging.disConnect()).not.toThrow();
});

it("hands over what zml resolves with, and says when it rejects", async () => {
	const told: unknown[] = [];
	const tell = () => told.push("failed");
	const answering = createZmlTransport(throwing((message, { timeout }) => Promise.resolve([message, timeout])));
	answering.send(HELLO, 1234, (message) => told.push(message), tell);
	createZmlTransport(throwing(() => Promise.reject({ code: 1 }))).send(HELLO, 1, () => told.push("reply"), tell);
	await Promise.resolve();
	await Promise.resolve();
	expect(told).toEqual([[HELLO, 1234], "failed"]);
});

it("passes on to zml what comes over the air", () => {
	const taken: number[] = [];
	const messaging = throwing(() => Promise.resolve());
	messaging.transport = { onFragmentData: (data) => taken.push(data.byteLength) };
	createZmlTransport(messaging);
	messaging.transport.onFragmentData(new ArrayBuffer(7));
	expect(taken).toEqual([7]);
});
