/** Steps `microphone` and `dictation`: whether the watch asks before it listens, and whether its keyboard does. */
import { queryPermission, requestPermission } from "@zos/app";
import { rmSync } from "@zos/fs";
import * as media from "@zos/media";
import * as ui from "@zos/ui";
import { read, sizeOf } from "../disk.ts";
import { pause } from "../link.ts";
import { ask, say } from "../screen.ts";
import { word, wordOf, yesNo } from "../words.ts";
import type { Step } from "./step.ts";

const MICROPHONE = ["device:os.mic"];
const SOUND = "sound.opus";
const RECORD_MS = 3_000;
const FLUSH_MS = 1_000;
const ANSWER_MS = 20_000;
const MORE = 1.2;
const DICTATE_MS = 30_000;

type Recorder = NonNullable<ReturnType<typeof media.create>>;

/** How many different values its bytes have: of silence few. */
type Sound = { bytes: number; values: number };

/** The sound is removed at once. */
async function record(recorder: Recorder): Promise<Sound> {
	wordOf(() => rmSync({ path: SOUND }));
	recorder.setFormat(media.codec.OPUS, { target_file: `data://${SOUND}` });
	recorder.start();
	await pause(RECORD_MS);
	recorder.stop();
	await pause(FLUSH_MS);
	const values = new Set((read(SOUND) ?? "").split("")).size;
	const sound = { bytes: sizeOf(SOUND), values };
	rmSync({ path: SOUND });
	return sound;
}

/** More than of silence, of which a watch may write as much. */
function isHeard(sound: Sound, silent: Sound): boolean {
	return sound.bytes > MORE * silent.bytes || sound.values > MORE * silent.values;
}

const sizeText = ({ bytes, values }: Sound) => `${bytes}B/${values}`;

function grant(): Promise<string> {
	return new Promise((resolve) => {
		const callback = (results: readonly number[]) => resolve(`answer=${word(results[0])}`);
		const asked = wordOf(() => requestPermission({ permissions: MICROPHONE, callback }));
		setTimeout(() => resolve(`request=${asked}`), ANSWER_MS);
	});
}

export const microphone: Step = async () => {
	const query = () => wordOf(() => queryPermission({ permissions: MICROPHONE })[0]);
	const before = query();
	const recorder = media.create(media.id.RECORDER);
	if (recorder === null || recorder === undefined) return `query=${before} recorder=${word(recorder)}`;
	await ask("Tap TALK and count aloud for 3 seconds.", { yes: "TALK", no: "" });
	const early = await record(recorder);
	say("The watch may ask for the microphone: allow it.");
	const granted = await grant();
	await ask("Tap TALK and count aloud for 3 seconds, again.", { yes: "TALK", no: "" });
	const late = await record(recorder);
	await ask("Tap QUIET and be silent for 3 seconds.", { yes: "QUIET", no: "" });
	const silent = await record(recorder);
	return [
		`query=${before} ${granted} query_then=${query()}`,
		`early_heard=${yesNo(isHeard(early, silent))} late_heard=${yesNo(isHeard(late, silent))}`,
		`early=${sizeText(early)} late=${sizeText(late)} silent=${sizeText(silent)}`,
	].join(" ");
};

export const dictation: Step = async () => {
	const { createKeyboard, inputType, keyboard, deleteKeyboard } = ui;
	const voice = inputType?.VOICE;
	const there = `voice=${word(voice)} available=${wordOf(() => keyboard?.checkVoiceInputAvailable?.())}`;
	if (typeof createKeyboard !== "function") return `${there} keyboard=none`;
	await ask("Tap TALK, then say or type: seven.", { yes: "TALK", no: "" });
	const got = await new Promise<string>((resolve) => {
		const opened = wordOf(() =>
			createKeyboard({
				inputType: voice ?? inputType?.CHAR ?? 0,
				text: "",
				onComplete: (_, result) => resolve(`text=${yesNo(typeof result?.data === "string" && result.data !== "")}`),
				onCancel: () => resolve("text=cancelled"),
			}),
		);
		setTimeout(() => resolve(`text=none opened=${opened}`), DICTATE_MS);
	});
	wordOf(() => deleteKeyboard?.());
	return `${there} ${got}`;
};
