/** What the Side Service finds out by itself, by the verb that asks for it. */
type Reply = { says: string } | { kept: boolean };
type Ask = (request: Readonly<Record<string, unknown>>) => Reply | Promise<Reply>;

/** Public servers that answer with what they were sent; an owner may name others on the settings page. */
const SERVER = "https://httpbin.org";
const OTHER_SERVER = "https://postman-echo.com";

const LENGTHS = [1_000, 2_000, 4_000, 16_000, 64_000, 256_000];
const SECRETS = ["authorization", "x-api-key", "x-goog-api-key"];
const SLOW_S = 12;

const storage = () => settings.settingsStorage;

function keep({ key, says }: Readonly<Record<string, unknown>>): Reply {
	storage().setItem(String(key), String(says));
	return { kept: storage().getItem(String(key)) === says };
}

function fill(): Reply {
	let longest = 0;
	let fault = "none";
	for (const length of LENGTHS) {
		const value = "x".repeat(length);
		try {
			storage().setItem("filled", value);
		} catch (error) {
			fault = nameOf(error);
		}
		if (storage().getItem("filled") === value) longest = length;
	}
	storage().setItem("filled", "");
	const missing = storage().getItem("missing");
	return {
		says: [
			`longest=${longest}`,
			`throws=${fault}`,
			`missing=${missing === "" ? '""' : String(missing)}`,
			`removeItem=${typeof storage().removeItem}`,
		].join(" "),
	};
}

function events(): Reply {
	const names = ["button", "text", "toggle"];
	const seen = names.map((name) => `${name}=${storage().getItem(`event.${name}`) || "none"}`);
	const heard = `heard=${storage().getItem("heard") || 0} fields=${storage().getItem("heard.fields") || "none"}`;
	return { says: `${seen.join(" ")} ${heard}` };
}

async function slowly(): Promise<Reply> {
	const began = Date.now();
	const after = () => `after_s=${((Date.now() - began) / 1000).toFixed(1)}`;
	try {
		const url = `${named("server", SERVER)}/drip?delay=${SLOW_S}&duration=1&numbytes=1`;
		const response: Record<string, unknown> = Object(await fetch({ url, method: "GET", headers: {} }));
		return { says: `status=${response.status} ${after()} body=${typeof response.body}` };
	} catch (error) {
		return { says: `failed=${nameOf(error)} ${after()}` };
	}
}

/** Which of three keys, none of them real, a redirect to another host takes along. */
async function redirected(): Promise<Reply> {
	try {
		const target = encodeURIComponent(`${named("other", OTHER_SERVER)}/headers`);
		const url = `${named("server", SERVER)}/redirect-to?url=${target}`;
		const headers = { Authorization: "Bearer probe", "x-api-key": "probe", "x-goog-api-key": "probe" };
		const response: Record<string, unknown> = Object(await fetch({ url, method: "GET", headers }));
		const { body } = response;
		const text = (typeof body === "string" ? body : (JSON.stringify(body) ?? "")).toLowerCase();
		const carried = SECRETS.filter((name) => text.includes(`"${name}"`));
		const followed = text.includes('"host"');
		return {
			says: `status=${response.status} followed=${followed ? "yes" : "no"} carried=${carried.join(",") || "none"} url=${typeof response.url}`,
		};
	} catch (error) {
		return { says: `failed=${nameOf(error)}` };
	}
}

function named(key: string, otherwise: string): string {
	const given = storage().getItem(key);
	return typeof given === "string" && given !== "" ? given : otherwise;
}

/** Code or name of a failure: its message may quote an address. */
function nameOf(error: unknown): string {
	const { code, name }: { code?: unknown; name?: unknown } = Object(error);
	return String(code ?? name ?? typeof error).slice(0, 40);
}

export const asks: Readonly<Record<string, Ask>> = {
	row: keep,
	storage: fill,
	events,
	fetch: slowly,
	redirects: redirected,
};
