"""What a benchmark is: subjects, measured in turn on the same terms, and what comes of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Say = Callable[[str], None]
Sample = Mapping[str, float]
"""One measurement of a subject: a number for each Measure that applies to it, by key."""


class NotMeasured(Exception):  # noqa: N818 -- says what happened, as `Refused` does
    """A subject did not do what was to be measured."""


class Lacking(Exception):  # noqa: N818 -- the same
    """The machine lacks what this benchmark needs, and no other does: it is left out."""


def tell(words: str) -> None:
    """A line to the person at the terminal, while it goes on; the tables have stdout."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: its key in the JSON, its words with unit in the table, its decimals."""

    key: str
    words: str
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: its key in the JSON, its words in the table, and how to measure it once."""

    key: str
    words: str
    measure: Callable[[], Sample]
    against: str = ""
    """The key of the subject of ours that is held against it, where there is more than one."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A benchmark that is ready to run."""

    subjects: tuple[Subject, ...]
    measures: tuple[Measure, ...]
    terms: Mapping[str, str | int | float]
    """The terms on which all subjects are measured: machine, versions, throttling."""
    rounds: int = 5
    """How often each subject is measured, unless the person says otherwise."""
    is_paired: bool = True
    """Whether the first subject is ours and is held against the rest; else each stands alone."""

    @property
    def others(self) -> tuple[Subject, ...]:
        """The subjects that one of ours is held against."""
        return tuple(subject for subject in self.subjects if self.ours(subject))

    def ours(self, other: Subject) -> Subject | None:
        """The subject that is held against another; None where it stands alone."""
        if other.against:
            return next(s for s in self.subjects if s.key == other.against)
        return self.subjects[0] if self.is_paired and other is not self.subjects[0] else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a benchmark: the samples of each subject, by its key, in order of rounds."""

    bench: Bench
    samples: Mapping[str, Sequence[Sample]]

    @property
    def rounds(self) -> int:
        """How often each subject was measured."""
        return max(map(len, self.samples.values()))

    def median(self, subject: Subject, measure: Measure) -> float | None:
        """The median over all rounds; None where the measure does not apply to the subject."""
        found = [
            sample[measure.key] for sample in self.samples[subject.key] if measure.key in sample
        ]
        return median(found) if found else None

    def ratio(self, other: Subject, measure: Measure) -> float | None:
        """Our median over the other's: below 1, ours is less. None where there is no such ratio."""
        subject = self.bench.ours(other)
        ours = self.median(subject, measure) if subject else None
        theirs = self.median(other, measure)
        return ours / theirs if ours is not None and theirs else None

    def as_json(self) -> dict[str, object]:
        """Terms, medians, ratios of ours to the others if there are any, and every sample."""
        return {
            "rounds": self.rounds,
            "terms": dict(self.bench.terms),
            "medians": {s.key: self._row(s, self.median) for s in self.bench.subjects},
            "ratios": {s.key: self._row(s, self.ratio) for s in self.bench.others},
            "samples": {key: list(samples) for key, samples in self.samples.items()},
        }

    def _row(
        self, subject: Subject, of: Callable[[Subject, Measure], float | None]
    ) -> dict[str, float]:
        found = {measure.key: of(subject, measure) for measure in self.bench.measures}
        return {key: value for key, value in found.items() if value is not None}


def run(bench: Bench, rounds: int, say: Say) -> Outcome:
    """Measure all subjects once a round, in turn: a busy minute then falls on all of them."""
    samples: dict[str, list[Sample]] = {subject.key: [] for subject in bench.subjects}
    for number in range(1, rounds + 1):
        for subject in bench.subjects:
            say(f"  round {number} of {rounds}: {subject.words}")
            samples[subject.key].append(subject.measure())
    return Outcome(bench, samples)
