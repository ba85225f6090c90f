/**
 * The public list of the simulator: a Zepp OS watch and a phone in one process, on one clock. What stands here is kept; what
 * does not may change at any time. Tests of packages find a bench and sounds in `testing.ts`.
 */

/* Packages: somebody's project folder as a file, and a file as what a watch runs. */
export { packProject } from "../packing/pack-project.ts";
/* What flags of commands mean that run it; and one process at a time holds a state's folder. */
export { claimPort, decodeLanguage, decodeWatch } from "./cli/values.ts";
/* A watch, a phone and the link between them. */
export type { Clock } from "./clock.ts";
export { createDesktop, type Desktop, type DesktopOptions, type LogEntry } from "./desktop.ts";
/* The watches that there are. */
export { DEVICES, type Device, findDevice } from "./devices.ts";
/* The link, and each end alone. */
export { readFrame } from "./link/frame.ts";
export { createLink, type Link, type LinkCounters, parseLink, type Traffic } from "./link/link.ts";
export { GOOD_LINK, type LinkModel } from "./link/model.ts";
export { createLiveClock } from "./live-clock.ts";
export { type OpenedPackage, openPackage } from "./package/open-package.ts";
/* A person who reads and taps. */
export { linesIn, NotOnScreen, sees, tapText, textsOf } from "./person.ts";
export { createPhone, type Phone } from "./phone/phone.ts";
export { DEFAULT_PHONE, type PhoneProfile, parsePhone } from "./phone/profile.ts";
export type { SettingsNode } from "./phone/settings-node.ts";
/* What a real watch or phone may do otherwise than documented. */
export { DOCUMENTED, PLATFORM_SWITCHES, type Platform, type PlatformSwitch, parsePlatform } from "./platform/index.ts";
/* Chance from a seed, as the link takes it. */
export { createRandom, type Random } from "./random.ts";
/* Sound: what a person says, and the watch's recorder. */
export { MICROPHONE_RATE, type RecordOptions, recordWav } from "./recorder/record.ts";
export { lengthOfWav, readWav } from "./recorder/wav.ts";
/* Pictures: drawing, texts laid out as a watch does, and measures of what was drawn. */
export { TEXT_STYLE } from "./screen/constants.ts";
export { type Drawn, drawScene } from "./screen/draw.ts";
export { fontFor } from "./screen/fonts.ts";
export { boxOnPage } from "./screen/hit-test.ts";
export { chordAt, clippedTexts, contrast, inkOutside, litShare, type ScreenShape } from "./screen/measure.ts";
export type { Box, Scene, Widget } from "./screen/scene.ts";
export { layoutText } from "./screen/text.ts";
export { isShown } from "./screen/tree.ts";
/* The page on localhost. */
export { type HostStep, hostDesktops } from "./server/host.ts";
export { toWav } from "./server/page/wav.ts";
export type { ServerMessage, View } from "./server/protocol.ts";
export { type DesktopHost, type Served, serve } from "./server/serve.ts";
/* What watch and phone keep between runs. */
export { openState, type State } from "./state.ts";
export { holdState } from "./state-lock.ts";
export { createVirtualClock } from "./virtual-clock.ts";
export type { Counters } from "./watch/counters.ts";
export type { MicrophoneOptions } from "./watch/microphone.ts";
export { plainSensors, type Sensors } from "./watch/sensors.ts";
export type { WatchSettings } from "./watch/system.ts";
export type { WatchOptions } from "./watch/watch.ts";
