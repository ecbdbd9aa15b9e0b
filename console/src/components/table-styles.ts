import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

export const frame = style({
  overflowX: 'auto',
  borderRadius: 'lg',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  backgroundColor: 'layer-2',
});

export const table = style({ width: 'full', minWidth: 860, borderCollapse: 'collapse' });

export const cell = style({
  paddingX: 12,
  paddingY: 8,
  font: 'body-sm',
  textAlign: 'start',
  verticalAlign: 'middle',
  borderStyle: 'solid',
  borderXWidth: 0,
  borderTopWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-200',
});

/** For dates and buttons, so that columns of text wrap instead. */
export const noWrapCell = style({
  paddingX: 12,
  paddingY: 8,
  font: 'body-sm',
  textAlign: 'start',
  verticalAlign: 'middle',
  whiteSpace: 'nowrap',
  borderStyle: 'solid',
  borderXWidth: 0,
  borderTopWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-200',
});

export const headCell = style({
  paddingX: 12,
  paddingY: 8,
  font: 'ui-sm',
  fontWeight: 'bold',
  textAlign: 'start',
  color: 'neutral-subdued',
  borderStyle: 'solid',
  borderXWidth: 0,
  borderTopWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-300',
});

export const headCellEnd = style({
  paddingX: 12,
  paddingY: 8,
  font: 'ui-sm',
  fontWeight: 'bold',
  textAlign: 'end',
  color: 'neutral-subdued',
  borderStyle: 'solid',
  borderXWidth: 0,
  borderTopWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-300',
});
