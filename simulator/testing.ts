/** What tests of packages take beside the public list: a watch on a bench, a scene without a package, and real sound. */
export { peakCorrelation } from "./recorder/__fixtures__/correlation.ts";
export { speak } from "./recorder/__fixtures__/speech.ts";
export { complaints, encodeMp3, encodeOgg, play, playMp3, sayAloud } from "./recorder/__fixtures__/tools.ts";
export { wavFile } from "./recorder/__fixtures__/wav-file.ts";
export { sceneOf } from "./screen/sample-scene.ts";
export { bench, deviceOf, START } from "./watch/__fixtures__/bench.ts";
