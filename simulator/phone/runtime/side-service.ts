/**
 * The globals of a Side Service, installed inside its context (DOC reference/side-service-api; SRC zml 0.0.43 for
 * Logger, sideService, transferFile and getApp). Rule: what is not modelled throws `not modelled: NAME` when called.
 */
import { Buffer } from "buffer/";
import { createGuard, type Guard, installBasics } from "./basics.ts";
import { createFetch } from "./fetch.ts";
import type { SideHooks, SideHost } from "./host.ts";
import { createStorage } from "./storage.ts";

type Listener = (payload: ArrayBuffer) => void;
type Service = { onInit?(): void; onRun?(): void; onDestroy?(): void };

export function install(host: SideHost): SideHooks {
	const guard = createGuard(host);
	const storage = createStorage(host.storage, guard);
	const socket = createSocket(host, guard);
	let service: Service | null = null;
	installBasics(host, guard);
	Object.assign(globalThis, {
		Buffer,
		fetch: createFetch(host),
		settings: { settingsStorage: storage.api },
		messaging: { peerSocket: socket.api },
		sideService: {
			appInfo: JSON.parse(host.appInfo) as unknown,
			launchReasons: JSON.parse(host.launchReasons) as unknown,
			launchArgs: host.launchArgs === "" ? undefined : (JSON.parse(host.launchArgs) as unknown),
		},
		getApp: () => ({ port2: host.port }),
		network: { downloader: { downloadFile: absent(host, "network.downloader.downloadFile") } },
		transferFile: createTransfer(host),
		image: { convert: absent(host, "image.convert") },
		AppSideService(options: Service) {
			service = options;
		},
	});
	return {
		start() {
			const started = service;
			if (started === null) return false;
			guard("onInit", () => started.onInit?.());
			guard("onRun", () => started.onRun?.());
			return true;
		},
		stop: () => guard("onDestroy", () => service?.onDestroy?.()),
		message: socket.receive,
		settingChanged: (key, newValue, oldValue) => storage.tell({ key, newValue, oldValue }),
	};
}

function createSocket(host: SideHost, guard: Guard) {
	let listeners: Listener[] = [];
	return {
		api: {
			addListener(event: unknown, listener: unknown) {
				if (event === "message" && typeof listener === "function") listeners = [...listeners, listener as Listener];
			},
			removeListener(event: unknown, listener?: unknown) {
				if (event === "message") listeners = listeners.filter((known) => listener !== undefined && known !== listener);
			},
			/** Bytes only: an ArrayBuffer, as documented, or a view of one. */
			send(data: unknown) {
				if (data instanceof ArrayBuffer) host.send(new Uint8Array(data));
				else if (ArrayBuffer.isView(data)) host.send(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
				else throw new TypeError("peerSocket.send takes an ArrayBuffer");
			},
		},
		receive(bytes: Uint8Array) {
			for (const listener of listeners) {
				const payload = new ArrayBuffer(bytes.byteLength);
				new Uint8Array(payload).set(bytes);
				guard("a message listener", () => listener(payload));
			}
		},
	};
}

/** zml listens for files at its start, so the boxes are there; moving a file is not modelled yet. */
function createTransfer(host: SideHost) {
	const inbox = {
		on: () => undefined,
		off: () => undefined,
		emit: () => undefined,
		getNextFile: absent(host, "transferFile.inbox.getNextFile"),
	};
	const outbox = { enqueueFile: absent(host, "transferFile.outbox.enqueueFile") };
	return { inbox, outbox, getInbox: () => inbox, getOutbox: () => outbox };
}

/** In the log as well: an app may catch what it throws. */
function absent(host: SideHost, name: string): () => never {
	return () => {
		host.log("error", `not modelled: ${name}`);
		throw new Error(`not modelled: ${name}`);
	};
}
