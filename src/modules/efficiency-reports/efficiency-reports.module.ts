import { Module } from '@nestjs/common';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { StaffMeetingsModule } from '../staff-meetings/staff-meetings.module.js';
import { TravelTimesModule } from '../travel-times/travel-times.module.js';
import { UnitsModule } from '../units/units.module.js';
import { VisitDemandsModule } from '../visit-demands/visit-demands.module.js';
import { AptReportService } from './apt-report.service.js';
import { AttainableEfficiency } from './attainable-efficiency.service.js';
import { EfficiencyFigures } from './efficiency-figures.service.js';
import { EfficiencyReportsController } from './efficiency-reports.controller.js';
import { EfficiencyReportsService } from './efficiency-reports.service.js';
import { EfficiencyRepository } from './efficiency.repository.js';
import { PeriodSums } from './period-sums.service.js';
import { ReportRecordsRepository } from './report-records.repository.js';
import { ReportRecordsService } from './report-records.service.js';
import { WhatIfProcessor } from './what-if.processor.js';
import { WhatIfRepository } from './what-if.repository.js';
import { WhatIfsController } from './what-ifs.controller.js';
import { WhatIfsService } from './what-ifs.service.js';

/** Stage 7 of the flow: what was ordered, planned and performed, beside the staff hours. */
@Module({
  imports: [UnitsModule, StaffMeetingsModule, FollowUpModule, VisitDemandsModule, TravelTimesModule],
  controllers: [EfficiencyReportsController, WhatIfsController],
  providers: [
    EfficiencyRepository,
    ReportRecordsRepository,
    EfficiencyFigures,
    PeriodSums,
    AttainableEfficiency,
    EfficiencyReportsService,
    ReportRecordsService,
    AptReportService,
    WhatIfRepository,
    WhatIfsService,
    WhatIfProcessor,
  ],
})
export class EfficiencyReportsModule {}
