/** A store that throws, or silently drops what it is given, at each of its writes: no answer is lost to it, none doubled. */
import { describe, expect, it } from "vitest";
import { asideKey } from "../core/settings/keeping.ts";
import { SETTING } from "../core/settings/settings.ts";
import { chat } from "../test/side-service/endpoint.ts";
import { phoneTo, type TestPhone, textOf } from "../test/side-service/phone.ts";
import { createService } from "./service.ts";

type Manner = "throws" | "drops";

/** From now on the phone's store fails where `fails` says so, which gets the write's number from 0 and its key. */
function spoil(phone: TestPhone, manner: Manner, fails: (at: number, key: string) => boolean): () => number {
	let at = 0;
	const { set } = phone.ports.storage;
	phone.ports.storage.set = (key, value) => {
		if (!fails(at++, key)) return set(key, value);
		if (manner === "throws") throw new Error("QuotaExceededError");
	};
	phone.service = createService(phone.ports);
	return () => at;
}

const MANNERS: Manner[] = ["throws", "drops"];

describe.each(MANNERS)("a store that %s", (manner) => {
	it("at any one write loses no answer and asks nobody twice", async () => {
		const all = await phoneTo(chat("One."), chat("Two."));
		const writes = spoil(all.phone, manner, () => false);
		await all.phone.ask("a1", "Hi?");
		for (let bad = 0; bad < writes(); bad++) {
			const { phone, endpoint } = await phoneTo(chat("One."), chat("Two."));
			spoil(phone, manner, (at) => at === bad);
			const first = await phone.ask("a1", "Hi?");
			const again = await phone.ask("a1", "Hi?");
			const seen = [first, again].map(textOf);
			if (first.kind === "fault") {
				expect(first.fault, `write ${bad}`).toMatchObject({ code: "request-refused", unstored: true });
				expect(endpoint.hits()).toBeLessThanOrEqual(1);
			} else {
				expect(seen, `write ${bad}`).toEqual(["One.", "One."]);
				expect(endpoint.hits()).toBe(1);
			}
			phone.restart();
			await phone.ask("a1", "Hi?");
			expect(endpoint.hits()).toBeLessThanOrEqual(1);
		}
	});

	it("at every write sends nothing, and says so", async () => {
		const { phone, endpoint } = await phoneTo(chat("One."));
		spoil(phone, manner, () => true);
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "request-refused", unstored: true } });
		expect(endpoint.hits()).toBe(0);
	});

	it("for a moment has a question unsent for good, also where the radio says it twice", async () => {
		const { phone, endpoint } = await phoneTo(chat("One."));
		let isBad = true;
		spoil(phone, manner, () => isBad);
		const first = await phone.ask("a1", "Hi?");
		isBad = false;
		expect(await phone.ask("a1", "Hi?")).toEqual(first);
		expect(endpoint.hits()).toBe(0);
		expect(textOf(await phone.ask("a2", "Hi?"))).toBe("One.");
	});

	it("for the memory alone hands over the answer all the same", async () => {
		const { phone } = await phoneTo(chat("One."));
		spoil(phone, manner, (_, key) => key === SETTING.memory);
		expect(textOf(await phone.ask("a1", "Hi?"))).toBe("One.");
	});

	it("from the answer on keeps the answer as long as the service lives, and asks nobody again after it", async () => {
		const { phone, endpoint } = await phoneTo(chat("One."), chat("Two."));
		spoil(phone, manner, () => endpoint.hits() > 0);
		expect(textOf(await phone.ask("a1", "Hi?"))).toBe("One.");
		expect(textOf(await phone.ask("a1", "Hi?"))).toBe("One.");
		phone.restart();
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(endpoint.hits()).toBe(1);
	});

	it("under a limit sends nothing that is not on the books", async () => {
		const { phone, endpoint } = await phoneTo(chat("One."));
		phone.stored.set(SETTING.capDay, "1");
		spoil(phone, manner, (_, key) => key === SETTING.spending);
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "request-refused", unstored: true } });
		expect(endpoint.hits()).toBe(0);
	});
});

describe("what cannot be read", () => {
	it.each(["cut", '{"v":2}', "[]", "nonsense"])(
		"of anything that is stored is never asked again: %s",
		async (damage) => {
			const sound = await phoneTo(chat("One."), chat("Two."));
			await sound.phone.ask("a1", "Hi?");
			for (const [key, value] of sound.phone.stored) {
				if (![SETTING.ledger, SETTING.memory, SETTING.spending].some((name) => key.startsWith(name))) continue;
				const { phone, endpoint } = await phoneTo(chat("One."), chat("Two."));
				await phone.ask("a1", "Hi?");
				phone.stored.set(key, damage === "cut" ? value.slice(0, -1) : damage);
				phone.restart();
				await phone.ask("a1", "Hi?");
				expect(endpoint.hits(), key).toBe(1);
			}
		},
	);

	it("of the books means that a limit is reached until the person goes on", async () => {
		for (const damage of ['{"2026-11-22":{"micros":99', '{"v":2,"days":[]}', '{"2026-11-22":{"micros":"99"}}', "x"]) {
			const { phone, endpoint } = await phoneTo(chat("One."), chat("Two."));
			phone.stored.set(SETTING.capDay, "1");
			phone.stored.set(SETTING.spending, damage);
			expect(await phone.ask("a1", "Hi?"), damage).toMatchObject({ fault: { code: "over-budget" } });
			phone.restart();
			expect(await phone.ask("a2", "Hi?"), damage).toMatchObject({ fault: { code: "over-budget" } });
			expect(endpoint.hits()).toBe(0);
			phone.stored.set(SETTING.spending, "");
			phone.stored.set(asideKey("spending"), "");
			expect(textOf(await phone.ask("a3", "Hi?"))).toBe("One.");
		}
	});

	it("of the memory is kept aside, and a new conversation begins", async () => {
		const { phone } = await phoneTo(chat("One."));
		phone.stored.set(SETTING.memory, '[{"talk":"t1","turns":[{"question":"Old?"');
		expect(textOf(await phone.ask("a1", "Hi?"))).toBe("One.");
		expect(phone.stored.get(asideKey("memory"))).toContain("Old?");
		expect(phone.stored.get(SETTING.memory)).toContain("One.");
	});
});
