interface SpaceProps {
  readonly px: number;
  readonly columns: number;
}

/** Stands for the lines of a long table that are not in the page. */
export function Space({ px, columns }: SpaceProps) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: px, padding: 0 }} />
    </tr>
  );
}
