import { meetingsDuring, type MeetingInterval } from '../../people/staff-meeting.js';
import type { Violation } from '../../violation.js';
import type { PlannedRoute } from '../weekly-plan.js';
import { hasVisits, wallSecond, type PlanIndex } from './plan-index.js';
import { atPart, atRoute } from './violation-at.js';

/** Who is in a meeting is at the premises: with no brukare, and not on the way. */
export function checkStaffMeetings(index: PlanIndex): readonly Violation[] {
  if (index.unit.meetings.length === 0) return [];
  return [
    ...index.parts.flatMap((part) => {
      const { date } = part.visit;
      const [from, to] = [wallSecond(part.startsAt, date), wallSecond(part.endsAt, date)];
      return meetingsOf(part.shiftId, index).flatMap(({ startsAt, endsAt }) => {
        const overlap = Math.min(to, endsAt * 60) - Math.max(from, startsAt * 60);
        const text = 'Medarbetaren är på personalmöte under besöket.';
        return overlap > 0 ? [atPart(part, { rule: 'staff-meeting', amount: overlap, text })] : [];
      });
    }),
    ...index.plan.routes.filter(hasVisits).flatMap((route) =>
      meetingsOf(route.shiftId, index)
        .filter((meeting) => isElsewhere(route, meeting))
        .map(() =>
          atRoute(route, { rule: 'staff-meeting', text: 'Medarbetaren är inte på lokalen under hela personalmötet.' }),
        ),
    ),
  ];
}

const meetingsOf = (shiftId: string, { shiftById, unit }: PlanIndex): readonly MeetingInterval[] => {
  const shift = shiftById.get(shiftId);
  return shift === undefined ? [] : meetingsDuring(shift, unit.meetings);
};

/** On the way to a stop, or not at the premises, at some time of the meeting. */
function isElsewhere({ stops, startPlaceId, date }: PlannedRoute, { startsAt, endsAt }: MeetingInterval): boolean {
  const [from, to] = [startsAt * 60, endsAt * 60];
  return stops.some((stop, at) => {
    const arrival = wallSecond(stop.arrivesAt, date);
    const leaves = arrival - stop.travelSeconds - stop.handlingSeconds;
    const isOnTheWay = leaves < arrival && leaves < to && arrival > from;
    const next = stops[at + 1];
    const staysUntil =
      next === undefined ? arrival : wallSecond(next.arrivesAt, date) - next.travelSeconds - next.handlingSeconds;
    const isAway = stop.placeId !== startPlaceId && arrival < to && staysUntil > from;
    return isOnTheWay || isAway;
  });
}
