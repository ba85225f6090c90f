/**
 * What one public doubt about the platform changes in the simulator. Owns the seams at which a switch may reach in; never
 * what it does there. Rule: a switch says who raised the doubt, and without it the simulator does as the documents say.
 */
import type { Operation, Operations } from "../watch/context.ts";
import type { ModuleSpecs } from "../watch/prelude/modules.ts";
import type { SurfaceKind } from "../watch/system.ts";
import type { PhoneHabits, WatchHabits } from "./habits.ts";

/** Takes the place of a function of the watch; `base` is what it replaces. */
type Replacement = (base: Operation) => Operation;

export type PlatformSwitch = {
	readonly name: string;
	/** What such a watch or phone does, in one sentence. */
	readonly does: string;
	/** Who says so, as in docs/evidence.md. */
	readonly source: string;
	/** Functions of the watch by the names of `host/operations.ts`. */
	readonly operations?: Readonly<Record<string, Replacement>>;
	/** Changes what a surface has of `@zos/*`. */
	readonly modules?: (specs: ModuleSpecs, surface: SurfaceKind) => void;
	readonly watch?: Partial<WatchHabits>;
	readonly phone?: Partial<PhoneHabits>;
};

/** Several switches as one platform. */
export type Platform = {
	readonly names: readonly string[];
	/** The watch's functions. */
	readonly operations: Operations;
	readonly watch: WatchHabits;
	readonly phone: PhoneHabits;
	/** Takes from a surface what it lacks. */
	prune(specs: ModuleSpecs, surface: SurfaceKind): void;
};
