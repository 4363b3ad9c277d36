"""The kinds of charts: each module here makes one from the plan; a new kind adds a file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import ModuleType

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.record import Record
from policy_explorer.views.lens import Lens

Make = Callable[[Lens, Record, Palette], Chart | None]


def _found() -> dict[str, ModuleType]:
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


_MODULES = _found()
DRAWINGS: Mapping[str, Make] = {name: module.make for name, module in _MODULES.items()}
"""Kind of chart -> what makes it; None comes out while what it needs is silent."""
ALONE = frozenset(name for name, module in _MODULES.items() if getattr(module, "ALONE", False))
"""Kinds that stand on a page of their own only: other pages say the same in their own way."""
