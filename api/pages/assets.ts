/** Style of every page of ours. Colours keep a contrast of at least 7 to 1, in light and in dark. */
export const pagesCss = `:root {
  color-scheme: light dark;
  --ink: #16202a;
  --paper: #fff;
  --line: #c9d1d9;
  --accent: #00498f;
  --on-accent: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8edf2;
    --paper: #12181e;
    --line: #3c4751;
    --accent: #9ccaff;
    --on-accent: #0b1620;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 40rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; justify-content: space-between; align-items: center; border-bottom: 1px solid var(--line); }
header p { margin: 0; font-weight: 600; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.5rem 0 1rem; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem; background: var(--paper); }
.button, button { display: inline-block; padding: 0.7rem 1.3rem; border: 0; border-radius: 0.4rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
label { display: block; font-weight: 600; }
input { width: 100%; margin: 0.3rem 0 1rem; padding: 0.6rem; border: 1px solid var(--ink); border-radius: 0.4rem; background: var(--paper); color: var(--ink); font: inherit; }
fieldset { margin: 0 0 1.25rem; padding: 0.5rem 1rem; border: 1px solid var(--line); border-radius: 0.4rem; }
legend { font-weight: 600; }
.choice { display: flex; gap: 0.6rem; align-items: center; min-height: 2.75rem; font-weight: 400; }
.choice input { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; }
code { font-size: 0.95em; }
dt { font-weight: 600; }
dd { margin: 0 0 0.75rem; }
`;

export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#00498f"/><path d="M16 26V13m0 6c-5 0-7-3-7-7 5 0 7 3 7 7zm0-6c0-4 2-7 7-7 0 4-2 7-7 7z" fill="none" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"/></svg>`;

export const apiPageHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>API - Perennial</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
  </head>
  <body>
    <main id="swagger-ui"></main>
    <noscript>This page needs JavaScript. The same as a file: <a href="/openapi.json">/openapi.json</a></noscript>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/init.js"></script>
  </body>
</html>
`;

/** In a file of its own, because our policy allows no script inside a page. */
export const apiPageScript = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: false,
  presets: [SwaggerUIBundle.presets.apis],
});
`;
