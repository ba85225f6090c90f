import { expect, test } from "vitest";
import { bench } from "./__fixtures__/bench.ts";
import { memoryStorage } from "./storage.ts";

const FACE = 20001;

/** A face of two backgrounds and a part with two things to show (DOC watchface/api/hmUI/widget/edit_watchface). */
const CODE = `WatchFace({ build() {
	const bg = createWidget(widget.WATCHFACE_EDIT_BG, { edit_id: 103, x: 0, y: 0, count: 2, default_id: 1,
		bg_config: [{ id: 1, preview: 'a.png', path: 'b.png' }, { id: 2, preview: 'c.png', path: 'd.png' }] })
	const part = createWidget(widget.WATCHFACE_EDIT_GROUP, { edit_id: 101, x: 100, y: 100, w: 100, h: 100, count: 2, default_type: 100001,
		optional_types: [{ type: 100001, preview: 'e.png', title_en: 'One' }, { type: 100002, preview: 'f.png', title_en: 'Two' }] })
	console.log(bg.getProperty(prop.CURRENT_TYPE), part.getProperty(prop.CURRENT_TYPE))
} })`;

function face(storage = memoryStorage(), editable = true) {
	const made = bench({ storage });
	made.install({ scripts: { "watchface/index": CODE }, editable });
	made.watch.showFace(FACE);
	return made;
}

test("a face shows what it begins with until somebody edits it", () => {
	expect(face().said()).toEqual(["1 100001"]);
});

test("holding a face opens its editor, a tap gives a part its next, a tap elsewhere the next background, and home goes back", () => {
	const { watch, said } = face();
	watch.longPress(300, 300);
	expect(watch.scene().editing?.active).toBe(true);
	watch.tap(150, 150);
	watch.tap(300, 300);
	watch.home();
	expect(watch.scene().editing?.active).toBe(false);
	expect(said().at(-1)).toBe("2 100002");
	watch.longPress(300, 300);
	watch.tap(150, 150);
	watch.key("home");
	expect(said().at(-1)).toBe("2 100001");
	expect(watch.crashes()).toEqual([]);
});

test("a choice outlives the watch's restart, and is asked for by its name", () => {
	const storage = memoryStorage();
	const first = face(storage);
	first.watch.editor.open();
	expect(first.watch.editor.parts().map(({ id, kind, chosen }) => [id, kind, chosen])).toEqual([
		[103, "background", 1],
		[101, "part", 100001],
	]);
	first.watch.editor.choose(101, 100002);
	first.watch.home();
	first.watch.restart();
	expect(first.said().at(-1)).toBe("1 100002");
	expect(face(storage).said()).toEqual(["1 100002"]);
});

test("a face that says it cannot be edited is not", () => {
	const { watch } = face(memoryStorage(), false);
	watch.longPress(300, 300);
	expect(watch.scene().editing?.active).toBe(false);
});
