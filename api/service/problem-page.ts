import type { RequestHandler } from 'express';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/send-page.ts';
import { isProblemCode, problemKinds } from '../http/problem.ts';

/** Where the `type` of a problem leads: what it means and what to do. */
export const getProblem: RequestHandler = (request, response) => {
  const code = String(request.params['code']);
  const known = isProblemCode(code) ? [code] : [];
  const codes = known.length > 0 ? known : Object.keys(problemKinds).filter(isProblemCode);
  const rows = codes.map((each) => {
    const { status, title, whatToDo } = problemKinds[each];
    return html`<dt><code>${each}</code> (${String(status)})</dt>
      <dd>${title} ${whatToDo}</dd>`;
  });
  const body = html`<dl>${rows}</dl>
    <p><a href="/docs">Every call of the API</a></p>`;
  const title = known.length > 0 ? `Problem: ${code}` : 'We know no such problem; these there are';
  sendPage(response, { locale: 'en', title, body, status: known.length > 0 ? 200 : 404 });
};
