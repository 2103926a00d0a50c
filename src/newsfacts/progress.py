"""Draws a progress bar on a terminal, and nothing elsewhere."""
from __future__ import annotations

from typing import IO

WIDTH = 30


class Progress:
    """A bar on a stream; silent where the stream is no terminal. `total` is None where it is not known."""

    def __init__(self, stream: IO[str], total: int | None) -> None:
        self.stream, self.total, self.drawn = stream, total, False

    def show(self, done: int, failed: int) -> None:
        """Draws how far the work is."""
        if self.stream.isatty():
            full = WIDTH * min(done, self.total) // self.total if self.total else 0
            bar = f"[{'#' * full}{'.' * (WIDTH - full)}] {done}/{self.total}" if self.total else f"{done} articles"
            self.stream.write(f"\r\x1b[K{bar}{f', {failed} failed' if failed else ''}")
            self.stream.flush()
            self.drawn = True

    def clear(self) -> None:
        """Takes the bar away."""
        if self.drawn:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.drawn = False
