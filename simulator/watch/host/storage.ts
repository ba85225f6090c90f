/** `@zos/storage`: texts that stay (localStorage) or go with the process (sessionStorage). */
import type { AppProcess } from "../app-process.ts";
import { isRecord } from "../values.ts";
import type { Operation, Operations } from "./operations.ts";

type Items = Record<string, unknown>;
type Shelf = { read(app: AppProcess): Items; write(app: AppProcess, items: Items): void };

const local: Shelf = {
	read({ system, appId }) {
		const items: unknown = JSON.parse(system.storage.readText(appId) ?? "{}");
		return isRecord(items) ? items : {};
	},
	write: ({ system, appId }, items) => system.storage.writeText(appId, JSON.stringify(items)),
};

const sessions = new WeakMap<AppProcess, Items>();
const session: Shelf = {
	read: (app) => sessions.get(app) ?? {},
	write: (app, items) => {
		sessions.set(app, items);
	},
};

export const STORAGE_OPERATIONS: Operations = {
	...shelf("@zos/storage.localStorage", local),
	...shelf("@zos/storage.LocalStorage", local),
	...shelf("@zos/storage.sessionStorage", session),
	...shelf("@zos/storage.SessionStorage", session),
};

function shelf(name: string, { read, write }: Shelf): Operations {
	const methods: Record<string, Operation> = {
		new: () => undefined,
		getItem: (app, key, otherwise) => read(app)[String(key)] ?? otherwise,
		setItem: (app, key, value) => write(app, { ...read(app), [String(key)]: value }),
		removeItem(app, key) {
			const { [String(key)]: _gone, ...kept } = read(app);
			write(app, kept);
		},
		clear: (app) => write(app, {}),
	};
	return Object.fromEntries(Object.entries(methods).map(([method, run]) => [`${name}.${method}`, run]));
}
