/** How a note is kept that an answer proposes: by the person's tap alone. Null where nothing keeps notes; then none is offered. */
export const notes: { keep: ((text: string) => void) | null } = { keep: null };
