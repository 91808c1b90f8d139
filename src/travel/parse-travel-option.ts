import { TRAVEL_MODES } from '@hemtjanst/domain';
import { EstimateSource } from './estimate-source.js';
import { withFallback, type OnFallback } from './fallback-source.js';
import { OsrmSource, osrmUrlsOf, type OsrmUrls } from './osrm-source.js';
import { StreetSource } from './street-source.js';
import { TravelSourceError, type TravelTimeSource } from './travel-time-source.js';

/** What the words `street`, `estimate` and `osrm:URL` need to become a source. */
export interface TravelOptionSettings {
  readonly mapPath: string;
  readonly onFallback?: OnFallback;
}

/**
 * The travel source named by `street`, `estimate` or `osrm:URL`, with what stands in for it: OSRM, then the streets of
 * the map, then the straight line, each marked in the tables it made.
 *
 * @throws TravelSourceError TRAVEL_OPTION_UNKNOWN, or TRAVEL_MAP_UNUSABLE where `street` was asked for and there is no map
 */
export function parseTravelOption(option: string, settings: TravelOptionSettings): TravelTimeSource {
  const estimate = new EstimateSource();
  if (option === 'estimate') return estimate;
  if (option === 'street') return withFallback([new StreetSource(settings.mapPath), estimate], settings.onFallback);
  const osrm = new OsrmSource(urlsIn(option));
  return withFallback([osrm, ...streetsIfAny(settings, osrm), estimate], settings.onFallback);
}

/**
 * The same source without anything standing in for it: cells without a way stay unreachable, and a server that is
 * down is an error. For tables that are to be compared.
 */
export function parseTravelOptionStrictly(option: string, settings: TravelOptionSettings): TravelTimeSource {
  if (option === 'estimate') return new EstimateSource();
  if (option === 'street') return new StreetSource(settings.mapPath);
  const url = osrmUrl(option);
  return new OsrmSource(Object.fromEntries(TRAVEL_MODES.map((mode) => [mode, url.replaceAll('{mode}', mode)])));
}

function urlsIn(option: string): OsrmUrls {
  return osrmUrlsOf(osrmUrl(option), TRAVEL_MODES);
}

function osrmUrl(option: string): string {
  const url = option.startsWith('osrm:') ? option.slice('osrm:'.length) : '';
  if (!/^https?:\/\//.test(url) || !URL.canParse(url.replaceAll('{mode}', 'cykel'))) {
    const expected = 'street, estimate or osrm:http://host:port expected ({mode} in it stands for the mode)';
    throw new TravelSourceError('TRAVEL_OPTION_UNKNOWN', `travel source "${option}": ${expected}`);
  }
  return url;
}

/** With OSRM configured a missing map is no reason not to start: it is told, and the straight line stands in. */
function streetsIfAny({ mapPath, onFallback }: TravelOptionSettings, osrm: TravelTimeSource): TravelTimeSource[] {
  try {
    return [new StreetSource(mapPath)];
  } catch (error) {
    if (!(error instanceof TravelSourceError)) throw error;
    onFallback?.(osrm, error);
    return [];
  }
}
