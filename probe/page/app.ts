/** The probe's app. Step `launch`: what it was created with. Card and page find it in `globalData`, if they share the app. */
const globalData: { created?: string; given?: unknown } = {};

App({
	globalData,
	onCreate(params?: unknown) {
		globalData.created = typeof params;
		globalData.given = params;
	},
});
