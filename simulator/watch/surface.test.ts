import { describe, expect, test } from "vitest";
import { textsOf } from "../person.ts";
import { bench } from "./__fixtures__/bench.ts";

/** A page whose build is `code`; what it prints is `said`. */
function page(code: string, options: Parameters<typeof bench>[0] = {}) {
	const made = bench(options);
	made.install({ scripts: { "page/index": `Page({ build() { ${code} } })` } });
	made.watch.launch(20001);
	return made;
}

describe("widgets", () => {
	test("are listed with what was set, in the order of creation", () => {
		const { watch } =
			page(`const t = createWidget(widget.TEXT, { x: 1, y: 2, text: 'a' }); const g = createWidget(widget.GROUP, { x: 5, y: 5, w: 50, h: 50 })
			g.createWidget(widget.IMG, { src: 'a.png' }); t.setProperty(prop.MORE, { text: 'b', color: 255 }); t.setProperty(prop.X, 9)
			const gone = createWidget(widget.CIRCLE, {}); deleteWidget(gone); g.setProperty(prop.VISIBLE, false)`);
		expect(watch.scene().widgets).toMatchObject([
			{ id: 1, type: "TEXT", props: { x: 9, y: 2, text: "b", color: 255 }, parent: null, visible: true },
			{ id: 2, type: "GROUP", visible: false },
			{ id: 3, type: "IMG", parent: 2 },
		]);
		expect(watch.counters(20001)).toMatchObject({ widgetsCreated: 4, propertiesSet: 4 });
	});

	test("can be asked for their properties, by getters too from API level 4.0", () => {
		const ask = `const t = createWidget(widget.TEXT, { x: 1, w: 20, text: 'a' }); t.setProperty(prop.DATASET, { k: 1 })
			console.log(t.getProperty(prop.W), t.getProperty(prop.MORE, {}).text, t.getProperty(prop.DATASET).k, t.getProperty(prop.VISIBLE), t.text)`;
		expect(page(ask).said()).toEqual(["20 a 1 true a"]);
		expect(page(ask, { deviceId: "falcon" }).said()).toEqual(["20 a 1 true undefined"]);
	});

	test("of a deleted container go with it", () => {
		const { watch } = page(
			`const g = createWidget(widget.GROUP, {}); g.createWidget(widget.TEXT, {}); deleteWidget(g)`,
		);
		expect(watch.scene().widgets).toEqual([]);
	});

	test("keep what a canvas and a polyline have drawn", () => {
		const { watch } = page(`const c = createWidget(widget.CANVAS, {}); c.setPaint({ color: 1 }); c.drawLine({ x1: 1 })
			createWidget(widget.GRADKIENT_POLYLINE, {}).addLine({ count: 2 })`);
		const [canvas, line] = watch.scene().widgets;
		expect(canvas?.props.draws).toEqual([
			{ call: "setPaint", param: { color: 1 } },
			{ call: "drawLine", param: { x1: 1 } },
		]);
		expect(line?.props.lines).toEqual([{ count: 2 }]);
	});

	test("measure text as the screen does", () => {
		const { said } =
			page(`const f = r('@zos/ui').getTextLayout; const a = f('turn right and go along', { text_size: 30, text_width: 200 })
			const b = f('turn right and go along', { text_size: 30, text_width: 0, wrapped: 0 }); console.log(a.rows > 1, a.width <= 200, b.rows, b.width > 200)`);
		expect(said()).toEqual(["true true 1 true"]);
	});
});

