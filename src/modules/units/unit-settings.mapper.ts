import type { UnitSettingsChange, UnitSettingsContract } from '@hemtjanst/contracts';
import {
  DEFAULT_UNIT_SETTINGS,
  clock,
  formatMinuteOfDay,
  type DayPart,
  type MinuteOfDay,
  type StartWindow,
  type UnitSettings,
} from '@hemtjanst/domain';

type Windows = Readonly<Record<DayPart, StartWindow>>;
type ContractWindows = UnitSettingsContract['windows'];

/** The unit's own choices over the defaults: a setting that is new in the product has its default everywhere. */
export function settingsFromRow(stored: Readonly<Record<string, unknown>>): UnitSettings {
  return { ...DEFAULT_UNIT_SETTINGS, ...(stored as Partial<UnitSettings>) };
}

export function settingsToContract(settings: UnitSettings): UnitSettingsContract {
  return {
    ...settings,
    windows: mapWindows(settings.windows, ({ earliest, latest }) => ({
      earliest: formatMinuteOfDay(earliest),
      latest: formatMinuteOfDay(latest),
    })),
    preferredRastHours: settings.preferredRastHours.map(hoursToContract),
    serviceHours: hoursToContract(settings.serviceHours),
    winterMonths: [...settings.winterMonths],
    serviceInsatser: [...settings.serviceInsatser],
    flexibleInsatser: [...settings.flexibleInsatser],
    monthClosing: {
      day: settings.monthClosing.day,
      at: formatMinuteOfDay(settings.monthClosing.at),
      onRedDayAt: formatMinuteOfDay(settings.monthClosing.onRedDayAt),
    },
    weights: { ...settings.weights, faceCost: [...settings.weights.faceCost] },
  };
}

/** What is stored when a change comes in: the earlier choices with the new ones on top. */
export function rowFromChange(
  stored: Readonly<Record<string, unknown>>,
  { windows, preferredRastHours, serviceHours, monthClosing, ...change }: UnitSettingsChange,
): Record<string, unknown> {
  const chosen = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return {
    ...stored,
    ...chosen,
    ...(windows === undefined ? {} : { windows: windowsFromContract(windows) }),
    ...(preferredRastHours === undefined ? {} : { preferredRastHours: preferredRastHours.map(hoursFromContract) }),
    ...(serviceHours === undefined ? {} : { serviceHours: hoursFromContract(serviceHours) }),
    ...(monthClosing === undefined ? {} : { monthClosing: closingFromContract(monthClosing) }),
  };
}

interface Hours {
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}

const hoursToContract = ({ from, to }: Hours) => ({ from: formatMinuteOfDay(from), to: formatMinuteOfDay(to) });
const hoursFromContract = ({ from, to }: UnitSettingsContract['serviceHours']): Hours => ({
  from: clock(from),
  to: clock(to),
});

const closingFromContract = ({
  day,
  at,
  onRedDayAt,
}: UnitSettingsContract['monthClosing']): UnitSettings['monthClosing'] => ({
  day,
  at: clock(at),
  onRedDayAt: clock(onRedDayAt),
});

function windowsFromContract(windows: ContractWindows): Windows {
  return mapWindows(windows, ({ earliest, latest }) => ({ earliest: clock(earliest), latest: clock(latest) }));
}

function mapWindows<From, To>(
  windows: Readonly<Record<DayPart, From>>,
  map: (window: From) => To,
): Record<DayPart, To> {
  return {
    morgon: map(windows.morgon),
    formiddag: map(windows.formiddag),
    lunch: map(windows.lunch),
    eftermiddag: map(windows.eftermiddag),
    middag: map(windows.middag),
    tidig_kvall: map(windows.tidig_kvall),
    sen_kvall: map(windows.sen_kvall),
  };
}
