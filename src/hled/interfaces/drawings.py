"""Small drawings inside pages: distribution bars and sparklines, as SVG without styles of their own."""

from collections.abc import Mapping, Sequence

BAR_HEIGHT = 14
MOST_UNITS = 240
"""Up to so many items a bar is drawn unit by unit, so that it can be counted."""


def bar_svg(counts: Mapping[str, int], scale: int) -> str:
    """
    A distribution of statuses as a bar.

    Parameters
    ----------
    counts
        Status code -> number, in order of drawing.
    scale
        Number of items that fills the whole width; the same for all bars that are to be compared.

    Raises
    ------
    ValueError
        When the counts exceed the scale.
    """
    total = sum(counts.values())
    if total > scale:
        raise ValueError(f"scale={scale!r} is less than the total {total}")
    drawn, place = [], 0
    for status, count in counts.items():
        for size in [1] * count if scale <= MOST_UNITS else [count] if count else []:
            drawn.append(
                f'<rect x="{_percent(place, scale)}" width="{_percent(size, scale)}" height="{BAR_HEIGHT}"'
                f' fill="url(#fill-{status})"/>'
            )
            place += size
    return (
        f'<svg class="bar" aria-hidden="true" focusable="false" height="{BAR_HEIGHT}">{"".join(drawn)}</svg>'
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.3f}%"


SPARK_WIDTH, SPARK_HEIGHT = 240, 48


def spark_svg(
    values: Sequence[tuple[float, float | None]], *, marked: float | None = None, label: str
) -> str:
    """
    A small line; a missing value breaks it.

    Parameters
    ----------
    values
        Pairs of time and value, in order of time; None where nothing was published.
    marked
        A time to mark with an upright line.
    label
        What the line shows, for those who do not see it; must be safe to stand in an attribute.
    """
    known = [(time, value) for time, value in values if value is not None]
    if len(known) < 2:
        return ""
    first, last = known[0][0], known[-1][0]
    low, high = min(value for _, value in known), max(value for _, value in known)
    spread = (high - low) or 1

    def spot(time: float, value: float) -> str:
        x = (time - first) / (last - first) * SPARK_WIDTH
        return f"{x:.1f},{(SPARK_HEIGHT - 4) - (value - low) / spread * (SPARK_HEIGHT - 8):.1f}"

    runs: list[list[str]] = [[]]
    for time, value in values:
        if value is None:
            runs.append([])
        else:
            runs[-1].append(spot(time, value))
    lines = "".join(f'<polyline points="{" ".join(run)}"/>' for run in runs if len(run) > 1)
    upright = ""
    if marked is not None and first <= marked <= last:
        x = (marked - first) / (last - first) * SPARK_WIDTH
        upright = f'<line class="relaunch" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{SPARK_HEIGHT}"/>'
    return (
        f'<svg class="spark" viewBox="0 0 {SPARK_WIDTH} {SPARK_HEIGHT}" preserveAspectRatio="none" role="img"'
        f' aria-label="{label}">{upright}{lines}</svg>'
    )
