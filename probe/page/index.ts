/** The probe's page: begins the steps, and sends what face, page and workout have found to the Side Service. */
import { setPageBrightTime } from "@zos/display";
import { createWidget, prop, widget } from "@zos/ui";
import { decodeRows, HEAD, type Row, rowKey } from "../steps.ts";
import { read, write } from "../watch/disk.ts";
import { MARK } from "../watch/files.ts";
import { headLine } from "../watch/head.ts";
import { type Link, openLink } from "../watch/link.ts";
import { createRows, readRows } from "../watch/rows.ts";
import { runSteps } from "../watch/run.ts";
import { ask, say } from "../watch/screen.ts";
import { PAGE_STEPS } from "../watch/steps/index.ts";
import { threw, wordOf, yesNo } from "../watch/words.ts";

const OPENS = "opens.txt";
const LIT_MS = 600_000;
const ROW_MS = 10_000;
/** Characters of the report that a screen holds, in a type so small against the usual. */
const SCREENFUL = 150;
const SMALL = 0.75;

type Holder = { created?: string; given?: unknown; card?: boolean; pages?: number; opens?: string };

const rows = createRows("page");
const holder: Holder = Object(getApp()._options.globalData);
const page = { opens: "", builds: 0, earlyVisible: "", card: "apart" };
let handedOver: Row[] = [];
let link: Link | null = null;

/** What the app was created with, what the page was given, and the which page of this app it is. */
function noteOpening(given: unknown): void {
	holder.pages = (holder.pages ?? 0) + 1;
	const opening = `${holder.created ?? "none"}:${typeof given}:${holder.pages}`;
	const before = read(OPENS) ?? holder.opens;
	holder.opens = before === undefined ? opening : `${before},${opening}`;
	write(OPENS, holder.opens);
	page.opens = holder.opens;
	const texts = [holder.given, given].map((one) => (typeof one === "object" ? JSON.stringify(one) : String(one)));
	handedOver = texts.flatMap(decodeRows);
	page.card = holder.card === true ? "shared" : "apart";
}

function tryEarlyVisible(): string {
	const text = createWidget(widget.TEXT, { x: 0, y: 0, w: 1, h: 1, text: "" });
	return wordOf(() => {
		text.setProperty(prop.VISIBLE, false);
		return "ok";
	});
}

async function run(): Promise<void> {
	link ??= openLink(PROBE_APP_ID);
	await runSteps(PAGE_STEPS, rows, { link, page });
	await finish(link);
}

/** The face's: out of its file, or as it handed them over, where the one or the other works. */
function rowsOfFace(): Row[] {
	const read = readRows("face", PROBE_FACE_ID);
	return read.length > 0 ? read : handedOver;
}

function linesOfAll(): (readonly [key: string, says: string])[] {
	const all = [...rows.all(), ...rowsOfFace(), ...readRows("workout", PROBE_WORKOUT_ID)];
	return [[HEAD, headLine()], ...all.map(({ step, surface, says }) => [rowKey(step, surface), says] as const)];
}

async function isKept(to: Link, key: string, says: string): Promise<boolean> {
	return (await to.call("row", { key, says }, ROW_MS))?.kept === true;
}

/** How many lines the phone has acknowledged: none goes out after one that was lost twice. */
async function send(to: Link, lines: ReturnType<typeof linesOfAll>): Promise<number> {
	say("Sending the report to the phone.");
	let kept = 0;
	for (const [key, says] of lines) {
		if (!(await isKept(to, key, says))) {
			await to.shake();
			if (!(await isKept(to, key, says))) break;
		}
		kept++;
	}
	return kept;
}

/** For a watch that does not reach its phone: the lines one by one, to be photographed. True where the owner starts anew. */
async function readOut(lines: ReturnType<typeof linesOfAll>): Promise<boolean> {
	for (const [key, says] of lines) {
		for (let at = 0; at < says.length; at += SCREENFUL) {
			const words = `${key}: ${says.slice(at, at + SCREENFUL)}`;
			await ask(words, { yes: "NEXT", no: "", size: SMALL });
		}
	}
	return !(await ask("That was all. NEW forgets it and begins again.", { yes: "BACK", no: "NEW" }));
}

async function finish(to: Link): Promise<void> {
	for (;;) {
		const lines = linesOfAll();
		const kept = await send(to, lines);
		const words = `${kept} of ${lines.length} lines are on the phone. After a workout with the probe's page, tap SEND.`;
		if (await ask(words, { yes: "SEND", no: "READ" })) continue;
		if (await readOut(lines)) break;
	}
	rows.clear();
	return run();
}

Page({
	onInit(given?: unknown) {
		wordOf(() => noteOpening(given));
	},
	build() {
		page.builds++;
		page.earlyVisible = tryEarlyVisible();
		wordOf(() => setPageBrightTime({ brightTime: LIT_MS }));
		const isMarked = write(MARK, MARK);
		const words = `Watch probe. Open it from the face twice, then tap RUN. Disk: ${yesNo(isMarked)}`;
		ask(words, { yes: "RUN", no: "" })
			.then(run)
			.catch((error) => say(threw(error)));
	},
	onDestroy() {
		link?.close();
	},
});
