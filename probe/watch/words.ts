/** What a call gave or threw, as one short word of the report. */
const LONGEST = 60;

export function word(value: unknown): string {
	if (typeof value === "function") return "function";
	if (typeof value === "object" && value !== null) return "object";
	return short(String(value));
}

/** Never throws. */
export function wordOf(run: () => unknown): string {
	try {
		return word(run());
	} catch (error) {
		return threw(error);
	}
}

export function threw(error: unknown): string {
	return `threw(${short(String(Object(error).message ?? error))})`;
}

export const yesNo = (is: boolean) => (is ? "yes" : "no");

/** The report is ASCII on one line, so that it can be kept and sent byte by byte. */
function short(text: string): string {
	return text.slice(0, LONGEST).replace(/[^\x20-\x7e]/g, "?");
}
