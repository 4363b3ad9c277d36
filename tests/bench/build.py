"""Building a site: ours from nothing, again and after an edit, beside other builders.

`POLICY_ITEMS` names other sizes of the plan than 50 and 500 items (5000 takes minutes a round),
`POLICY_PEERS` folders in which other builders are. Their pages are simpler than ours.
"""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import plans
from tests.bench.bench import Bench, Lacking, Subject, tell
from tests.bench.peers import crew, jobs, pages, tools
from tests.bench.peers.jobs import Job
from tests.bench.peers.ours import Home

SIZES, ITEMS = "50,500", "POLICY_ITEMS"
ROUNDS = 3


@contextmanager
def ready() -> Iterator[Bench]:
    """Plans of each size and the shipped one; ours and the peers, each in folders of its own."""
    sizes = _sizes()
    there = {name: found for name in crew.OTHERS if (found := tools.find(name))}
    for name in crew.OTHERS.keys() - there.keys():
        tell(f"  {name} is left out: it is neither on the path nor where {tools.FOLDERS} says")
    with TemporaryDirectory() as name:
        folder = Path(name)
        home = Home(folder / "home")
        subjects = [s for size in sizes for s in _of_size(home, folder / str(size), size, there)]
        yield Bench(
            (*subjects, *_shipped(home, folder / "shipped")),
            jobs.MEASURES,
            _terms(there),
            ROUNDS,
            is_paired=False,
        )


def _sizes() -> tuple[int, ...]:
    """How many items the plans have."""
    words = os.environ.get(ITEMS) or SIZES
    sizes = tuple(int(word) for word in words.split(",") if word.strip().isdecimal())
    if not all(sizes) or len(sizes) < len(words.split(",")):
        raise Lacking(f"left out: {ITEMS} is no list of sizes, such as {SIZES}: {words}")
    return sizes


def _of_size(home: Home, folder: Path, size: int, there: Mapping[str, str]) -> Iterator[Subject]:
    """Ours, then the floor, then the peers, on the same plan."""
    plan = plans.write(folder / "plan", size)
    least, marks = pages.expected(size), count(1)
    job, ours = home.job(plan, folder / "ours"), f"ours-{size}"
    yield Subject(ours, f"ours, {size} items", partial(home.cold, job, least))
    yield Subject(f"{ours}-again", "the same, nothing changed", partial(home.again, job))
    edit = partial(home.edited, job, plan, marks)
    yield Subject(f"{ours}-edited", "the same, a name edited", edit)
    floor = crew.writing(job.output, folder / "writing")
    yield _beside(ours, "writing", f"the same bytes written, {size}", partial(jobs.built, floor))
    for key, words, made in _peers(plan, folder, there):
        yield _beside(ours, key, f"{words}, {size}", partial(jobs.built, made(), least))


def _beside(ours: str, key: str, words: str, measure: Callable[[], Mapping[str, float]]) -> Subject:
    return Subject(f"{key}-{ours.partition('-')[2]}", words, measure, against=ours)


def _peers(
    plan: Path, folder: Path, there: Mapping[str, str]
) -> Iterator[tuple[str, str, Callable[[], Job]]]:
    for key, (words, get) in crew.OWN.items():
        yield key, words, partial(get, plan, _made(folder / key))
    for key, (words, get_with) in crew.OTHERS.items():
        if key in there:
            yield key, words, partial(get_with, plan, _made(folder / key), there[key])


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _shipped(home: Home, folder: Path) -> Iterator[Subject]:
    """The plan of this project, whose pages hold more."""
    for name in ("data", "content"):
        shutil.copytree(jobs.ROOT / name, folder / name)
    job = home.job(folder, folder / "site")
    yield Subject("shipped", "ours, the shipped plan", partial(home.cold, job))
    yield Subject("shipped-again", "the same, nothing changed", partial(home.again, job))


def _terms(there: Mapping[str, str]) -> Mapping[str, str | int | float]:
    own = {name: version(name) for name in ("jinja2", "pelican")}
    others = {name: tools.version(program, name) for name, program in there.items()}
    return {
        "cores": os.cpu_count() or 1,
        "machine": platform.machine(),
        "load before": round(os.getloadavg()[0], 1),
        "Python": platform.python_version(),
        **own,
        **others,
    }
