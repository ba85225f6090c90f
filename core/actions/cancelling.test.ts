import { describe, expect, it } from "vitest";
import { cancelling, type KindWords } from "./cancelling.ts";
import type { Deed } from "./deed.ts";

const KINDS: KindWords = { timer: ["timer", "Wecker"], alarm: ["alarm"], remind: ["remind", "reminder"] };

function set(key: string, what: Deed["do"], label: string, state: Deed["state"] = "set"): Deed {
	return { key, do: what, label, state, at: 1 };
}

const TEA = set("tea/0", "timer", "Tea");
const EGGS = set("eggs/0", "timer", "Soft eggs");
const WORK = set("work/0", "alarm", "Work");
const PILL = set("pill/0", "remind", "Pill");
const OVER = set("over/0", "timer", "Bread", "over");
const ALL = [TEA, EGGS, WORK, PILL, OVER];

describe("what is cancelled", () => {
	it.each([
		["by its name, in any case", "tea", ["tea/0"]],
		["by a part of its name", "eggs", ["eggs/0"]],
		["by more than its name", "the tea timer", ["tea/0"]],
		["by its kind, where there is one of it", "reminder", ["pill/0"]],
		["all of a kind, by its plural", "timers", ["tea/0", "eggs/0"]],
		["all of a kind, though there is one", "reminders", ["pill/0"]],
		["everything, without a name", undefined, ["tea/0", "eggs/0", "work/0", "pill/0"]],
	])("is meant %s", (_, label, keys) => {
		expect(cancelling(ALL, label, KINDS).keys.sort()).toEqual([...keys].sort());
	});

	it("is none where several may be meant, and they are named", () => {
		expect(cancelling(ALL, "timer", KINDS)).toMatchObject({ keys: [], names: [TEA, EGGS], why: "several" });
	});

	it.each(["bread", "coffee", "alarms of mine"])("is none where nothing like %s is to ring", (label) => {
		expect(cancelling([OVER, TEA], label, KINDS)).toEqual({ keys: [], names: [], why: "none" });
	});

	it("is what is called so, before a kind of that name", () => {
		const odd = set("odd/0", "remind", "Timers");
		expect(cancelling([TEA, odd], "timers", KINDS).keys).toEqual(["odd/0"]);
	});
});
