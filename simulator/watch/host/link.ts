/** The phone's side of `@zos/ble`: raw frames of one app over the link. What is not listed here is not modelled. */
import { type AppContext, type Operations, perApp } from "../context.ts";
import { bytesIn, bytesValue, type FunctionRef, isRef } from "../values.ts";

/** DOC secondary-widget: cards have no Bluetooth; the module is there, since app.js is shared with the pages. */
const hasRadio = (app: AppContext) => app.kind !== "card";

type Callbacks = {
	/** Listeners of the radio's data. */
	data: FunctionRef[];
	/** The one listener of the link's state. */
	status: FunctionRef | null;
};

const callbacksOf = perApp((): Callbacks => ({ data: [], status: null }));

export const LINK_OPERATIONS: Operations = {
	"@zos/ble.createConnect"(app, callback) {
		if (!isRef(callback)) return;
		if (app.system.habits.oneListener) dropListeners(app);
		callbacksOf(app).data.push(callback);
		if (!hasRadio(app)) return;
		const { bluetooth } = app.system;
		let index = 0;
		bluetooth.open(app.appId, (bytes) => {
			index++;
			for (const ref of [...callbacksOf(app).data]) {
				if (app.alive) app.invoke(ref, [index, bytesValue(bytes), bytes.length]);
			}
		});
		app.atEnd(() => bluetooth.close(app.appId));
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
		const had = callbacksOf(app).status !== null;
		dropStatus(app);
		callbacksOf(app).status = callback;
		if (had || !hasRadio(app)) return;
		const stop = app.system.bluetooth.onStatus((connected) => {
			const ref = callbacksOf(app).status;
			if (ref && app.alive) app.invoke(ref, [connected]);
		});
		app.atEnd(stop);
	},
	"@zos/ble.removeListener": dropStatus,
};

function dropListeners(app: AppContext): void {
	app.release(callbacksOf(app).data.splice(0));
}

function dropStatus(app: AppContext): void {
	const callbacks = callbacksOf(app);
	if (callbacks.status) app.release([callbacks.status]);
	callbacks.status = null;
}
