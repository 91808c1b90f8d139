import { useCurrentAccount } from '../../app/session.js';
import { TabLinks } from '../../components/page-head.js';
import { hasAny } from '../../lib/access.js';
import { timeTexts } from '../../text/pages/time.js';
import { useTextsOf } from '../../text/texts.js';

export function TimeTabs() {
  const { tabs, title } = useTextsOf(timeTexts);
  const { roles } = useCurrentAccount();
  return (
    <TabLinks
      label={title}
      tabs={[
        { to: '/tid/registreringar', label: tabs.registered },
        { to: '/tid/avvikelser', label: tabs.avvikelser },
        { to: '/tid/stammer-inte', label: tabs.reports },
        ...(hasAny(roles, ['planerare', 'enhetschef']) ? [{ to: '/tid/dorrminuter', label: tabs.doors }] : []),
      ]}
    />
  );
}
