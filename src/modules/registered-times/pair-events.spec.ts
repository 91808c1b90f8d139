import fc from 'fast-check';
import { clockFlags } from './judge-event.js';
import { pairEvents } from './pair-events.js';
import type { RegisteredEvent } from './registered-event.js';

const at = (clock: string): Date => new Date(`2026-03-02T${clock}:00+01:00`);

function anEvent(id: string, kind: RegisteredEvent['kind'], clock: string, override: Partial<RegisteredEvent> = {}) {
  const event: RegisteredEvent = {
    id,
    kind,
    occurredAt: at(clock),
    endedAt: null,
    employeeId: 'anna',
    brukareId: 'brukare 1',
    plannedVisitId: 'visit 1',
    flags: [],
    ...override,
  };
  return event;
}

describe('pairEvents', () => {
  it('makes one registration of coming and leaving, named by the coming', () => {
    const [visit, ...rest] = pairEvents([anEvent('2', 'stop', '08:30'), anEvent('1', 'start', '08:00')]);
    expect(rest).toEqual([]);
    expect(visit).toMatchObject({ id: '1', kind: 'besok', startsAt: at('08:00'), endsAt: at('08:30'), flags: [] });
  });

  it('leaves the end open while the employee is still there', () => {
    expect(pairEvents([anEvent('1', 'start', '08:00')])).toMatchObject([{ endsAt: null }]);
  });

  it('keeps a stop without start, without length, and says so', () => {
    expect(pairEvents([anEvent('1', 'stop', '08:30')])).toMatchObject([
      { id: '1', startsAt: at('08:30'), endsAt: at('08:30'), flags: ['start-saknas'] },
    ]);
  });

  it('flags leaving before coming and keeps both', () => {
    const pair = pairEvents([anEvent('1', 'start', '08:30'), anEvent('2', 'stop', '08:00')]);
    expect(pair).toMatchObject([
      { id: '2', flags: ['slut-fore-start'] },
      { id: '1', endsAt: null },
    ]);
  });

  it('keeps two employees at the same visit apart', () => {
    const visits = pairEvents([
      anEvent('1', 'start', '08:00'),
      anEvent('2', 'start', '08:05', { employeeId: 'bo' }),
      anEvent('3', 'stop', '08:25', { employeeId: 'bo' }),
      anEvent('4', 'stop', '08:30'),
    ]);
    expect(visits).toMatchObject([
      { employeeId: 'anna', endsAt: at('08:30') },
      { employeeId: 'bo', endsAt: at('08:25') },
    ]);
  });

  it('makes two visits of coming back later', () => {
    const visits = pairEvents([
      anEvent('1', 'start', '08:00'),
      anEvent('2', 'stop', '08:10'),
      anEvent('3', 'start', '08:20'),
      anEvent('4', 'stop', '08:30'),
    ]);
    expect(visits.map(({ id, endsAt }) => [id, endsAt])).toEqual([
      ['1', at('08:10')],
      ['3', at('08:30')],
    ]);
  });

  it('leaves the first start open when the employee registered coming twice', () => {
    const visits = pairEvents([
      anEvent('1', 'start', '08:00'),
      anEvent('2', 'start', '08:02'),
      anEvent('3', 'stop', '08:30'),
    ]);
    expect(visits.map(({ id, endsAt }) => [id, endsAt])).toEqual([
      ['1', null],
      ['2', at('08:30')],
    ]);
  });

  it('flags a visit longer than 14 hours, not one of exactly 14', () => {
    const long = (end: string) => pairEvents([anEvent('1', 'start', '06:00'), anEvent('2', 'stop', end)])[0]?.flags;
    expect(long('20:00')).toEqual([]);
    expect(long('20:01')).toEqual(['langt-besok']);
  });

  it('takes a visit that was declined, and one where nobody was at home, as they are', () => {
    expect(pairEvents([anEvent('1', 'avbojt', '08:00'), anEvent('2', 'bom', '09:00')])).toMatchObject([
      { kind: 'avbojt', startsAt: at('08:00'), endsAt: at('08:00') },
      { kind: 'bom' },
    ]);
  });

  it('gives the same visits whatever the order of the events and however often each came', () => {
    const events = [
      anEvent('1', 'start', '08:00'),
      anEvent('2', 'stop', '08:10'),
      anEvent('3', 'start', '08:10'),
      anEvent('4', 'stop', '08:30'),
      anEvent('5', 'stop', '07:00'),
      anEvent('6', 'avbojt', '09:00'),
      anEvent('7', 'start', '08:05', { employeeId: 'bo' }),
    ];
    const expected = pairEvents(events);
    expect(expected).toHaveLength(5);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...events, ...events], { minLength: 14 }),
        (shuffled) => void expect(pairEvents(shuffled)).toEqual(expected),
      ),
    );
  });
});

describe('clockFlags', () => {
  const received = at('12:00');

  it.each([
    ['12:05', []],
    ['12:06', ['framtid']],
    ['11:00', []],
  ])('judges %s at noon as %j', (clock, flags) => {
    expect(clockFlags(at(clock), received)).toEqual(flags);
  });

  it('calls an event old after 30 days, not on the 30th', () => {
    const daysBefore = (days: number): Date => new Date(received.getTime() - days * 86_400_000);
    expect(clockFlags(daysBefore(30), received)).toEqual([]);
    expect(clockFlags(daysBefore(31), received)).toEqual(['gammal']);
  });
});
