/**
 * Recordings on their way from the watch. Owns the pieces, in memory alone: a service that dies loses them,
 * and the watch starts over. Rule: a recording grows only at its end, so that a piece which comes twice, late
 * or too early changes nothing, and the answer always tells from where to go on.
 */
import type { Request } from "../../core/wire/protocol.ts";

export type Piece = Extract<Request, { method: "voice" }>;

export type Uploads = {
	/** How many bytes of this recording are here, this piece included. */
	take(piece: Piece): number;
	/** As `take`, without a piece; 0 for what is not known. */
	got(id: string): number;
	/** The file once all of it is here. */
	whole(id: string): Uint8Array | undefined;
	drop(id: string): void;
};

/** Recordings kept at a time, the newest: the watch sends one, and one may be on its way to a provider. */
const UPLOADS_MAX = 2;

type Upload = { file: Uint8Array; got: number };

export function createUploads(): Uploads {
	const uploads = new Map<string, Upload>();

	function begin(id: string, total: number): Upload {
		const upload = { file: new Uint8Array(total), got: 0 };
		uploads.delete(id);
		uploads.set(id, upload);
		for (const other of uploads.keys()) if (uploads.size > UPLOADS_MAX) uploads.delete(other);
		return upload;
	}

	return {
		take({ id, at, total, bytes }) {
			const known = uploads.get(id);
			const upload = known?.file.length === total ? known : begin(id, total);
			if (at <= upload.got && at + bytes.length > upload.got) {
				upload.file.set(bytes, at);
				upload.got = at + bytes.length;
			}
			return upload.got;
		},
		got: (id) => uploads.get(id)?.got ?? 0,
		whole(id) {
			const upload = uploads.get(id);
			return upload !== undefined && upload.got === upload.file.length ? upload.file : undefined;
		},
		drop: (id) => void uploads.delete(id),
	};
}
