import { expect, it } from "vitest";
import { decodeChaosCommand } from "./chaos-options.ts";

function optionsOf(...args: string[]) {
	const command = decodeChaosCommand(args);
	if (command.kind !== "one") throw new Error(`it is ${command.kind}`);
	return command.options;
}

it("makes everything as bad as the loss that is named", () => {
	const { link, kills } = optionsOf("--link", "loss=0.3", "--seed", "7");
	expect(link).toMatchObject({ loss: 0.3, dup: 0.3, reorder: 0.3, drop: 0.3 / 25, seed: 7 });
	expect(kills).toBe(0.3);
});

it("leaves alone what is named", () => {
	const { link, kills } = optionsOf("--link", "loss=0.3,dup=0,drop=0.1,seed=9", "--kills", "0");
	expect(link).toMatchObject({ loss: 0.3, dup: 0, reorder: 0.3, drop: 0.1, seed: 9 });
	expect(kills).toBe(0);
});

it("gives each of several seeds the same run", () => {
	expect(decodeChaosCommand(["--seeds", "3-5", "--asks", "9", "--kills", "0.1"])).toEqual({
		kind: "seeds",
		seeds: [3, 4, 5],
		args: ["--asks", "9", "--link", "loss=0.05", "--device", "balance2", "--json", "--kills", "0.1"],
	});
});

it("hands a run of wishes on to each seed", () => {
	expect(decodeChaosCommand(["--actions", "--seed", "3"])).toMatchObject({ kind: "actions", options: { seed: 3 } });
	expect(decodeChaosCommand(["--actions", "--seeds", "1-2"])).toMatchObject({
		kind: "seeds",
		args: expect.arrayContaining(["--actions"]),
	});
});

it.each([
	[["--asks", "0"], "--asks must be 1 or more"],
	[["--kills", "2"], "--kills must be a share"],
	[["--seeds", "5-3"], "--seeds must be A-B"],
	[["--link", "lost=1"], "--link: no link term"],
	[["--device", "abacus"], "abacus"],
	[["--money", "--actions"], "two runs"],
	[["--sabotage"], "there are --asks, --actions, --money"],
])("%j is refused with the reason", (args, why) => {
	expect(() => decodeChaosCommand(args)).toThrow(why);
});
