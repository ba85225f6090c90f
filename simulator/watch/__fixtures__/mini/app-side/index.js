import { BaseSideService } from "@zeppos/zml/base-side";

AppSideService(
	BaseSideService({
		onRequest(request, respond) {
			respond(null, { text: `${request.params.text}!` });
		},
	}),
);
