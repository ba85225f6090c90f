/**
 * The page on which an answer is spoken: fetches its sound from the phone in pieces, plays it when it is whole, and leads back to the
 * answer. Owns the sound's file as long as the page stands. Rule: a tap is one sound, however often the link is cut; what was fetched
 * stays, and the file goes with the page.
 */
import type { Launch } from "../core/ask/launch.ts";
import type { Fault } from "../core/faults.ts";
import { DEFAULT_ACCENT } from "../core/ink.ts";
import type { Reply } from "../core/wire/protocol.ts";
import { unpackSound } from "../core/wire/wire.ts";
import { now } from "../device/clock.ts";
import { hold, isScreenOn, release } from "../device/display.ts";
import { files } from "../device/files.ts";
import { readLook } from "../device/glance-store.ts";
import { openPhone, type Phone, readReply } from "../device/link/phone.ts";
import { createPlayer } from "../device/player.ts";
import { SOUND } from "../device/recording.ts";
import { createSoundFile, type SoundFile } from "../device/sound-file.ts";
import { timers } from "../device/timers.ts";
import { tools } from "./kit/desk.ts";
import { countOn } from "./kit/elapsed.ts";
import { go, onLeave } from "./kit/go.ts";
import type { Saying, Tap } from "./kit/model.ts";
import { draw, openScreen } from "./kit/screen.ts";
import { sayingView, soundFaultView } from "./views/saying-view.ts";

const TICK_MS = 1_000;
/** The phone asks a provider for it; and a piece takes some two seconds, one that takes longer was lost. */
const MAKING_LIMIT_MS = 60_000;
const PIECE_LIMIT_MS = 8_000;
/** Pieces lost in a row before the phone counts as away. */
const LOSSES = 3;
/** For all of it: made, fetched, heard. */
const HOLD_MS = 180_000;

const player = createPlayer(timers);
const { accent } = readLook(files) ?? { accent: DEFAULT_ACCENT };

let saying: Saying = { kind: "making", since: 0, seconds: 0 };
let phone: Phone;
let file: SoundFile;
let id = "";
/** Tells this tap from others. */
let tap = 0;
let at = 0;
let losses = 0;
let timer = 0;
let isLeft = false;

export function openSaying(launch: Launch): void {
	onLeave(closeSaying);
	openScreen(tapped);
	id = launch.kind === "row" ? launch.id : "";
	phone = openPhone((message) => {
		const piece = unpackSound(message);
		return piece === null ? readReply(message) : Object.assign(piece, { kind: "sound" as const });
	});
	phone.link.onStatus((connected) => {
		if (connected && saying.kind === "fault" && saying.fault.code === "phone-away") goOn();
	});
	begin();
}

function closeSaying(): void {
	isLeft = true;
	timers.clear(timer);
	player.stop();
	phone.link.onStatus(null);
	phone.close();
	file.remove();
	release();
}

function begin(): void {
	tap = now();
	at = 0;
	file = createSoundFile();
	goOn();
}

/** From where it was cut. */
function goOn(): void {
	losses = 0;
	hold(HOLD_MS);
	if (at === 0) turnTo({ kind: "making", since: now(), seconds: 0 });
	fetchPiece();
}

function fetchPiece(): void {
	const limitMs = at === 0 ? MAKING_LIMIT_MS : PIECE_LIMIT_MS;
	phone.link.request({ method: "say", id, n: tap, at }, limitMs, taken);
}

function taken(outcome: Reply | Fault): void {
	if (isLeft) return;
	if ("code" in outcome) {
		if (outcome.code === "phone-away" && ++losses < LOSSES) fetchPiece();
		else fail(outcome);
	} else if (outcome.kind === "fault") fail(outcome.fault);
	else if (outcome.kind !== "sound" || outcome.at !== at || !file.add(outcome.bytes)) fail({ code: "bad-answer" });
	else {
		const { bytes, total } = outcome;
		at += bytes.length;
		losses = 0;
		turnTo({ kind: "coming", at, total });
		if (at >= total) playWhole(total);
		else if (bytes.length > 0) fetchPiece();
		else fail({ code: "bad-answer" });
	}
}

function playWhole(total: number): void {
	if (!file.isWhole(total)) {
		fail({ code: "bad-answer" });
		return;
	}
	player.play(SOUND, (heard) => {
		if (heard === "plays") turnTo({ kind: "plays" });
		else if (heard === "ends") back();
		else fail({ code: "bad-answer" });
	});
}

function fail(fault: Fault): void {
	// What was fetched is gone on with when the phone is back: the page stays for that.
	if (fault.code !== "phone-away") {
		release();
		file.remove();
	}
	turnTo({ kind: "fault", fault });
}

function tick(): void {
	timer = timers.set(tick, TICK_MS);
	if (saying.kind !== "making" || !isScreenOn()) return;
	saying = countOn(saying, now());
	paint();
}

function turnTo(next: Saying): void {
	timers.clear(timer);
	saying = next;
	if (next.kind === "making") timer = timers.set(tick, TICK_MS);
	paint();
}

function back(): void {
	go("read", { kind: "row", id });
}

function tapped({ kind }: Tap): void {
	if (kind === "cancel" || kind === "home") back();
	else if (kind === "retry" && saying.kind === "fault") {
		if (saying.fault.code === "phone-away") goOn();
		else begin();
	}
}

function paint(): void {
	draw(saying.kind === "fault" ? soundFaultView(saying.fault, accent, tools) : sayingView(saying, accent, tools));
}
