/** What went wrong with an OSRM server. */
export type OsrmErrorCode =
  /** No connection, or it broke off. */
  | 'OSRM_UNREACHABLE'
  | 'OSRM_TIMEOUT'
  /** Status 5xx. */
  | 'OSRM_SERVER_ERROR'
  /** OSRM understood and said no (status 400): `osrmCode` tells why. Asking again gives the same answer. */
  | 'OSRM_REFUSED'
  /** A place has no street within reach: `placeIndex` tells which. */
  | 'OSRM_NO_SEGMENT'
  | 'OSRM_NO_ROUTE'
  /** Not what OSRM answers: HTML, cut JSON, wrong sizes, negative times. */
  | 'OSRM_BAD_ANSWER'
  /** The server got other map data between two parts of one matrix. */
  | 'OSRM_DATA_CHANGED'
  /** Too many failures in a row: not asked at all for a while. */
  | 'OSRM_CIRCUIT_OPEN'
  | 'OSRM_ABORTED';

/** More about an {@link OsrmError}. */
export interface OsrmErrorDetails {
  readonly status?: number;
  /** OSRM's own code, such as `TooBig` or `InvalidQuery`. */
  readonly osrmCode?: string;
  /** Index of the place, in the list given by the caller, that cannot be reached. */
  readonly placeIndex?: number;
  readonly cause?: unknown;
}

/** Anything that keeps an OSRM server from answering. Never carries coordinates: they are people's homes. */
export class OsrmError extends Error {
  readonly status?: number;
  readonly osrmCode?: string;
  readonly placeIndex?: number;

  constructor(
    readonly code: OsrmErrorCode,
    message: string,
    details: OsrmErrorDetails = {},
  ) {
    super(`${code} ${message}`, { cause: details.cause });
    this.name = 'OsrmError';
    this.status = details.status;
    this.osrmCode = details.osrmCode;
    this.placeIndex = details.placeIndex;
  }
}