describe("a finger", () => {
	test("meets the topmost widget that reacts: buttons and listeners", () => {
		const { watch, said } =
			page(`createWidget(widget.BUTTON, { x: 0, y: 100, w: 480, h: 280, click_func(w) { console.log('under', w.getId()) } })
			const i = createWidget(widget.FILL_RECT, { x: 200, y: 200, w: 80, h: 80 })
			i.addEventListener(event.CLICK_DOWN, (e) => console.log('down', e.x, e.y)); i.addEventListener(event.CLICK_UP, () => console.log('up'))
			createWidget(widget.TEXT, { x: 0, y: 0, w: 480, h: 480, text: 'over all' })`);
		expect(watch.tap(240, 240)).toBe(2);
		expect(watch.tap(100, 240)).toBe(1);
		expect(watch.tap(240, 50)).toBeNull();
		expect(said()).toEqual(["down 240 240", "up", "under 1"]);
	});

	test("moves a list, taps the row that is there then, and what changes a row is seen", async () => {
		const row = `{ type_id: 1, item_height: 100, item_bg_color: 0, item_bg_radius: 0,
			text_view: [{ x: 0, y: 0, w: 400, h: 100, key: 'name' }], image_view: [{ x: 400, y: 0, w: 80, h: 100, key: 'del', action: true }] }`;
		const { watch } = page(`const rows = Array.from({ length: 8 }, (_, i) => ({ name: 'row ' + i, del: '' }))
			const list = createWidget(widget.SCROLL_LIST, { x: 0, y: 40, w: 480, h: 400, item_space: 0, item_config: [${row}], item_config_count: 1,
				data_array: rows, data_count: 8, item_click_func(l, index, key) {
					if (key === 'del') list.setProperty(prop.DELETE_ITEM, { index })
					else list.setProperty(prop.UPDATE_ITEM, { index, item_data: { name: 'touched', del: '' } })
				} })`);
		const rows = () => textsOf(watch).map(({ text }) => text);
		expect(rows()).toEqual(["row 0", "row 1", "row 2", "row 3"]);
		watch.swipe("up");
		watch.swipe("up");
		expect(rows()).toEqual(["row 4", "row 5", "row 6", "row 7"]);
		watch.tap(100, 90);
		watch.tap(440, 190);
		expect(rows()).toEqual(["row 3", "touched", "row 6", "row 7"]);
		watch.crown(30);
		expect(rows()).toEqual(["row 0", "row 1", "row 2", "row 3"]);
	});

	test("stands at the top of a list again after new data, unless it is told to stay", () => {
		const { watch } =
			page(`const data = (word) => ({ data_array: Array.from({ length: 8 }, (_, i) => ({ name: word + i })), data_count: 8 })
			const list = createWidget(widget.SCROLL_LIST, { x: 0, y: 40, w: 480, h: 400, item_config_count: 1, ...data('a'),
				item_config: [{ item_height: 150, item_bg_color: 0, item_bg_radius: 0, text_view: [{ x: 0, y: 0, w: 480, h: 150, key: 'name' }] }],
				item_click_func: (l, i) => list.setProperty(prop.UPDATE_DATA, i === 3 ? { ...data('b'), on_page: 1 } : data('c')) })`);
		const rows = () => textsOf(watch).map(({ text }) => text);
		watch.swipe("up");
		watch.tap(240, 200);
		expect(rows()).toEqual(["b2", "b3", "b4"]);
		watch.tap(240, 350);
		expect(rows()).toEqual(["c0", "c1", "c2"]);
	});

	test("moves a container that is longer than it shows, and no other", () => {
		const { watch } = page(`for (const [x, scroll_enable] of [[0, 1], [240, 0]]) {
			const c = createWidget(widget.VIEW_CONTAINER, { x: 0, y: 0, w: 480, h: 480, scroll_enable, z_index: scroll_enable })
			c.createWidget(widget.TEXT, { x, y: 900, w: 240, h: 60, text: 'end ' + scroll_enable }) }`);
		expect(textsOf(watch)).toEqual([]);
		for (let turn = 0; turn < 3; turn++) watch.swipe("up");
		expect(textsOf(watch).map(({ text }) => text)).toEqual(["end 1"]);
	});

	test("finds each container on the page of the swiper that it names", () => {
		const { watch } = page(`const { setScrollMode, SCROLL_MODE_SWIPER_HORIZONTAL } = r('@zos/page')
			setScrollMode({ mode: SCROLL_MODE_SWIPER_HORIZONTAL, options: { width: 480, count: 2 } })
			for (const page of [0, 1]) createWidget(widget.VIEW_CONTAINER, { x: 0, y: 0, w: 480, h: 480, scroll_enable: 1, page })
				.createWidget(widget.TEXT, { x: 0, y: 200, w: 480, h: 60, text: 'page ' + page })`);
		const seen = () => textsOf(watch).map(({ text }) => text);
		expect(seen()).toEqual(["page 0"]);
		watch.swipe("left");
		expect(seen()).toEqual(["page 1"]);
	});

	test("is not heard by a listener that was taken off", () => {
		const { watch, said } =
			page(`const i = createWidget(widget.FILL_RECT, { x: 0, y: 0, w: 480, h: 480 }); const a = () => console.log('a'), b = () => console.log('b')
			i.addEventListener(event.CLICK_UP, a); i.addEventListener(event.CLICK_UP, b); i.removeEventListener(event.CLICK_UP, a)`);
		watch.tap(240, 240);
		watch.tap(240, 240);
		expect(said()).toEqual(["b", "b"]);
	});

	test("presses long, switches and chooses", () => {
		const { watch, said } =
			page(`createWidget(widget.BUTTON, { x: 0, y: 200, w: 480, h: 80, click_func() { console.log('click') }, longpress_func() { console.log('long') } })
			createWidget(widget.SLIDE_SWITCH, { x: 200, y: 20, w: 96, h: 64, checked_change_func: (s, on) => console.log('switch', on) })
			const g = createWidget(widget.RADIO_GROUP, { x: 0, y: 300, w: 480, h: 64, check_func: (g, i, on) => console.log('option', i, on) })
			const b = [100, 200].map((x) => g.createWidget(widget.STATE_BUTTON, { x, y: 0, w: 64, h: 64 })); g.setProperty(prop.INIT, b[0])`);
		watch.longPress(240, 240);
		watch.tap(240, 50);
		watch.tap(230, 330);
		expect(said()).toEqual(["long", "switch true", "option 1 true"]);
		expect(
			watch
				.scene()
				.widgets.slice(3)
				.map(({ props }) => props.checked),
		).toEqual([false, true]);
	});

	test("swipes: the page is asked first, else right goes back and up scrolls", async () => {
		const { watch, clock } = page("createWidget(widget.TEXT, { x: 0, y: 900, w: 480, h: 100 })");
		watch.swipe("up");
		expect(watch.scene().scroll).toEqual({ x: 0, y: 360 });
		watch.swipe("up");
		expect(watch.scene().scroll).toEqual({ x: 0, y: 520 });
		watch.swipe("right");
		await clock.runFor(1);
		expect(watch.surface()).toBeNull();
		const other = page(
			"r('@zos/interaction').onGesture({ callback: (e) => { console.log(e === r('@zos/interaction').GESTURE_RIGHT); return true } })",
		);
		other.watch.swipe("right");
		await other.clock.runFor(1);
		expect(other.said()).toEqual(["true"]);
		expect(other.watch.surface()).not.toBeNull();
	});

	test("turns the crown and presses keys", async () => {
		const { watch, said, clock } =
			page(`const i = r('@zos/interaction'); i.onDigitalCrown({ callback: (k, d) => console.log(k === i.KEY_HOME, d) })
			i.onKey({ callback: (k, e) => { console.log(k === i.KEY_SELECT, e === i.KEY_EVENT_CLICK); return k === i.KEY_BACK } })`);
		watch.crown(-15);
		watch.key("select");
		watch.key("back");
		await clock.runFor(1);
		expect(said()).toEqual(["true -15", "true true", "false true"]);
		expect(watch.surface()).not.toBeNull();
		watch.key("home");
		await clock.runFor(1);
		expect(watch.surface()).toBeNull();
	});
});

