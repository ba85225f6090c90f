/** Where things are: the project's root, and the cache, which may be deleted at any time. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const CACHE = join(ROOT, "node_modules", ".cache", "askface");
