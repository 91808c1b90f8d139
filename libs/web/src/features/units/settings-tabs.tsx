import { useCurrentAccount } from '../../app/session.js';
import { TabLinks } from '../../components/page-head.js';
import { hasAny } from '../../lib/access.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { useTextsOf } from '../../text/texts.js';

export function SettingsTabs() {
  const { tabs, title } = useTextsOf(settingsTexts);
  const { roles } = useCurrentAccount();
  return (
    <TabLinks
      label={title}
      tabs={[
        { to: '/installningar/enhet', label: tabs.settings },
        { to: '/installningar/historik', label: tabs.history },
        { to: '/installningar/regler', label: tabs.rules },
        ...(hasAny(roles, ['admin'])
          ? [
              { to: '/installningar/konton', label: tabs.accounts },
              { to: '/installningar/enheter', label: tabs.units },
            ]
          : []),
        ...(hasAny(roles, ['admin', 'enhetschef']) ? [{ to: '/installningar/logg', label: tabs.log }] : []),
      ]}
    />
  );
}
