/// <reference path="../node_modules/@zeppos/zml/zml.d.ts" />
/**
 * The globals that the Zepp app gives a Side Service and that our code uses, no more; zml uses others by
 * itself. DOC reference/side-service-api/*.mdx, guides/framework/side-service.
 */

declare function AppSideService(options: unknown): void;

/**
 * Everything in one object; `timeout` is not documented but zml itself passes it. Not the standard fetch.
 * What becomes of a body of bytes is disputed (COM, docs/evidence.md, Phone).
 */
declare function fetch(options: {
	url: string;
	method: string;
	headers: Record<string, string>;
	body?: string | ArrayBuffer;
	timeout?: number;
}): Promise<unknown>;

declare const settings: {
	settingsStorage: {
		getItem(key: string): unknown;
		setItem(key: string, value: string): void;
		/** Missing on some phones (COM): write '' instead. */
		removeItem?(key: string): void;
		toObject?(): Record<string, unknown>;
		/** DOC reference/side-service-api/settings-storage. */
		addListener?(event: "change", listener: (change: unknown) => void): void;
	};
};

/** DOC reference/side-service-api/messaging.mdx. */
declare const messaging: {
	peerSocket: {
		addListener(event: "message", listener: (data: ArrayBuffer) => void): void;
		send(data: ArrayBuffer): void;
	};
};

/** Node's, which zml uses too (SRC zml-side.js). It has bytes of its own only where `alloc` made them. */
declare var Buffer: BufferConstructor;

/** An interface, so that it is one with Node's where tests are compiled. */
interface BufferConstructor {
	from(bytes: Uint8Array): Uint8Array;
}

declare const console: { log(...values: unknown[]): void };

declare function setTimeout(run: () => void, delayMs: number): unknown;
declare function clearTimeout(timer: unknown): void;
