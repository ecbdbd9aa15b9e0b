interface SpacerRowProps {
  readonly px: number;
  readonly columns: number;
}

/** Takes the height of the rows that are not rendered. */
export function SpacerRow({ px, columns }: SpacerRowProps) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: px, padding: 0 }} />
    </tr>
  );
}
