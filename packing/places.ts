/** Where packed packages are kept. It may be deleted at any time. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HOME = dirname(dirname(fileURLToPath(import.meta.url)));

export const PACKED = join(HOME, "node_modules", ".cache", "zepp-packages");
