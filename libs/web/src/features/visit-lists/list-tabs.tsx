import { TabLinks } from '../../components/page-head.js';
import { listTabTexts } from '../../text/pages/list-tabs.js';
import { listTexts } from '../../text/pages/lists.js';
import { useTextsOf } from '../../text/texts.js';

export function ListTabs() {
  const words = useTextsOf(listTabTexts);
  const { title } = useTextsOf(listTexts);
  return (
    <TabLinks
      label={title}
      tabs={[
        { to: '/listor/besok', label: words.lists },
        { to: '/listor/veckoblad', label: words.week },
        { to: '/listor/kanda-ansikten', label: words.faces },
        { to: '/listor/moten', label: words.meetings },
      ]}
    />
  );
}
