/** A spoken question from page to page: the recorder, the disk and what goes over the link. */
import { describe, expect, it } from "vitest";
import type { Launch } from "../core/ask/launch.ts";
import type { FaultCode } from "../core/faults.ts";
import type { Reply, Request } from "../core/wire/protocol.ts";
import { createWatch, LOOK, said } from "./__fixtures__/watch.ts";

const SOUND = "a recording";
const RECORDING = "say.opus";
const LISTEN: Launch = { kind: "listen", id: "tap" };

/** As the Side Service does it, with what it says to the question. */
function phone(end: (id: string) => Reply | "silence") {
	let kept = 0;
	return (request: Request): Reply | "silence" => {
		if (request.method === "hello") return { kind: "hello" };
		if (request.method === "cancel") return { kind: "cancelled", id: request.id };
		if (request.method === "voice") kept = request.at + request.bytes.length;
		if (request.method === "voice" || kept < SOUND.length) return { kind: "got", id: request.id, at: kept };
		return end(request.id);
	};
}

const answered = (id: string): Reply => ({ kind: "answer", id, answer: { text: "Yes.", heard: "Is it late?" } });
const failing = (code: FaultCode) => (id: string) => ({ kind: "fault", id, fault: { code } }) as const;
const heard = (id: string): Reply => ({ kind: "heard", id, text: "Is it late?" });

type Watch = ReturnType<typeof createWatch>;

function watchWith(answer: (request: Request) => Reply | "silence"): Watch {
	return createWatch({ ways: ["record"], sound: SOUND, phone: answer });
}

/** From the first touch until the recording is handed on. */
async function speak(watch: Watch): Promise<void> {
	await watch.open(LISTEN);
	expect(watch.page()).toBe("speak");
	await watch.tap(said("page.send"));
}

const methods = ({ sent }: Watch) => sent.map(({ request }) => request.method).filter((method) => method !== "hello");
const recordingsIn = ({ held }: Watch) => [...held.keys()].filter((path) => path.endsWith(".v") || path === RECORDING);

describe("recording a question", () => {
	it("counts from when the microphone listens, and is put away at the tap, with its question stored before it is sent", async () => {
		const watch = watchWith(() => "silence");
		await watch.open(LISTEN);
		await watch.turn(4000);
		expect(watch.texts()).toContain("4");
		await watch.tap(said("page.send"));
		expect(watch.log.filter((line) => line.startsWith("send voice"))).toEqual(["send voice with 1 stored"]);
		expect(watch.page()).toBe("ask");
	});

	it("ends by itself after half a minute", async () => {
		const watch = watchWith(() => "silence");
		await watch.open(LISTEN);
		await watch.turn(29_900);
		expect(watch.page()).toBe("speak");
		await watch.turn(1_100);
		expect(watch.page()).toBe("ask");
	});

	it("is dropped by a cancel", async () => {
		const watch = watchWith(() => "silence");
		await watch.open(LISTEN);
		await watch.tap(said("page.cancel"));
		expect(watch.log).toContain("recording dropped");
		expect([watch.page(), methods(watch)]).toEqual(["index", []]);
	});

	it("says that there is no microphone, or that the app may not use it, and can be tried again", async () => {
		const watch = createWatch({ ways: ["record"], records: false });
		await watch.open(LISTEN);
		expect(watch.texts()).toContain(said("fault.no-microphone"));
		await watch.tap(said("page.retry"));
		expect(watch.log.filter((line) => line === "recording")).toHaveLength(2);
	});

	it("is not offered where nobody could listen", async () => {
		const watch = watchWith(() => "silence");
		watch.held.set("look.json", JSON.stringify({ ...LOOK, deaf: true }));
		await watch.open(LISTEN);
		expect(watch.page()).toBe("index");
		expect(watch.log).not.toContain("recording");
	});
});

