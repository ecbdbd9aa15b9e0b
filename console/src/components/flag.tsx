import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { Country } from '../api/stores.ts';

const frame = style({
  flexShrink: 0,
  width: 28,
  height: 20,
  borderRadius: 'sm',
  outlineStyle: 'solid',
  outlineWidth: 1,
  outlineColor: 'gray-300',
});

const maple = 'm30 6 3 6 4-2-1 8 5-4 1 3 5-1-2 5 2 2-9 7 1 3-8-1v8h-2v-8l-8 1 1-3-9-7 2-2-2-5 5 1 1-3 5 4-1-8 4 2Z';

const pictures: Readonly<Record<Country, ReactNode>> = {
  US: (
    <>
      <path fill="#fff" d="M0 0h56v40H0Z" />
      <path stroke="#b22234" strokeWidth="3.1" d="M0 1.5h56M0 7.7h56M0 13.9h56M0 20h56M0 26.1h56M0 32.3h56M0 38.5h56" />
      <path fill="#3c3b6e" d="M0 0h25v21.5H0Z" />
      <path
        stroke="#fff"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeDasharray="0 4"
        d="M3 4h20M5 7.4h18M3 10.8h20M5 14.2h18M3 17.6h20"
      />
    </>
  ),
  CA: (
    <>
      <path fill="#fff" d="M0 0h56v40H0Z" />
      <path fill="#d52b1e" d="M0 0h14v40H0ZM42 0h14v40H42Z" />
      <path fill="#d52b1e" transform="translate(6.2 4.5) scale(.72)" d={maple} />
    </>
  ),
  MX: (
    <>
      <path fill="#fff" d="M0 0h56v40H0Z" />
      <path fill="#006847" d="M0 0h18.7v40H0Z" />
      <path fill="#ce1126" d="M37.3 0H56v40H37.3Z" />
      <circle cx="28" cy="20" r="5.4" fill="none" stroke="#6b8e23" strokeWidth="1.8" />
      <path fill="#8b5a2b" d="M28 15.5c2.6 1 3 4.4 1.4 8h-3c-1.4-3-1-7 1.6-8Z" />
    </>
  ),
  GB: (
    <>
      <path fill="#012169" d="M0 0h56v40H0Z" />
      <path stroke="#fff" strokeWidth="8" d="m0 0 56 40M56 0 0 40" />
      <path stroke="#c8102e" strokeWidth="3" d="m0 0 56 40M56 0 0 40" />
      <path stroke="#fff" strokeWidth="13" d="M28 0v40M0 20h56" />
      <path stroke="#c8102e" strokeWidth="8" d="M28 0v40M0 20h56" />
    </>
  ),
};

/** Decorative: the country's name is always next to it. */
export function Flag({ country }: { readonly country: Country }) {
  return (
    <svg className={frame} viewBox="0 0 56 40" aria-hidden="true" preserveAspectRatio="none">
      {pictures[country]}
    </svg>
  );
}
