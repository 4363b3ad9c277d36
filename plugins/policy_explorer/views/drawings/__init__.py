"""The kinds of charts: each module here makes one from the plan; a new kind adds a file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.record import Record
from policy_explorer.views.lens import Lens

Make = Callable[[Lens, Record, Palette], Chart | None]


def _found() -> dict[str, Make]:
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}").make for name in names}


DRAWINGS = _found()
"""Kind of chart -> what makes it; None comes out while what it needs is silent."""
