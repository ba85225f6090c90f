/**
 * The probe's page in a workout. Steps `sport` and `files`: what getSportData calls its values and in which unit, told beside
 * what the watch itself shows. The values stay on the watch.
 */
import { getSportData } from "@zos/app-access";
import { getDeviceInfo } from "@zos/device";
import { getDistanceUnit } from "@zos/settings";
import { createWidget, deleteWidget, edit_widget_group_type, sport_data, widget } from "@zos/ui";
import { tryPaths } from "../watch/files.ts";
import { buttonLook, part, sizeFor, textLook } from "../watch/look.ts";
import { createReadout } from "../watch/readout.ts";
import { createRows } from "../watch/rows.ts";
import { threw, word, wordOf } from "../watch/words.ts";

const TYPES = ["distance", "pace", "duration", "speed", "calories"];

const rows = createRows("workout");
const showNext = createReadout(rows);
const found: string[] = [];
let same = "not asked";
let handles: ReturnType<typeof createWidget>[] = [];

function saySport(): void {
	rows.put("sport", `unit=${wordOf(getDistanceUnit)} ${found.join(" ")} same_as_shown=${same}`);
}

/** The names of the record and the unit that it names; of its value only what kind it is. */
function describe(type: string, code: unknown, data: unknown): string {
	if (code !== 0) return `${type}{code:${word(code)}}`;
	const record: Record<string, unknown> = Object(JSON.parse(String(data))[0]);
	const names = Object.keys(record).map((key) => (key === "name" ? `name:${word(record.name)}` : key));
	return `${type}{${names.join(",")}}`;
}

function readAll(types: readonly string[], shown: (distance: string) => void): void {
	const [type, ...rest] = types;
	if (type === undefined) {
		saySport();
		return;
	}
	const asked = wordOf(() =>
		getSportData({ type }, ({ code, data }) => {
			found.push(wordOf(() => describe(type, code, data)));
			if (type === "distance") wordOf(() => shown(String(Object(JSON.parse(data)[0]).distance)));
			readAll(rest, shown);
		}),
	);
	if (asked !== "true") {
		found.push(`${type}=${asked}`);
		readAll(rest, shown);
	}
}

function build(): void {
	const screen = getDeviceInfo();
	const at = (y: number, h: number, x = 0.2, w = 0.6) => part(screen, x, y, w, h);
	const text = (place: object, words: string) =>
		handles.push(createWidget(widget.TEXT, { ...textLook(screen), ...place, text: words }));
	const button = (place: object, label: string) =>
		handles.push(
			createWidget(widget.BUTTON, {
				...buttonLook(screen),
				...place,
				text: label,
				click_func: () => {
					same = label === "YES" ? "yes" : "no";
					wordOf(saySport);
					wordOf(showNext);
				},
			}),
		);
	for (const handle of handles) deleteWidget(handle);
	handles = [];
	text(at(0.14, 0.17), "Are both distances the same?");
	readAll(TYPES, (distance) => text(at(0.32, 0.12), distance));
	const type: number = widget.SPORT_DATA;
	createWidget(type, {
		...at(0.46, 0.18),
		edit_id: 1,
		category: edit_widget_group_type.SPORTS,
		default_type: sport_data.DISTANCE_TOTAL,
		text_size: sizeFor(screen),
		text_color: 0xffffff,
		text_x: 0,
		text_y: 0,
		text_w: at(0, 0).w,
		text_h: at(0, 0.12).h,
		rect_visible: false,
	});
	button(at(0.68, 0.14, 0.16, 0.32), "YES");
	button(at(0.68, 0.14, 0.52, 0.32), "NO");
}

DataWidget({
	build() {
		try {
			rows.put("files", tryPaths());
			build();
		} catch (error) {
			rows.put("sport", threw(error));
		}
	},
});
