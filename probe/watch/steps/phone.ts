/** Steps `storage`, `settings`, `fetch` and `redirects`: what the Side Service finds out; the watch asks, and keeps the result. */
import type { Link } from "../link.ts";
import { ask, say } from "../screen.ts";
import type { Step } from "./step.ts";

const ASK_MS = 30_000;
const FETCH_MS = 90_000;

async function askPhone(link: Link, verb: string, args: object, ms: number): Promise<string> {
	const says = (await link.call(verb, args, ms))?.says;
	return typeof says === "string" ? says : "no reply";
}

export const storage: Step = ({ link }) => {
	say("Filling the phone's storage.");
	return askPhone(link, "storage", {}, ASK_MS);
};

export const settingsPage: Step = async ({ link }) => {
	await ask("Open the probe's settings on the phone, use the three things under EVENTS, come back.", {
		yes: "DONE",
		no: "",
	});
	return askPhone(link, "events", {}, ASK_MS);
};

/** A server that takes 12 s: with the phone locked, then in the hand. */
export const fetching: Step = async ({ link }) => {
	await ask("Lock the phone, put it away, tap GO.", { yes: "GO", no: "" });
	say("Waiting for a slow server, up to a minute.");
	const locked = await askPhone(link, "fetch", {}, FETCH_MS);
	await ask("Unlock the phone, keep the Zepp app open, tap GO.", { yes: "GO", no: "" });
	say("Waiting for a slow server, up to a minute.");
	return `locked: ${locked} awake: ${await askPhone(link, "fetch", {}, FETCH_MS)}`;
};

export const redirects: Step = ({ link }) => {
	say("Following a redirect.");
	return askPhone(link, "redirects", {}, FETCH_MS);
};
