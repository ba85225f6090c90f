/** The command line is wrong: exit status 2, and `message` says why. */
export class UsageError extends Error {
	override name = "UsageError" as const;
}
