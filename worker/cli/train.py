"""`newsfacts train MODEL`: makes the data that the core ships anew; needs the packages of deploy/locks/training.txt."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from worker.cli.exits import CommandError, Exit

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
    try:
        from worker.training.encoder import recipe  # noqa: PLC0415 - its packages are not among the worker's
    except ImportError as error:
        raise CommandError(
            Exit.USAGE, f"Training needs the package {error.name}, which the worker does without.",
            "Run it as: bash deploy/train.sh encoder",
        ) from None  # fmt: skip
    recipe.train(data, work, Path(str(resources.files("worker.pipeline.annotate.encoder"))), seed)
