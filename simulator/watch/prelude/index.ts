/** Entry of the code that runs in the engine before a package's: builds the watch around it, then is called by the host. */
import { dispatch, makeBuffersForeign, release } from "./bridge.ts";
import { installDate } from "./date.ts";
import { fenced, fenceMethods } from "./fence.ts";
import { fsModule } from "./files.ts";
import { installGlobals } from "./globals.ts";
import { beginModule, callLifecycle, installLifecycle } from "./lifecycle.ts";
import { mediaModule } from "./media.ts";
import { installModules, type ModuleSpecs } from "./modules.ts";
import { transferModule } from "./transfer.ts";
import { interactionModule, uiModule } from "./ui.ts";
import { timerModule, utilsModule } from "./utils.ts";

export type Setup = {
	modules: ModuleSpecs;
	seed: number;
	utcOffsetMinutes: number;
	/** Screen pixels for one pixel of the design. */
	scale: number;
	media: Parameters<typeof mediaModule>[0];
	/** `instanceof ArrayBuffer` is false for bytes that come from the watch. */
	foreignBuffers: boolean;
	/** Whether the surface has setTimeout and its like. */
	timers: boolean;
	/** Widgets have their properties as getters and setters. */
	directProperties: boolean;
};

function setUp(text: string): void {
	const setup: Setup = JSON.parse(text);
	if (setup.foreignBuffers) makeBuffersForeign();
	installGlobals(setup.seed, setup.timers);
	installDate(setup.utcOffsetMinutes);
	installLifecycle();
	const own = {
		"@zos/ui": fenceMethods(uiModule(setup.directProperties)),
		"@zos/interaction": fenceMethods(interactionModule()),
		"@zos/fs": fenceMethods(fsModule()),
		"@zos/media": fenceMethods(mediaModule(setup.media)),
		"@zos/utils": utilsModule(setup.scale),
		"@zos/timer": fenceMethods(timerModule()),
	};
	installModules(setup.modules, own, { "@zos/ble/TransferFile": transferModule() });
	Reflect.deleteProperty(globalThis, "__setUp");
}

const entries = {
	__setUp: setUp,
	__dispatch: fenced(dispatch),
	__release: fenced(release),
	__begin: fenced(beginModule),
	__lifecycle: fenced(callLifecycle),
};
for (const [name, value] of Object.entries(entries)) {
	Object.defineProperty(globalThis, name, { value, configurable: true });
}
