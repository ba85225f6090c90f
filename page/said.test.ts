/** An answer that is spoken, on its page: pieces in order, from where they were cut, one number a tap, and no file when it is over. */
import { describe, expect, it } from "vitest";
import type { Reply, Request } from "../core/wire/protocol.ts";
import { createWatch, said } from "./__fixtures__/watch.ts";

const SOUND = new TextEncoder().encode("ID3: a sound of three pieces");
const PIECE = 10;
const FILE = "say.mp3";

type Say = Extract<Request, { method: "say" }>;
type Watch = ReturnType<typeof createWatch>;

function piece({ id, at }: Say): Reply {
	return { kind: "sound", id, at, total: SOUND.length, bytes: SOUND.subarray(at, at + PIECE) };
}

const says = ({ sent }: Watch): Say[] => sent.flatMap(({ request }) => (request.method === "say" ? [request] : []));

/** On the page, at a phone that does not answer by itself. */
async function opened(): Promise<Watch> {
	const watch = createWatch({ plays: true });
	await watch.open({ kind: "row", id: "egg" }, "say");
	return watch;
}

/** The phone answers the latest request. */
async function answer(watch: Watch): Promise<void> {
	const latest = watch.sent.length - 1;
	const request = watch.sent[latest]?.request;
	if (request?.method !== "say") throw new Error("no sound was asked for");
	await watch.reply(latest, piece(request));
}

describe("the page of an answer that is spoken", () => {
	it("asks for piece after piece under one number, and plays the file once all of it is there", async () => {
		const watch = await opened();
		expect(watch.texts()).toContain(said("page.say.making"));
		for (let pieces = 0; pieces < 3; pieces++) {
			expect(watch.log).not.toContain(`plays ${FILE}`);
			await answer(watch);
		}
		expect(says(watch).map(({ at }) => at)).toEqual([0, 10, 20]);
		expect(new Set(says(watch).map(({ n }) => n)).size).toBe(1);
		expect(watch.log).toContain(`plays ${FILE}`);
		expect(watch.held.get(FILE)).toBe(new TextDecoder().decode(SOUND));
		expect(watch.texts()).toContain(said("page.say.plays"));
	});

	it("goes on from where it was cut when the phone is back, under the same number", async () => {
		const watch = await opened();
		await answer(watch);
		for (let losses = 0; losses < 3; losses++) await watch.reply(watch.sent.length - 1, { code: "phone-away" });
		expect(watch.texts()).toContain(said("fault.phone-away"));
		await watch.radio(true);
		const [first, ...others] = says(watch);
		expect(others.map(({ at }) => at)).toEqual([10, 10, 10, 10]);
		expect(others.every(({ n }) => n === first?.n)).toBe(true);
	});

	it("takes no piece for another: what is out of its place ends it, and leaves no file", async () => {
		const watch = await opened();
		await answer(watch);
		await watch.reply(watch.sent.length - 1, piece({ method: "say", id: "egg", n: 1, at: 0 }));
		expect(watch.texts()).toContain(said("page.say.failed"));
		expect(watch.held.has(FILE)).toBe(false);
	});

	it("has another number for another try", async () => {
		const watch = await opened();
		await watch.reply(watch.sent.length - 1, { kind: "fault", id: "egg", fault: { code: "timeout" } });
		await watch.turn(1_000);
		await watch.tap(said("page.retry"));
		const [first, second] = says(watch);
		expect(second?.at).toBe(0);
		expect(second?.n).not.toBe(first?.n);
	});

	it("is stopped by one tap while it comes: the file goes, and what comes late makes none", async () => {
		const watch = await opened();
		await answer(watch);
		const latest = watch.sent.length - 1;
		await watch.tap(said("page.say.stop"));
		expect(watch.page()).not.toBe("say");
		expect(watch.held.has(FILE)).toBe(false);
		await watch.reply(latest, piece({ method: "say", id: "egg", n: 1, at: 10 }));
		expect(watch.held.has(FILE)).toBe(false);
		expect(watch.log).not.toContain(`plays ${FILE}`);
	});
});
