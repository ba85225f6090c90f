/**
 * What other watch apps cost, measured the same way on their public sources (QuickJS 2020-07-05, 32-bit; heap =
 * `memory_used_size + 8 * malloc_count` after a collection, above an empty runtime). Fixed figures, not measured again.
 */
export type Peer = { name: string; minKb: number; heapKb: number; idleCallbacks: number; work: number };

export const PEERS: readonly Peer[] = [
	{ name: "zml 0.0.43, empty app and page", minKb: 24.4, heapKb: 72.7, idleCallbacks: 0, work: 770 },
	{ name: "official face sample 3.0/timer", minKb: 8.5, heapKb: 28.5, idleCallbacks: 0, work: 2463 },
	{ name: "official sample 4.0/fetch-api", minKb: 25.8, heapKb: 79.5, idleCallbacks: 0, work: 1474 },
	{ name: "watchdrip face", minKb: 54.1, heapKb: 152.9, idleCallbacks: 6, work: 3154 },
	{ name: "AiChat chat, 20 turns", minKb: 46.5, heapKb: 116.1, idleCallbacks: 1207, work: 1694 },
	{ name: "StrGin keyboard", minKb: 45.8, heapKb: 131.5, idleCallbacks: 0, work: 3255 },
	{ name: "szymsza voice page", minKb: 44.9, heapKb: 108.9, idleCallbacks: 0, work: 1715 },
	{ name: "IrisDial index", minKb: 32.6, heapKb: 106.1, idleCallbacks: 31, work: 2185 },
	{ name: "Liftosaur page", minKb: 78.1, heapKb: 189.2, idleCallbacks: 241, work: 1976 },
];

/** Bytes on the watch's side for one question, system header included. */
export const PEER_LINKS: readonly { name: string; upBytes: number; downBytes: number; roundTrips: number }[] = [
	{ name: "zml floor, 60 asked, 300 answered", upBytes: 216, downBytes: 441, roundTrips: 2 },
	{ name: "IrisDial, 5th question", upBytes: 355, downBytes: 794, roundTrips: 4 },
	{ name: "AiChat, 5th question", upBytes: 1173, downBytes: 2695, roundTrips: 7 },
	{ name: "StrGin, 5th question", upBytes: 2021, downBytes: 857, roundTrips: 2 },
];
