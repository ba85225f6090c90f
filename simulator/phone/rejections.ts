/**
 * Promises of phone contexts that nobody caught. The Zepp app logs them and goes on; the desktop's process would end.
 * Owns the one process listener. Rule: what no context owns is thrown, as the process would have done without us.
 */
type Claim = { owns: (promise: unknown) => boolean; tell: (why: string) => void };

const claims = new Set<Claim>();

/**
 * Until the returned function is called, unhandled rejections of the promises that `owns` go to `tell`. Those that are
 * already on their way then are still ours: Node tells of them at the end of the turn.
 */
export function claimRejections(owns: Claim["owns"], tell: Claim["tell"]): () => void {
	const claim: Claim = { owns, tell };
	if (claims.size === 0) process.on("unhandledRejection", onRejection);
	claims.add(claim);
	return () => void setImmediate(() => release(claim));
}

function release(claim: Claim): void {
	claims.delete(claim);
	if (claims.size === 0) process.off("unhandledRejection", onRejection);
}

function onRejection(reason: unknown, promise: Promise<unknown>): void {
	for (const claim of claims) {
		if (!claim.owns(promise)) continue;
		claim.tell(describe(reason));
		return;
	}
	if (process.listenerCount("unhandledRejection") === 1) throw reason;
}

/** An error of a context is no instance of the host's Error. */
function describe(reason: unknown): string {
	if (typeof reason !== "object" || reason === null) return String(reason);
	return "stack" in reason && typeof reason.stack === "string" ? reason.stack : String(reason);
}
