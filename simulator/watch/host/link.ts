/** The phone's side of `@zos/ble`: raw frames of one app over the link. What is not listed here is not modelled. */
import type { AppProcess } from "../app-process.ts";
import { bytesIn, bytesValue, isRef } from "../values.ts";
import type { Operations } from "./operations.ts";

/** DOC secondary-widget: cards have no Bluetooth; the module is there, since app.js is shared with the pages. */
const hasRadio = (app: AppProcess) => app.kind !== "card";

export const LINK_OPERATIONS: Operations = {
	"@zos/ble.createConnect"(app, callback) {
		if (!isRef(callback)) return;
		if (app.system.platform.watch.oneListener) dropListeners(app);
		app.linkListeners.push(callback);
		if (!hasRadio(app)) return;
		const { bluetooth } = app.system;
		let index = 0;
		bluetooth.open(app.appId, (bytes) => {
			index++;
			for (const ref of [...app.linkListeners]) {
				if (app.alive) app.invoke(ref, [index, bytesValue(bytes), bytes.length]);
			}
		});
		app.cleanups.push(() => bluetooth.close(app.appId));
	},
	"@zos/ble.disConnect"(app) {
		dropListeners(app);
		if (hasRadio(app)) app.system.bluetooth.close(app.appId);
	},
	/** COM: zml takes a falsy answer for a failure. */
	"@zos/ble.send"(app, data, size) {
		const bytes = bytesIn(data);
		if (!bytes || !hasRadio(app)) return false;
		const length = typeof size === "number" ? size : bytes.length;
		return app.system.bluetooth.send(app.appId, bytes.slice(0, length));
	},
	"@zos/ble.connectStatus": (app) => hasRadio(app) && app.system.bluetooth.connected(),
	"@zos/ble.addListener"(app, callback) {
		if (!isRef(callback)) return;
		const had = app.hooks.linkStatus;
		dropStatus(app);
		app.hooks.linkStatus = callback;
		if (had || !hasRadio(app)) return;
		const stop = app.system.bluetooth.onStatus((connected) => {
			const ref = app.hooks.linkStatus;
			if (ref && app.alive) app.invoke(ref, [connected]);
		});
		app.cleanups.push(stop);
	},
	"@zos/ble.removeListener": dropStatus,
};

function dropListeners(app: AppProcess): void {
	app.release(app.linkListeners.splice(0));
}

function dropStatus(app: AppProcess): void {
	const ref = app.hooks.linkStatus;
	if (ref) app.release([ref]);
	delete app.hooks.linkStatus;
}
