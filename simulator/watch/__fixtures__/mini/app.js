import { BaseApp } from "@zeppos/zml/base-app";

App(
	BaseApp({
		globalData: {},
		onCreate(params) {
			console.log("created", params || "without params");
		},
	}),
);
