/** The process in which the vendor's packager runs: `node zpm-child.mjs OPTIONS_AS_JSON`. It logs as it likes and its exit code says nothing. */
import zpm from "@zeppos/zpm";

await zpm.start(JSON.parse(process.argv[2]));
