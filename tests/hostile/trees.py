"""Files that lack, that are too many, that stand elsewhere or are called otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.case import POLICY, SECTORS, Case, Spoil, both, cases, edit, put

WHERE = "tree"
LISTED = "sections: [sectors]"
PART = "items:\n  - {id: silk, name: {en: Silk, zh: 丝}}\n"
BROKEN = "&broken: [\n"


def _data(does: Callable[[Path], object]) -> Spoil:
    return lambda plan: does(plan / "data")


def _renamed(old: str, new: str) -> Spoil:
    return _data(lambda data: (data / old).rename(data / new))


def _gone(name: str) -> Spoil:
    return _data(lambda data: (data / name).unlink())


def _folder(plan: Path) -> None:
    """The sectors as a folder of one file."""
    data = plan / "data"
    (data / "sectors").mkdir()
    (data / SECTORS).rename(data / "sectors/first.yaml")


def _open(plan: Path) -> None:
    edit("sectors/first.yaml", "stated_count", "open_list: true\nstated_count")(plan)


def _heavy(plan: Path) -> None:
    """Many files of a megabyte, each as full of values as may be."""
    (plan / "data/more").mkdir()
    words = "a: [" + "1," * 190_000 + f"]{' ' * 600_000}\n"
    for n in range(20):
        (plan / f"data/more/x{n}.yaml").write_text(words)


def _emptied(plan: Path) -> None:
    for path in (plan / "data").iterdir():
        path.unlink()


def _deep(plan: Path) -> None:
    folder = plan / "data" / "/".join("d" * 30)
    folder.mkdir(parents=True)
    (folder / "x.yaml").touch()


def _crowd(plan: Path) -> None:
    for n in range(11_000):
        (plan / f"data/x{n}.yaml").touch()


TABLE: dict[str, tuple[str, Spoil]] = {
    "a merge left unfinished": (
        "merge-conflict",
        put(SECTORS, "<<<<<<< HEAD\nname: x\n=======\nname: y\n>>>>>>> theirs\n"),
    ),
    "a file that others lead into": ("missing-file", _gone("indicators.yaml")),
    "no sources": ("missing-file", _gone("sources.yaml")),
    "no head of the plan": ("missing-file", _gone(POLICY)),
    "no data": ("missing-file", lambda plan: shutil.rmtree(plan / "data")),
    "no file at all": ("missing-file", _emptied),
    "a section without a file": ("missing-file", _renamed(SECTORS, "sector.yaml")),
    "a section in capitals": ("missing-file", _renamed(SECTORS, "Sectors.yaml")),
    "an end in capitals": ("missing-file unlisted-file", _renamed(SECTORS, "sectors.YAML")),
    "an end of Windows": ("missing-file unlisted-file", _renamed(SECTORS, "sectors.yaml.txt")),
    "a file that nobody lists": ("unlisted-file", put("qqq.yaml", PART)),
    "a copy": ("unlisted-file", put("sectors (副本).yaml", PART)),
    "a second copy": ("unlisted-file", put("sectors 2.yaml", PART)),
    "a name that steers a terminal": ("unlisted-file", put("\x1b[31mred.yaml", PART)),
    "a name over two lines": ("unlisted-file", put("a\nb.yaml", PART)),
    "a name with colons": ("unlisted-file", put("a:1:2: error x.yaml", PART)),
    "a name of two hundred letters": ("unlisted-file", put(f"{'n' * 200}.yaml", PART)),
    "a name that is only an end": ("unlisted-file", put("a.yml", PART)),
    "two hundred files that nobody lists": (
        "unlisted-file",
        both(*(put(f"x{n}.yaml", PART) for n in range(200))),
    ),
    "twenty megabytes": ("too-big", _heavy),
    "eleven thousand files": ("too-big", _crowd),
    "two ends of one name": (
        "duplicate-file",
        _data(lambda d: shutil.copy(d / SECTORS, d / "sectors.yml")),
    ),
    "a file and a folder": ("duplicate-file", put("sectors/more.yaml", PART)),
    "a key in two files of a folder": (
        "duplicate-key",
        both(_folder, put("sectors/second.yaml", "cite: 4\n")),
    ),
    "an id in two files of a folder": (
        "duplicate-id",
        both(_folder, _open, put("sectors/second.yaml", PART.replace("silk", "rope"))),
    ),
    "a list among the files of a folder": (
        "wrong-shape",
        both(_folder, put("sectors/second.yaml", "- a\n")),
    ),
    "an empty file in a folder": ("empty", both(_folder, put("sectors/second.yaml", ""))),
    "a broken file in a folder": ("anchor", both(_folder, put("sectors/second.yaml", BROKEN))),
    "a folder in a folder": (
        "unlisted-file",
        both(
            _folder,
            lambda plan: (plan / "data/sectors/deep").mkdir(),
            put("sectors/deep/x.yaml", PART),
        ),
    ),
    "folders in folders": (
        "unlisted-file",
        _deep,
    ),
    "an empty folder": ("unlisted-file", _data(lambda data: (data / "more").mkdir())),
    "a section listed twice": (
        "duplicate-id",
        edit(POLICY, LISTED, "sections: [sectors, sectors]"),
    ),
    "a section of a page": ("reserved-id", edit(POLICY, LISTED, "sections: [sectors, search]")),
    "a section of a language": ("reserved-id", edit(POLICY, LISTED, "sections: [sectors, zh]")),
    "a section that climbs out": ("bad-id", edit(POLICY, LISTED, "sections: [sectors, ../x]")),
    "sections that are a word": ("wrong-shape", edit(POLICY, LISTED, "sections: sectors")),
    "a language that climbs out": ("bad-id", edit(POLICY, "code: zh", "code: ../zh")),
    "a language of a page": ("reserved-id", edit(POLICY, "code: zh", "code: facts")),
    "a language twice": ("duplicate-id", edit(POLICY, "code: zh", "code: en")),
    "no language": (
        "empty",
        edit(
            POLICY,
            "  - {code: en, tag: en, name: English}\n  - {code: zh, tag: zh-CN, name: 中文}\n",
            "  []\n",
        ),
    ),
    "a lock edited by hand": ("bad-lock", put("sources.lock", "verified, honestly\n")),
    "a lock badly merged": ("bad-lock", put("facts.lock", "<<<<<<< HEAD\n")),
    "a lock of binary": ("not-utf8", put("facts.lock", b"\xff" * 100)),
    "a lock of brackets": ("bad-lock", put("facts.lock", "[" * 200_000)),
    "words of the interface that are broken": (
        "anchor",
        lambda plan: (plan / "strings.yaml").write_text("&a ["),
    ),
    "words of the interface that nobody knows": (
        "unknown-key",
        lambda plan: (plan / "strings.yaml").write_text("page: {skip: {en: Skip}}\n"),
    ),
    "colours that are too big": (
        "too-big",
        lambda plan: (plan / "tokens.css").write_text("a" * 1_000_001),
    ),
    "colours of binary": ("not-utf8", lambda plan: (plan / "tokens.css").write_bytes(b"\xff\x00")),
}
BACKUPS = (
    ".sectors.yaml.swp",
    "sectors.yaml~",
    "#sectors.yaml#",
    "sectors.yaml.orig",
    "sectors.yaml.bak",
    ".DS_Store",
    "Thumbs.db",
    "4913",
    "README.txt",
    ".hidden.yaml",
)
"""What editors and systems leave behind: no file of a plan, so nothing is said of it."""


def found() -> Iterator[Case]:
    """Every case of the tree."""
    yield from cases(WHERE, TABLE)
    left = both(*(put(name, BROKEN) for name in BACKUPS))
    yield Case(WHERE, "what editors leave behind", frozenset(), left)
    yield Case(WHERE, "a folder of one file", frozenset(), _folder, shows=("Rope",))
    silk = both(_folder, _open, put("sectors/second.yaml", PART))
    yield Case(WHERE, "a folder of two files", frozenset(), silk, shows=("Rope", "Silk"))
    yield Case(
        WHERE, "the other end", frozenset(), _renamed(SECTORS, "sectors.yml"), shows=("Rope",)
    )
