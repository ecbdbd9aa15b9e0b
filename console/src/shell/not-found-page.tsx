import { MessagePage } from '../components/message-page.tsx';
import { useI18n } from '../messages/use-i18n.ts';

export default function NotFoundPage() {
  const { t } = useI18n();
  return <MessagePage title={t('notFound.title')} text={t('notFound.text')} />;
}
