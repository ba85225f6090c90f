/**
 * The browser's microphone, or a sound file, as what the watch's recorder hears. Owns the browser's recording while the
 * button is held; never when the watch listens. Rule: sound leaves this page only to the simulator on this machine.
 */
import type { View } from "../protocol.ts";
import { byId, type Channel } from "./channel.ts";
import { toWav } from "./wav.ts";

/** What the watches record at. */
const SAMPLES_PER_SECOND = 16_000;
const MS_IN_SECOND = 1000;
/** A watch does none of this. */
const AS_IT_IS = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

export function createMicrophone(channel: Channel) {
	const box = byId("microphone", HTMLFieldSetElement);
	const talk = byId("talk", HTMLButtonElement);
	const file = byId("sound", HTMLInputElement);
	const heard = byId("heard", HTMLOutputElement);
	let isHeld = false;
	let recorder: MediaRecorder | null = null;

	/** The button may be let go before the person has allowed the microphone. */
	async function begin(): Promise<void> {
		if (isHeld) return;
		hold(true);
		try {
			const stream = await navigator.mediaDevices.getUserMedia({ audio: AS_IT_IS });
			recorder = record(stream);
			if (!isHeld) end();
		} catch (error) {
			hold(false);
			heard.textContent = `The browser's microphone cannot be used: ${reasonOf(error)}`;
		}
	}

	function end(): void {
		hold(false);
		recorder?.stop();
		recorder = null;
	}

	function hold(on: boolean): void {
		isHeld = on;
		talk.ariaPressed = String(on);
	}

	function record(stream: MediaStream): MediaRecorder {
		const started = new MediaRecorder(stream);
		const parts: Blob[] = [];
		started.ondataavailable = ({ data }) => parts.push(data);
		started.onstop = () => {
			for (const track of stream.getTracks()) track.stop();
			void give(new Blob(parts));
		};
		started.start();
		return started;
	}

	async function give(sound: Blob): Promise<void> {
		try {
			channel.sendSound(toWav(await decode(sound), SAMPLES_PER_SECOND));
		} catch (error) {
			heard.textContent = `The browser cannot read this sound: ${reasonOf(error)}`;
		}
	}

	talk.onpointerdown = (event) => {
		talk.setPointerCapture(event.pointerId);
		void begin();
	};
	talk.onpointerup = end;
	talk.onpointercancel = end;
	talk.onkeydown = ({ key, repeat }) => {
		if (key === " " && !repeat) void begin();
	};
	talk.onkeyup = ({ key }) => {
		if (key === " ") end();
	};
	talk.onblur = end;
	file.onchange = () => {
		const [chosen] = file.files ?? [];
		if (chosen !== undefined) void give(chosen);
		file.value = "";
	};

	let shownMs = -1;
	return {
		/** What the watch hears stays written until it hears something else. */
		show(microphone: View["microphone"]): void {
			box.hidden = microphone === null;
			if (microphone === null || microphone.soundMs === shownMs) return;
			shownMs = microphone.soundMs;
			const seconds = (shownMs / MS_IN_SECOND).toFixed(1);
			heard.textContent =
				shownMs === 0 ? "The watch's recorder hears silence." : `The watch's recorder hears ${seconds} s of sound.`;
		},
	};
}

/** One channel at the watches' rate, whatever the browser recorded. */
async function decode(sound: Blob): Promise<Float32Array> {
	const decoder = new OfflineAudioContext(1, 1, SAMPLES_PER_SECOND);
	const decoded = await decoder.decodeAudioData(await sound.arrayBuffer());
	const mixed = new Float32Array(decoded.length);
	for (let channel = 0; channel < decoded.numberOfChannels; channel++) {
		decoded.getChannelData(channel).forEach((sample, at) => {
			mixed[at] = (mixed[at] ?? 0) + sample / decoded.numberOfChannels;
		});
	}
	return mixed;
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
