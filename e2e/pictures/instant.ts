/** When the pictures are taken: Sunday noon in Riyadh. */
export const picturesBeginAt = Date.parse('2026-11-22T09:00:00Z');
