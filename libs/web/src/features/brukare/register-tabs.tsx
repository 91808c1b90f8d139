import { useCurrentAccount } from '../../app/session.js';
import { TabLinks } from '../../components/page-head.js';
import { hasAny } from '../../lib/access.js';
import { registerTexts } from '../../text/pages/register.js';
import { useTextsOf } from '../../text/texts.js';

/** The parts of the register that the role may see. */
export function RegisterTabs() {
  const words = useTextsOf(registerTexts);
  const { roles } = useCurrentAccount();
  const isOffice = hasAny(roles, ['planerare', 'samordnare', 'enhetschef']);
  const people = [
    { to: '/register/brukare', label: words.tabs.brukare },
    { to: '/register/medarbetare', label: words.tabs.employees },
    { to: '/register/pass', label: words.tabs.shifts },
    { to: '/register/franvaro', label: words.tabs.absence },
    { to: '/register/dorrtaggar', label: words.tabs.doorTags },
  ];
  return (
    <TabLinks
      label={words.title}
      tabs={[
        ...(isOffice ? people : []),
        { to: '/register/grupper', label: words.tabs.places },
        { to: '/register/inlasning', label: words.tabs.imports },
      ]}
    />
  );
}
