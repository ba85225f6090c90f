/** What watches and phones do one way or another: as the documents say, unless a switch says otherwise. Owns the list. */

/** How the watch starts apps, hands them their params and shows what they draw. */
export type WatchHabits = {
	/** The card is added: app.js is created with it, and never again when the page opens. */
	warmApp: boolean;
	/** Who gets the params of launchApp. */
	launchParams: "app" | "page" | "both";
	/** Whether a page gets its params as the object that they were made of. */
	paramsAsObject: boolean;
	/** How often `build` is called for one evaluation of a module, each time on an empty screen. */
	builds: number;
	/** ms that the screen is black, and takes no touch, between a page and the one that replaces it. */
	replaceMs: number;
	/** ms that a page lives on that was replaced, with its listeners, before it is destroyed. */
	replacedMs: number;
	/** With the screen off no minute is told, and nothing that is drawn then is shown. */
	silentInTheDark: boolean;
	/** The face is not resumed when the app over it ends. */
	faceSleepsOn: boolean;
	/** A widget takes the taps on its box from those below, whether it has a use for them or not. */
	widgetsBlock: boolean;
	/** px on top of a square page that the system's status bar covers, even when it was hidden. */
	stubbornBar: boolean;
	/** Bytes come as buffers of another realm, so that `instanceof ArrayBuffer` is false. */
	foreignBuffers: boolean;
	/** How often an alarm opens what it is for when it is due. */
	alarmRings: 0 | 1 | 2;
	/** ms until a service is ended that an alarm or a notification has woken. */
	serviceMs: number;
	/** A new listener of the radio ends the radio's first. */
	oneListener: boolean;
};

/** How the Zepp app treats Side Services. */
export type PhoneHabits = {
	/** CLOSE from the watch ends the Side Service. */
	closeEnds: boolean;
	/** Only SHAKE starts a Side Service; data for one that is gone is answered by CLOSE. */
	staleClose: boolean;
	/** ms until SHAKE is answered. */
	shakeMs: number;
	/** SHAKE ends a Side Service that runs and starts it anew. */
	shakeRestarts: boolean;
	/** SHAKE frames come to the Side Service, which has to answer them. */
	serviceShakes: boolean;
	/** Characters of a value that the settings storage keeps; a longer one is dropped without a word. */
	longestValue: number;
	/** A redirect to another host takes every header along but `Authorization`. */
	redirectsKeepHeaders: boolean;
};

export const DOCUMENTED_WATCH: WatchHabits = {
	warmApp: false,
	launchParams: "app",
	paramsAsObject: false,
	builds: 1,
	replaceMs: 0,
	replacedMs: 0,
	silentInTheDark: false,
	faceSleepsOn: false,
	widgetsBlock: false,
	stubbornBar: false,
	foreignBuffers: false,
	alarmRings: 1,
	serviceMs: 600,
	oneListener: false,
};

export const DOCUMENTED_PHONE: PhoneHabits = {
	closeEnds: false,
	staleClose: false,
	shakeMs: 0,
	shakeRestarts: false,
	serviceShakes: false,
	longestValue: Number.POSITIVE_INFINITY,
	redirectsKeepHeaders: false,
};
