import type { Instant, LocalDate, PlannedVisit } from '@hemtjanst/domain';
import type { PublishedVisit } from './published-visit.js';

/** For domain functions that ask who was to be where and when. Records keep the ids of the database. */
export const publishedToPlanned = (visit: PublishedVisit): PlannedVisit => ({
  id: visit.id,
  brukareId: visit.brukareId,
  orderId: visit.orderId,
  templateId: visit.templateCode,
  demandId: visit.visitDemandId,
  date: visit.onDate as LocalDate,
  startsAt: visit.startsAt as Instant,
  endsAt: visit.endsAt as Instant,
  serviceMinutes: visit.serviceMinutes,
  employeeIds: visit.employeeIds,
  shiftIds: visit.shiftIds,
  helper:
    visit.helper === null
      ? null
      : {
          startsAt: visit.helper.startsAt as Instant,
          endsAt: visit.helper.endsAt as Instant,
          serviceMinutes: visit.helper.serviceMinutes,
        },
  insatser: visit.insatser,
  pinned: visit.isPinned,
  isProposed: visit.isProposed,
});