describe("a spoken question", () => {
	it("is sent, answered and shown by its words, and its recording is gone", async () => {
		const watch = watchWith(phone(answered));
		await speak(watch);
		expect(methods(watch)).toEqual(["voice", "ask"]);
		expect(watch.page()).toBe("read");
		await watch.swipe("down");
		expect(watch.texts()).toContain("Is it late?");
		await watch.swipe("right");
		await watch.tap(said("page.history"));
		expect(watch.texts()).toContain("Is it late?");
		expect(recordingsIn(watch)).toEqual([]);
	});

	it("that a killed page left open is asked again from its recording", async () => {
		let dead = true;
		const live = phone(answered);
		const watch = watchWith((request) => (dead ? "silence" : live(request)));
		await speak(watch);
		expect(recordingsIn(watch)).toHaveLength(1);
		watch.kill();
		dead = false;
		await watch.open({ kind: "open" });
		expect(methods(watch)).toEqual(["voice", "ask", "voice", "ask"]);
		expect(watch.page()).toBe("read");
	});

	it.each<FaultCode>(["timeout", "overloaded", "no-network"])(
		"keeps its recording where %s leaves its words unknown, and sends it again by hand under a new id",
		async (code) => {
			let fails = true;
			const watch = watchWith(phone((id) => (fails ? failing(code)(id) : answered(id))));
			await speak(watch);
			expect(watch.texts()).toContain(said("page.spoken"));
			expect(recordingsIn(watch)).toHaveLength(1);
			fails = false;
			await watch.tap(said("page.retry"));
			const ids = watch.asked().map(({ id }) => id);
			expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
			expect(watch.page()).toBe("read");
		},
	);

	it("asks its words again where they are known", async () => {
		const watch = watchWith(phone((id) => ({ ...failing("overloaded")(id), heard: "Is it late?" })));
		await speak(watch);
		await watch.tap(said("page.retry"));
		expect(watch.lastAsk()).toMatchObject({ text: "Is it late?" });
	});

	it("is spoken anew where nothing was understood", async () => {
		const watch = watchWith(phone(failing("unclear-speech")));
		await speak(watch);
		await watch.tap(said("page.retry"));
		expect(watch.page()).toBe("speak");
	});

	it("is never another one that was spoken and dropped", async () => {
		const pieces: string[] = [];
		const end = phone(failing("overloaded"));
		const watch = watchWith((request) => {
			if (request.method === "voice") pieces.push(new TextDecoder().decode(request.bytes));
			return end(request);
		});
		await speak(watch);
		const first = watch.asked()[0]?.id ?? "";
		await watch.tap(said("page.retry"));
		watch.close();
		watch.held.set(RECORDING, "dropped");
		await watch.open({ kind: "row", id: first }, "ask");
		await watch.tap(said("page.retry"));
		expect(pieces.join()).not.toContain("dropped");
		expect(watch.texts()).toContain(said("fault.unclear-speech"));
		expect(watch.held.has(RECORDING)).toBe(false);
		watch.held.set(RECORDING, "of a page that was closed");
		await watch.open({ kind: "home" });
		expect(watch.held.has(RECORDING)).toBe(false);
	});

	it("shows how much of it is with the phone, and holds the screen anew for the answer", async () => {
		const watch = watchWith(() => "silence");
		await speak(watch);
		expect(watch.texts().join(" ")).toMatch(/0.*\/ ?1|0 of 1/);
		const holds = () => watch.log.filter((line) => line === "hold").length;
		const before = holds();
		await watch.reply(
			watch.sent.findIndex(({ request }) => request.method === "voice"),
			{
				kind: "got",
				id: watch.sent.flatMap(({ request }) => (request.method === "voice" ? [request.id] : []))[0] ?? "",
				at: SOUND.length,
			},
		);
		expect(watch.texts()).toContain(said("page.asking"));
		expect(holds()).toBe(before + 1);
	});
});

describe("a spoken question that is to be confirmed", () => {
	const listening = phone(heard);
	const confirming = (answer: (id: string) => Reply | "silence") =>
		watchWith((request) =>
			request.method === "ask" && request.text !== undefined ? answer(request.id) : listening(request),
		);

	it("is no question that the face says is being asked", async () => {
		const watch = confirming(() => "silence");
		await speak(watch);
		expect(watch.glance()).toMatchObject({ state: "faulted", text: "Is it late?" });
		expect(watch.texts()).toContain("Is it late?");
		expect(watch.log).toContain("buzz");
		await watch.tap(said("page.ask"));
		expect(watch.glance().state).toBe("open");
	});

	it("is asked by its text under the same id, which stays with the answer", async () => {
		const watch = confirming((id) => ({ kind: "answer", id, answer: { text: "Yes." } }));
		await speak(watch);
		await watch.tap(said("page.ask"));
		const asked = watch.asked();
		expect(asked.at(-1)).toMatchObject({ id: asked[0]?.id, text: "Is it late?" });
		await watch.swipe("down");
		expect(watch.texts()).toContain("Is it late?");
	});

	it("is stopped where it was misunderstood, and spoken again", async () => {
		const watch = confirming(() => "silence");
		await speak(watch);
		const { id } = watch.lastAsk();
		await watch.tap(said("page.again"));
		expect(watch.sent.map(({ request }) => request)).toContainEqual({ method: "cancel", id });
		expect(watch.page()).toBe("speak");
		expect(watch.glance().state).toBe("faulted");
	});
});
