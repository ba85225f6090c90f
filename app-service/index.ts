/** Registers what an alarm wakes after a page was left with a question open. */
import { attempt } from "../device/guard.ts";
import { leave, look } from "./finding.ts";

AppService({
	onInit: (param?: string) => attempt(() => look(param)),
	/** One that runs is told, not started. */
	onEvent: (param?: string) => attempt(() => look(param)),
	onDestroy: () => attempt(leave),
});
