/** The parts of `@zos/media` that are objects with methods; the host owns recorder and player. */
import { call } from "./bridge.ts";
import { fenceMethods } from "./fence.ts";

/** As the host hands them over among the module's constants. */
type Kinds = { RECORDER: number; PLAYER: number };

type Numbers = Readonly<Record<string, number>>;

export type MediaSetup = {
	ids: Kinds;
	/** Properties of the recorder itself (DOC media/Recorder.mdx). */
	recorder: { event: Numbers; state: Numbers };
	player: { source: Numbers; event: Numbers; state: Numbers };
	playerMethods: readonly string[];
};

export function mediaModule({
	ids,
	recorder: own,
	player: ofPlayer,
	playerMethods,
}: MediaSetup): Record<string, unknown> {
	const recorder = fenceMethods({
		...own,
		setFormat: (codec: number, options: unknown) => void call("media.setFormat", codec, options),
		start: () => void call("media.start"),
		stop: () => void call("media.stop"),
		getStatus: () => call("media.getStatus"),
		addEventListener: (name: number, listener: unknown) => void call("media.addEventListener", name, listener),
	});
	const player: Record<string, unknown> = { ...ofPlayer };
	for (const name of playerMethods) player[name] = (...args: unknown[]) => call(`player.${name}`, ...args);
	fenceMethods(player);
	return {
		create(kind: number) {
			if (kind === ids.PLAYER) return player;
			return call("media.recorder") === true ? recorder : null;
		},
	};
}
