/** Whether browsers reach us over https, whatever a proxy in front of us speaks to us. */
export function isHttps(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}

/** Browsers accept a `__Host-` cookie from this very host only, with `Secure` and the path `/`: no other site can set it. */
export function cookieName(
  name: 'perennial_session' | 'perennial_browser' | 'perennial_oidc',
  publicUrl: string,
): string {
  return isHttps(publicUrl) ? `__Host-${name}` : name;
}
