/** The parts of `@zos/media` that are objects with methods; the host owns the recorder. */
import { call } from "./bridge.ts";
import { fenceMethods } from "./fence.ts";

/** As the host hands them over among the module's constants. */
type Kinds = { RECORDER: number };

type Numbers = Readonly<Record<string, number>>;

/** `event` and `state` are properties of the recorder itself (DOC media/Recorder.mdx). */
export function mediaModule(setup: { ids: Kinds; event: Numbers; state: Numbers }): Record<string, unknown> {
	const { ids, event, state } = setup;
	const recorder = fenceMethods({
		event,
		state,
		setFormat: (codec: number, options: unknown) => void call("media.setFormat", codec, options),
		start: () => void call("media.start"),
		stop: () => void call("media.stop"),
		getStatus: () => call("media.getStatus"),
		addEventListener: (name: number, listener: unknown) => void call("media.addEventListener", name, listener),
	});
	return {
		create(kind: number) {
			if (kind !== ids.RECORDER) refuse("@zos/media.create of a player");
			return call("media.recorder") === true ? recorder : null;
		},
	};
}

/** In the log as well: a package may catch what it throws. */
function refuse(name: string): never {
	call("log", "error", "watch", `not modelled: ${name}`);
	throw new Error(`not modelled: ${name}`);
}
