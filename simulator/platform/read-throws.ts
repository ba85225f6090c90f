import type { PlatformSwitch } from "./switch.ts";

export const READ_THROWS: PlatformSwitch = {
	name: "read-throws",
	does: "throws out of readSync at the end of a file",
	source: "INF: what it gives there is not documented",
	operations: {
		"fs.read":
			(base) =>
			(app, fd, ...rest) => {
				const answer = base(app, fd, ...rest);
				const isEnd = typeof answer === "object" && answer !== null && Reflect.get(answer, "$bytes") === "";
				if (isEnd) throw new Error("end of file");
				return answer;
			},
	},
};
