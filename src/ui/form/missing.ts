import { msg, str } from '../../locales/localize.js';

/** A field that was left empty. */
export const missing = (label: string): string => msg(str`${label}: fill this in.`);
