import type { RegisteredEvent, RegisteredTimeAnswer } from '@hemtjanst/contracts';
import { visitProgress } from './visit-progress.js';

const event = (kind: RegisteredEvent['kind'], time: string): RegisteredEvent => ({
  id: `${kind}-${time}`,
  plannedVisitId: 'V1',
  kind,
  occurredAt: `2026-03-02T${time}:00+01:00`,
});

const registered = (startsAt: string, endsAt: string | null): RegisteredTimeAnswer => ({
  id: 'R1',
  employeeId: 'E1',
  brukareId: 'B1',
  plannedVisitId: 'V1',
  kind: 'besok',
  startsAt: `2026-03-02T${startsAt}:00+01:00`,
  endsAt: endsAt === null ? null : `2026-03-02T${endsAt}:00+01:00`,
  flags: [],
  corrections: [],
  match: 'planerat',
});

describe('how far a visit has come', () => {
  it('is planned until somebody presses start', () => {
    expect(visitProgress('V1', [], [])).toEqual({ kind: 'planned' });
    expect(visitProgress('V1', [], [event('start', '07:20')])).toEqual({
      kind: 'ongoing',
      since: '2026-03-02T07:20:00+01:00',
    });
  });

  it('goes on from what the server has with what the phone has not sent', () => {
    expect(visitProgress('V1', [registered('07:20', null)], [event('stop', '07:50')])).toMatchObject({
      kind: 'done',
      from: '2026-03-02T07:20:00+01:00',
      to: '2026-03-02T07:50:00+01:00',
    });
  });

  it('does not count an event twice when the server has answered it', () => {
    const both = [event('start', '07:20'), event('stop', '07:50')];
    expect(visitProgress('V1', [registered('07:20', '07:50')], both)).toMatchObject({ kind: 'done' });
  });

  it('starts anew when the employee comes back to the same visit', () => {
    expect(visitProgress('V1', [registered('07:20', '07:50')], [event('start', '08:10')])).toMatchObject({
      kind: 'ongoing',
    });
  });

  it('leaves other visits alone', () => {
    expect(visitProgress('V2', [registered('07:20', null)], [event('bom', '07:30')])).toEqual({ kind: 'planned' });
    expect(visitProgress('V1', [], [event('bom', '07:30')])).toEqual({ kind: 'bom' });
  });
});