describe("a dialog", () => {
	const MODAL = (more: string) => `const i = r('@zos/interaction'); const m = i.createModal({ content: 'Sure?', ${more}
		onClick: ({ type }) => console.log(type === i.MODAL_CONFIRM) }); console.log(typeof m.show)`;

	// DOC interaction/createModal: its picture has a cross on the left and a tick on the right.
	test("cancels on its left, confirms on its right, and goes by itself", () => {
		const { watch, said } = page(MODAL(""));
		watch.tap(360, 240);
		expect(said()).toEqual(["function", "true"]);
		expect(watch.scene().widgets).toMatchObject([{ type: "DIALOG", visible: false, props: { text: "Sure?" } }]);
		expect(watch.tap(360, 240)).toBeNull();
	});

	test("stays where the package wants to hide it", () => {
		const { watch, said } = page(MODAL("autoHide: false,"));
		watch.tap(120, 240);
		watch.tap(120, 240);
		expect(said()).toEqual(["function", "false", "false"]);
	});

	test("is hidden at first when made by createDialog", () => {
		const { watch, said } =
			page(`const d = r('@zos/ui').createDialog({ title: 'T', auto_hide: false, click_listener: ({ type }) => { console.log(type); d.show(false) } })
			setTimeout(() => d.show(true), 10)`);
		expect(watch.tap(360, 240)).toBeNull();
		expect(said()).toEqual([]);
	});
});

