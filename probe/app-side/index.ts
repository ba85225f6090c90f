/**
 * The probe's Side Service. Keeps the report's rows in the settings storage, and finds out what only the phone can: steps
 * `storage`, `settings`, `fetch` and `redirects`. Rule: no callback throws; a request that fails says so in its reply.
 */
import { answerShake, payloadOf, toBuffer } from "./frames.ts";
import { asks } from "./phone-steps.ts";

const born = Date.now();
let shakes = 0;
let header = "unknown";

function reply(id: unknown, answer: object): void {
	messaging.peerSocket.send(toBuffer(JSON.stringify({ ...answer, id })));
}

function bulk(id: unknown, request: Request): void {
	const pad = "x".repeat(Number(request.size));
	for (let sent = 0; sent < Number(request.n); sent++) reply(id, { pad });
}

type Request = Readonly<Record<string, unknown>>;

async function answer(request: Request): Promise<void> {
	const { id, verb } = request;
	const ask = asks[String(verb)];
	if (verb === "hello") reply(id, { born, shakes, header });
	else if (verb === "bulk") bulk(id, request);
	else if (verb === "echo") setTimeout(() => reply(id, {}), Number(request.ms));
	else if (ask !== undefined) reply(id, await ask(request));
}

messaging.peerSocket.addListener("message", (data) => {
	const shaken = answerShake(data);
	if (shaken !== null) {
		shakes++;
		messaging.peerSocket.send(shaken);
		return;
	}
	const payload = payloadOf(data);
	header = payload.hadHeader ? "kept" : "stripped";
	try {
		answer(Object(JSON.parse(payload.text))).catch((error: unknown) => console.log("probe", String(error)));
	} catch (_) {
		// What fills the line in step `speed` is no request.
	}
});

settings.settingsStorage.addListener?.("change", (change: unknown) => {
	const { key }: { key?: unknown } = Object(change);
	if (typeof key !== "string" || !key.startsWith("event.")) return;
	const storage = settings.settingsStorage;
	storage.setItem("heard", String(Number(storage.getItem("heard") || 0) + 1));
	storage.setItem("heard.fields", Object.keys(Object(change)).sort().join("+"));
});

AppSideService({});
