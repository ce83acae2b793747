/** When every journey takes place, in milliseconds since 1970: a Monday, at eleven in the office's time. */
export const today = Date.parse('2026-05-04T15:00:00Z');
