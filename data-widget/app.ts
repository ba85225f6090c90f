/** The workout extension's app. It carries no transport: everything it shows is on the watch already. */
App({});
