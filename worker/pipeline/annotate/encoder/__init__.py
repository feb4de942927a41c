"""The built-in reader: a small pretrained encoder, fine-tuned on open corpora by worker/training/encoder/."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from worker.pipeline.annotate.encoder.lexicon import read
from worker.pipeline.annotate.encoder.reader import EncoderReader, Inventory

if TYPE_CHECKING:
    from collections.abc import Mapping

# Sum and norm fused: 30 ms an article instead of 24 (515 pieces, one thread, ONNX Runtime 1.31).
_SLOW = "SkipLayerNormFusion"
FILES = GRAPH, HEADS, TOKENIZER, LEMMAS = "encoder.onnx", "heads.npz", "tokenizer.json", "lemmas.txt"  # beside this


def load_reader(
    graph: bytes, heads: bytes, tokenizer: bytes, lemmas: bytes, gazetteer: Mapping[str, int]
) -> EncoderReader:
    """The bytes of `FILES` to a reader that uses one thread: parallel articles are the pool's work."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = InferenceSession(graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW])
    pieces = Tokenizer.from_buffer(tokenizer)
    pieces.no_truncation()
    pieces.no_padding()
    with np.load(io.BytesIO(heads), allow_pickle=False) as arrays:
        tags, fine, scripts, relations = (tuple(arrays[head].tolist()) for head in Inventory.LABELS)
        inventory = Inventory(tags, fine, scripts, relations, arrays["weights"], arrays["bias"])
    return EncoderReader(session, pieces, inventory, read(lemmas), gazetteer)
