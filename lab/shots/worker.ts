/** The other end of crew.ts: draws one job after the other until its parent is gone. */
import { type Answer, doJob, type Job } from "./crew.ts";

process.on("message", (job: Job) => {
	const answer = (result: Answer) => process.send?.(result);
	doJob(job).then(
		(shoot) => answer({ ok: true, shoot }),
		(error) => answer({ ok: false, why: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
	);
});
process.on("disconnect", () => process.exit());
