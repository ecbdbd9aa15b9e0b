import { isProblemCode, type ProblemCode, problemCodes, problemKinds } from '../contract/problem-kinds.ts';
import type { Route } from '../http/route.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/send-page.ts';

/** The page behind the `type` of a problem; for an unknown code, the list of all problems. */
export const problemPage: Route = {
  method: 'get',
  path: '/problems/{code}',
  handlers: [
    (request, response) => {
      const code = String(request.params['code']);
      const isKnown = isProblemCode(code);
      const codes = isKnown ? [code] : problemCodes;
      const body = html`<dl>${codes.map(describeProblem)}</dl>
        <p><a href="/docs">API reference</a></p>`;
      const title = isKnown ? `Problem: ${code}` : 'Unknown problem code. All problems:';
      sendPage(response, { locale: 'en', title, body, status: isKnown ? 200 : 404 });
    },
  ],
};

function describeProblem(code: ProblemCode) {
  const { status, title, whatToDo } = problemKinds[code];
  return html`<dt><code>${code}</code> (${String(status)})</dt>
    <dd>${title}. ${whatToDo}</dd>`;
}
