/** Step `files`: another app's file, by every form of its path. From a face and from a workout extension. */
import { O_RDONLY, openSync } from "@zos/fs";
import { read } from "./disk.ts";
import { wordOf } from "./words.ts";

/** The app writes it when it is opened. */
export const MARK = "mark";
const FORMS = [MARK, `/${MARK}`, `./${MARK}`, `data://${MARK}`, `data/${MARK}`];

export function tryPaths(): string {
	const forms = FORMS.map((path) => `${path}=${read(path, PROBE_APP_ID) === MARK ? "ok" : "none"}`);
	const absent = wordOf(() => openSync({ path: "absent", flag: O_RDONLY, options: { appId: PROBE_APP_ID } }));
	return `${forms.join(" ")} absent=${absent}`;
}
