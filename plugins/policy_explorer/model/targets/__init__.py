"""The closed list of target kinds. A kind is a module here; a new one adds a file.

Each module offers `KIND`; the list is made from what the folder holds.
"""

from __future__ import annotations

import importlib
import pkgutil

from policy_explorer.model.targets._kind import Kind


def _found() -> dict[str, Kind]:
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {kind.name: kind for kind in (module.KIND for module in modules)}


KINDS = _found()
"""Every kind by its name."""
