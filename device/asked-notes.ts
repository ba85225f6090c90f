/** Keeps the notes that the person allowed until the phone has them. Owns the file; each write is whole or has not happened. */
import { type AskedNote, decodeAskedNotes } from "../core/actions/asked-note.ts";
import type { Files } from "./files.ts";
import { replaceFile } from "./glance-store.ts";

export const NOTES_FILE = "asked-notes.json";

export function readAskedNotes(files: Files): AskedNote[] {
	return decodeAskedNotes(files.read(NOTES_FILE));
}

/** Whether they are on the disk. */
export function writeAskedNotes(files: Files, notes: readonly AskedNote[]): boolean {
	return replaceFile(files, NOTES_FILE, JSON.stringify(notes));
}
