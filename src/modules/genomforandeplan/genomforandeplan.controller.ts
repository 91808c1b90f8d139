import { Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  genomforandeplanAnswer,
  monthQuery,
  newGenomforandeplan,
  proposalConfirmation,
  ramtidBalanceAnswer,
  visitPatternProposalAnswer,
  type GenomforandeplanAnswer,
  type MonthQuery,
  type NewGenomforandeplan,
  type ProposalConfirmation,
  type RamtidBalanceAnswer,
  type VisitPatternProposalAnswer,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { GenomforandeplanService } from './genomforandeplan.service.js';

/** The kontaktman (role omsorgspersonal) reaches the plans of his or her own brukare. */
@ApiTags('Genomförandeplaner')
@Controller('units/:unitId/ramtid-orders/:orderId')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal'] })
export class GenomforandeplanController {
  constructor(private readonly plans: GenomforandeplanService) {}

  @Get('genomforandeplan')
  @ZodAnswer(genomforandeplanAnswer)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
  ): Promise<GenomforandeplanAnswer> {
    return this.plans.show(caller, unitId, orderId);
  }

  /** If-Match "0" where there is no plan yet. */
  @Put('genomforandeplan')
  @ZodAnswer(genomforandeplanAnswer)
  agree(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
    @IfMatch() version: number,
    @ZodBody(newGenomforandeplan) plan: NewGenomforandeplan,
  ): Promise<GenomforandeplanAnswer> {
    return this.plans.agree(caller, unitId, orderId, version, plan);
  }

  /** The proposed version is what was agreed. */
  @Post('genomforandeplan/confirm')
  @Idempotent()
  @ZodAnswer(genomforandeplanAnswer, 201)
  confirm(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
    @IfMatch() version: number,
    @ZodBody(proposalConfirmation) confirmation: ProposalConfirmation,
  ): Promise<GenomforandeplanAnswer> {
    return this.plans.confirm(caller, unitId, orderId, version, confirmation);
  }

  @Get('visit-pattern-proposal')
  @ZodAnswer(visitPatternProposalAnswer)
  propose(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
  ): Promise<VisitPatternProposalAnswer> {
    return this.plans.propose(caller, unitId, orderId);
  }

  @Post('visit-pattern-proposal/confirm')
  @Idempotent()
  @ZodAnswer(genomforandeplanAnswer, 201)
  confirmProposal(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
    @IfMatch() version: number,
    @ZodBody(proposalConfirmation) confirmation: ProposalConfirmation,
  ): Promise<GenomforandeplanAnswer> {
    return this.plans.confirmProposal(caller, unitId, orderId, version, confirmation);
  }

  @Get('balance')
  @ZodAnswer(ramtidBalanceAnswer)
  balance(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
    @ZodQuery(monthQuery) { month }: MonthQuery,
  ): Promise<RamtidBalanceAnswer> {
    return this.plans.balance(caller, unitId, orderId, month);
  }
}
