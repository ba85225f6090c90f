/** `@zos/storage`: texts that stay (localStorage) or go with the process (sessionStorage). */
import { type AppContext, type Operation, type Operations, perApp } from "../context.ts";
import { isRecord } from "../values.ts";

type Items = Record<string, unknown>;
type Shelf = { read(app: AppContext): Items; write(app: AppContext, items: Items): void };

const local: Shelf = {
	read({ system, appId }) {
		const items: unknown = JSON.parse(system.storage.readText(appId) ?? "{}");
		return isRecord(items) ? items : {};
	},
	write: ({ system, appId }, items) => system.storage.writeText(appId, JSON.stringify(items)),
};

const sessionOf = perApp((): { items: Items } => ({ items: {} }));
const session: Shelf = {
	read: (app) => sessionOf(app).items,
	write: (app, items) => {
		sessionOf(app).items = items;
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
