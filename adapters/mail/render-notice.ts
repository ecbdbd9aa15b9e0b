import type { OperatorNotice } from '../../activities/ports.ts';
import { alarmText, alarmTitle, recoveryText } from '../../domain/alarms.ts';
import { paragraph, renderDocument, type RenderedMessage } from './render-message.ts';

/** A notice to operators, who read English. */
export function renderNotice({ event, alarm, openedAt, closedAt }: OperatorNotice): RenderedMessage {
  const title = alarmTitle(alarm.kind);
  const paragraphs =
    event === 'opened'
      ? [alarmText(alarm), `Since ${openedAt}. You are told when it is over.`]
      : [recoveryText(alarm.kind), `It lasted from ${openedAt} to ${closedAt ?? 'now'}. It was: ${alarmText(alarm)}`];
  return {
    subject: event === 'opened' ? `Alarm: ${title}` : `Over: ${title}`,
    text: `${paragraphs.join('\n\n')}\n`,
    html: renderDocument([`<div lang="en">${paragraphs.map(paragraph).join('\n')}</div>`]),
  };
}