describe("a page with a swiper", () => {
	// DOC page/setScrollMode
	const swiper = (mode: string, more = "") => `const p = r('@zos/page');
		p.setScrollMode({ mode: p.${mode}, options: { count: 3, width: 480, height: 480, modeParams: { on_page: (n) => console.log('page', n), ${more} } } });
		for (let n = 0; n < 3; n++) createWidget(widget.BUTTON, { x: 480 * n, y: 0, w: 480, h: 480, click_func: () => console.log('tap', n, p.getSwiperIndex()) });`;

	test("that is horizontal turns to the left and back, and goes back from its first page", () => {
		const { watch, said } = page(swiper("SCROLL_MODE_SWIPER_HORIZONTAL"));
		watch.swipe("up");
		for (const direction of ["left", "left", "left"] as const) watch.swipe(direction);
		watch.tap(240, 240);
		for (const direction of ["right", "right"] as const) watch.swipe(direction);
		watch.tap(240, 240);
		expect(said()).toEqual(["page 1", "page 2", "tap 2 2", "page 1", "page 0", "tap 0 0"]);
		watch.swipe("right");
		expect(watch.surface()).toBeNull();
	});

	test("that is vertical turns up and down, and by the crown unless it says otherwise", () => {
		const { watch, said } = page(swiper("SCROLL_MODE_SWIPER"));
		watch.swipe("up");
		watch.crown(-30);
		expect(watch.scene().scroll).toEqual({ x: 0, y: 960 });
		watch.crown(30);
		expect(said()).toEqual(["page 1", "page 2", "page 1"]);
		const still = page(swiper("SCROLL_MODE_SWIPER", "crown_enable: false"));
		still.watch.crown(-30);
		expect(still.said()).toEqual([]);
	});
});

describe("the system keyboard", () => {
	const OPEN = `const ui = r('@zos/ui'); ui.createKeyboard({ inputType: ui.inputType.VOICE, text: 'so far', onComplete: (k, { data }) => { console.log('said', data); ui.deleteKeyboard() },
		onCancel: () => { console.log('cancelled'); ui.deleteKeyboard() } }); createWidget(widget.BUTTON, { x: 0, y: 0, w: 480, h: 480, click_func() { console.log('tap') } })`;

	test("covers the page until the package closes it, and hands over what was said", () => {
		const { watch, said } = page(OPEN);
		expect(watch.keyboard()).toEqual({ inputType: "VOICE", text: "so far" });
		expect(watch.tap(240, 240)).toBeNull();
		expect(watch.dictate("how are you")).toBe(true);
		expect(watch.keyboard()).toBeNull();
		expect(watch.type("late")).toBe(false);
		watch.tap(240, 240);
		expect(said()).toEqual(["said how are you", "tap"]);
	});

	test("is cancelled by a swipe to the right and by back, which stay on the page", async () => {
		const { watch, said, clock } = page(OPEN);
		watch.swipe("right");
		await clock.runFor(1);
		expect(said()).toEqual(["cancelled"]);
		expect(watch.surface()).not.toBeNull();
	});
});

describe("the link of a page", () => {
	test("carries bytes both ways, unchanged", () => {
		const { watch, radio, said } =
			page(`const b = r('@zos/ble'); b.createConnect((n, data, size) => console.log(n, size, new Uint8Array(data).join()))
			const buffer = Buffer.alloc(256); for (let i = 0; i < 256; i++) buffer[i] = i; console.log(buffer.buffer.byteLength)
			console.log(!!b.send(buffer.buffer, 256), b.connectStatus())`);
		radio.deliver(20001, [0, 255, 128]);
		expect(radio.sent).toEqual([{ appId: 20001, bytes: Array.from({ length: 256 }, (_, i) => i) }]);
		expect(said()).toEqual(["256", "true true", "1 3 0,255,128"]);
		watch.home();
		expect(radio.isOpen(20001)).toBe(false);
	});

	test("tells of its loss, until the listener is removed", () => {
		const { radio, said } = page(
			`const b = r('@zos/ble'); b.addListener((on) => { console.log(on); if (on) b.removeListener() })`,
		);
		radio.setConnected(false);
		radio.setConnected(true);
		radio.setConnected(false);
		expect(said()).toEqual(["false", "true"]);
	});
});
