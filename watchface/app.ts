/** The face's app. A face needs none of an app's life, and carries no transport. */
App({});
