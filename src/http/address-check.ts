import type { NextFunction, Request, Response } from 'express';
import { sendProblem } from './problem.filter.js';
import { addressTooLong, invalidAddress } from './problems.js';

const MAX_ADDRESS_CHARACTERS = 8192;

/** Refuses addresses no route should ever see: overlong ones, broken %-codes, and NUL characters. */
export function checkAddress(request: Request, response: Response, next: NextFunction): void {
  if (request.originalUrl.length > MAX_ADDRESS_CHARACTERS) {
    sendProblem(response, addressTooLong(MAX_ADDRESS_CHARACTERS));
  } else if (!isReadable(request.originalUrl)) {
    sendProblem(response, invalidAddress());
  } else {
    next();
  }
}

function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address.replaceAll('+', ' ')).includes('\u0000');
  } catch {
    return false;
  }
}
