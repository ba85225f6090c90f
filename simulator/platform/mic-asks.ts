import type { AppContext } from "../watch/context.ts";
import { hearingOf } from "../watch/host/media.ts";
import { isRecord, isRef } from "../watch/values.ts";
import type { PlatformSwitch } from "./switch.ts";

const MICROPHONE = "device:os.mic";
/** DOC app/queryPermission.mdx and requestPermission.mdx. */
const DENIED = 0;
const GRANTED = 2;
const ASKING = 0;
/** Until the person has read the question and answered it. */
const ANSWER_MS = 1_500;

const granted = new WeakSet<AppContext>();

export const MIC_ASKS: PlatformSwitch = {
	name: "mic-asks",
	does: "records silence until device:os.mic was asked for at run time and granted",
	source: "four public apps ask for it so; melianmiko/ZeppOS-AiChat and szymsza/amazfit-ai-voice-assistant do without",
	operations: {
		"@zos/app.queryPermission": (base) => (app, option) => {
			const answers = base(app, option);
			const asked = permissionsOf(option);
			if (!Array.isArray(answers)) return answers;
			return answers.map((answer, at) => (asked[at] === MICROPHONE && !granted.has(app) ? DENIED : answer));
		},
		"@zos/app.requestPermission": (base) => (app, option) => {
			if (!permissionsOf(option).includes(MICROPHONE) || granted.has(app)) return base(app, option);
			const callback = isRecord(option) ? option.callback : undefined;
			app.system.clock.after(ANSWER_MS, () => {
				const { refused } = app.system.microphone;
				if (!refused) granted.add(app);
				hearingOf(app).isDeaf = false;
				if (app.alive && isRef(callback)) app.invoke(callback, [[refused ? DENIED : GRANTED]]);
			});
			return ASKING;
		},
		"media.start":
			(base) =>
			(app, ...args) => {
				if (granted.has(app)) return base(app, ...args);
				app.log("warn", "@zos/media", "records silence: device:os.mic was not granted at run time");
				hearingOf(app).isDeaf = true;
				return base(app, ...args);
			},
	},
};

function permissionsOf(option: unknown): unknown[] {
	const list = isRecord(option) ? option.permissions : undefined;
	return Array.isArray(list) ? list : [];
}
