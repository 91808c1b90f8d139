import { dayEvents, type ComeIn } from './day-events.js';

const NOTHING: ComeIn = {
  employeeAbsences: [],
  brukareAbsences: [],
  times: [],
  avvikelser: [],
  reports: [],
  extraVisits: [],
};
const DAY = '2026-03-03';
const at = (time: string): string => `${DAY}T${time}:00+01:00`;
const absence = (id: string, fromTime: string, fromDate = DAY) => ({
  id,
  personId: `p-${id}`,
  fromDate,
  fromTime,
  toDate: DAY,
  toTime: '24:00',
  reason: null,
  version: 1,
});
const time = (id: string, kind: 'besok' | 'bom' | 'avbojt', startsAt: string) => ({
  id,
  kind,
  startsAt,
  employeeId: 'e',
  brukareId: 'b',
  plannedVisitId: `v-${id}`,
  endsAt: null,
  flags: [],
  corrections: [],
  match: 'planerat' as const,
});
const avvikelse = (id: string, plannedVisitId: string | null, registeredTimeId: string | null) => ({
  id,
  kind: 'missed' as const,
  date: DAY,
  brukareId: 'b',
  employeeId: null,
  registeredTimeId,
  plannedVisitId,
  text: '',
  handled: null,
});
const keys = (comeIn: Partial<ComeIn>): readonly string[] =>
  dayEvents({ ...NOTHING, ...comeIn }, DAY, at).map(({ key }) => key);

describe('the events of a day', () => {
  it('stand with the whole day first, then the newest', () => {
    expect(
      keys({
        employeeAbsences: [absence('ill', '00:00'), absence('leaves', '12:00')],
        times: [time('nobody', 'bom', at('13:00')), time('no', 'avbojt', at('08:00'))],
      }),
    ).toEqual(['ill', 'nobody', 'leaves', 'no']);
  });

  it('take an absence that began the day before as one of the whole day', () => {
    const [event] = dayEvents({ ...NOTHING, brukareAbsences: [absence('a', '14:00', '2026-03-02')] }, DAY, at);
    expect(event).toMatchObject({ kind: 'brukare-away', at: null, brukareId: 'p-a', employeeId: null });
  });

  it('leave out visits that went as planned, and reports about other days', () => {
    const report = {
      id: 'r',
      plannedVisitId: 'v',
      brukareId: 'b',
      employeeId: 'e',
      templateCode: 'T',
      onDate: '2026-03-02',
      kind: 'stairs' as const,
      text: null,
      reportedAt: at('09:00'),
      status: 'open' as const,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      ramtidOrderId: 'o',
      agreed: null,
      proposedVersion: null,
    };
    expect(keys({ times: [time('done', 'besok', at('08:00'))], reports: [report] })).toEqual([]);
    expect(keys({ reports: [{ ...report, onDate: DAY }] })).toEqual(['r']);
  });

  it('do not tell what was said at the door a second time as an avvikelse', () => {
    const times = [time('no', 'avbojt', at('08:00'))];
    expect(keys({ times, avvikelser: [avvikelse('same', 'v-no', null), avvikelse('late', 'v-2', null)] })).toEqual([
      'late',
      'no',
    ]);
  });
});
