import { Anchor } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../../app/scope.js';

interface ReportLinkProps {
  readonly planId: string;
  readonly label: string;
  readonly onClick?: () => void;
}

/** To the restidsrapport of a plan, with the unit, group and week that are looked at. */
export function ReportLink({ planId, label, onClick }: ReportLinkProps) {
  const { search } = useLocation();
  const parameters = new URLSearchParams(scopeOf(search));
  parameters.set('plan', planId);
  return (
    <Anchor component={Link} to={`/vecka/restidsrapport?${parameters}`} underline="always" onClick={onClick}>
      {label}
    </Anchor>
  );
}
