import type { OperatorNotice } from '../../activities/ports.ts';
import { alarmText } from '../../locales/alarm-text.ts';
import { messages } from '../../locales/index.ts';
import { paragraph, renderDocument, type RenderedMessage } from './render-message.ts';

/** A notice to operators, who read English. */
export function renderNotice({ event, alarm, openedAt, closedAt }: OperatorNotice): RenderedMessage {
  const { alarms, operatorNotice: t } = messages.en;
  const { title, closed } = alarms[alarm.kind];
  const text = alarmText(alarm, 'en');
  const paragraphs =
    event === 'opened' ? [text, t.since(openedAt)] : [closed, t.lasted(openedAt, closedAt ?? 'now', text)];
  return {
    subject: t.subject[event](title),
    text: `${paragraphs.join('\n\n')}\n`,
    html: renderDocument([`<div lang="en">${paragraphs.map(paragraph).join('\n')}</div>`]),
  };
}
