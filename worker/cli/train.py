"""`newsfacts train MODEL`: makes the data that the core ships anew; needs the packages of deploy/locks/training.txt."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from worker.cli.exits import CommandError, Exit

if TYPE_CHECKING:
    from collections.abc import Iterator

train = typer.Typer(
    help="Make the models that ship with the worker anew, from open corpora; `bash deploy/train.sh` brings packages.",
    no_args_is_help=True,
)
Data = Annotated[Path, typer.Option(exists=True, file_okay=False, help="Folder of the corpora.")]
Work = Annotated[Path, typer.Option(file_okay=False, help="Checkpoints and scores; a second call goes on from them.")]
Seed = Annotated[int, typer.Option(help="Everything drawn by chance hangs on it.")]
CORPORA, WORK = Path("../shared/data"), Path(".train")


@train.command()
def encoder(data: Data = CORPORA, work: Work = WORK, seed: Seed = 1) -> None:
    """The reader of names, tags, lemmas and dependencies: hours of two cores."""
    with _packages("encoder"):
        from worker.training.encoder import recipe  # noqa: PLC0415 - its packages are not among the worker's
    recipe.train(data, work, _folder("worker.pipeline.annotate.encoder"), seed)


@train.command()
def lines(data: Data = CORPORA, seed: Annotated[int, typer.Option(help="As for the encoder.")] = 0) -> None:
    """The trees that tell an article's lines from a page's other lines: two minutes."""
    with _packages("lines"):
        from worker.training.lines import recipe  # noqa: PLC0415 - as above
    recipe.train(data.parent, _folder("worker.pipeline.clean"), seed)


@train.command()
def relations(
    data: Data = CORPORA, work: Work = WORK, seed: Annotated[int, typer.Option(help="As for the encoder.")] = 1,
    folds: Annotated[Path, typer.Option(file_okay=False, help="Models of the cross-validation, for the tests.")] = Path(
        "tests/quality/relations"
    ),
) -> None:
    """The model that scores pairs behind the rules: ten minutes; anew whenever another encoder ships."""
    with _packages("relations"):
        from worker.training.relations import recipe  # noqa: PLC0415 - as above
    recipe.train(data, work, _folder("worker.pipeline.extract.relations"), folds, seed)


@train.command()
def calibration(
    shared: Annotated[Path, typer.Option(exists=True, file_okay=False, help="Seeds and scorer.")] = CORPORA.parent,
    golden: Annotated[Path, typer.Option(exists=True, file_okay=False, help="Our articles.")] = Path("tests/golden"),
) -> None:
    """The table of confidences, from the facts drawn now: half a minute; anew whenever rules have changed."""
    from worker.bootstrap import build_pipeline  # noqa: PLC0415 - a second of loading that other commands need not wait for
    from worker.training.calibration import recipe  # noqa: PLC0415 - as above

    typer.echo(recipe.train(build_pipeline(), shared, golden, _folder("worker.pipeline.normalize")))


@contextmanager
def _packages(model: str) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise CommandError(
            Exit.USAGE, f"Training needs the package {error.name}, which the worker does without.",
            f"Run it as: bash deploy/train.sh {model}",
        ) from None  # fmt: skip


def _folder(package: str) -> Path:
    return Path(str(resources.files(package)))
