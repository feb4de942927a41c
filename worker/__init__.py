"""newsfacts: raw news articles in, normalized and sourced fact events out, exactly once."""

import os

__version__ = "0.1.0"

# One thread a process, as the encoder has: small matrices on more cost three times the CPU (54 against 30 ms an
# article in annotate on two busy cores). Numpy's library reads it when it is loaded, so it stands before everything.
for _limit in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_limit, "1")  # noqa: TID251 - no setting of ours: a library's own, kept where a user gave one
