/** Loaded before the server's own code (`node --import`): its clock begins at the pictures' instant, and goes on from there. */
import { picturesBeginAt } from './instant.ts';

const offset = picturesBeginAt - Date.now();
const Real = Date;

class PicturesDate extends Real {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(PicturesDate.now());
    else super(given[0]);
  }

  static override now(): number {
    return Real.now() + offset;
  }
}

Object.assign(globalThis, { Date: PicturesDate });
