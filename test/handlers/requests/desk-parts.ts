import { noCursor, noLimit } from './sample.js';

export const ann = { params: { patient: 'ann' } };

/** A page of a list, asked for. */
export const page = {
  right: { cursor: null, limit: 20 },
  wrong: { cursor: noCursor, limit: noLimit },
};
