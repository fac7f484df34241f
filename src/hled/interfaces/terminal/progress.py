"""Progress of long work on standard error: a bar with rate and time left on a terminal, a line per step elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from hled.interfaces.terminal.screen import err

Told = Callable[[str], None]


class _Rate(ProgressColumn):
    """Steps per second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


@contextmanager
def steps(title: str, total: int | None = None) -> Iterator[Told]:
    """
    Hear the steps of some work.

    Nothing is printed before the first step, so that work that was not needed stays silent.
    """
    console = err()
    if not console.is_terminal:
        yield lambda step: console.print(f"{title}: {step}", soft_wrap=True)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[step]}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=total, step="", visible=False)

        def told(step: str) -> None:
            bar.update(task, advance=1, step=step, visible=True)

        yield told
