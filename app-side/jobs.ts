/** The questions that are being answered. Owns their promises; never what is asked or stored. */
import type { Reply } from "../core/wire/protocol.ts";

/**
 * `settle` gives every caller its reply; only the first call counts. `stopped`: nobody waits for an answer
 * any more.
 */
export type Job = { reply: Promise<Reply>; settle: (reply: Reply) => void; stopped: boolean };

export type Jobs = {
	find(id: string): Job | undefined;
	begin(id: string): Job;
	/** Ends a job that has its reply. */
	end(id: string, job: Job): void;
	/** True if such a job was running. Its callers are told that it is cancelled. */
	stop(id: string): boolean;
	ids(): string[];
};

export function createJobs(): Jobs {
	const jobs = new Map<string, Job>();
	return {
		find: (id) => jobs.get(id),
		begin(id) {
			const job = createJob();
			jobs.set(id, job);
			return job;
		},
		end(id, job) {
			if (jobs.get(id) === job) jobs.delete(id);
		},
		stop(id) {
			const job = jobs.get(id);
			if (job === undefined) return false;
			job.stopped = true;
			jobs.delete(id);
			job.settle({ kind: "cancelled", id });
			return true;
		},
		ids: () => [...jobs.keys()],
	};
}

function createJob(): Job {
	let settle: (reply: Reply) => void = () => undefined;
	const reply = new Promise<Reply>((resolve) => {
		settle = resolve;
	});
	return { reply, settle, stopped: false };
}
