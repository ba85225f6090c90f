/** What a step of the page is, and what it is given. */
import type { Link } from "../link.ts";

export type Probe = {
	link: Link;
	/** What the page was given and did until now. */
	page: { opens: string; builds: number; earlyVisible: string; card: string };
	/** Says where the step is, on the disk: what is left of one that ends the app. False where the disk does not take it. */
	trail(where: string): boolean;
	/** What an earlier run of the app left there, or null. */
	left: string | null;
};

/** Gives what the report says of it. What it throws is said too. */
export type Step = (probe: Probe) => string | Promise<string>;
