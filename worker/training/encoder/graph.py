"""Fitted weights to what ships: one ONNX graph in 8 bits, and the labels of its heads.

ONNX Runtime's fused operators for attention and GELU (by tanh, as in training); sum and norm apart, which its fused one
takes a fifth of the whole time for. Weights in 7 bits (`reduce_range`), because AVX2 without VNNI saturates at 8.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

from worker.pipeline.annotate.encoder import FILES, GRAPH, LEMMAS, TOKENIZER, manifest
from worker.pipeline.annotate.encoder import HEADS as HEADS_FILE
from worker.training.encoder.network import HEADS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FUSED = "com.microsoft"
NORM: dict[str, Any] = {"axis": -1, "epsilon": 1e-12}
E = "embeddings."
NAME = "newsfacts-encoder"
CHOSEN = ("tags", "fine", "scripts")  # heads of which only the best label leaves the graph


class Graph:
    """A list of nodes that grows; every operator returns the name of its first output."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, value: np.ndarray, name: str) -> str:
        kind = np.float32 if value.dtype.kind == "f" else value.dtype
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value, kind), name))
        return name

    def add(self, kind: str, inputs: Sequence[str], output: str = "", *, domain: str = "", **settings: Any) -> str:
        name = output or f"{kind}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **settings))
        return name

    def linear(self, x: str, weights: Mapping[str, np.ndarray], name: str, output: str = "") -> str:
        product = self.add("MatMul", [x, self.constant(weights[name + ".w"], name + ".w")])
        return self.add("Add", [product, self.constant(weights[name + ".b"], name + ".b")], output)


def build(weights: Mapping[str, np.ndarray], layers: int) -> onnx.ModelProto:
    """Inputs: `ids`, `features` `[1, pieces]` and `first` `[words]`; outputs are over words.

    Outputs: names (log chances), tags, fine, scripts (numbers of the best label), arcs `[words, words]`, below, above,
    and vectors: what the first and last layers say of each word's first piece, in 16 bits, for models of other tasks.
    """
    graph = Graph()
    x = _embedded(graph, weights)
    words = {}
    batch = graph.constant(np.array([0]), "batch")
    for layer in range(layers):
        x = _layer(graph, weights, f"encoder.layer.{layer}.", x)
        if layer in {0, layers - 1}:
            words[layer] = graph.add("Gather", [graph.add("Squeeze", [x, batch]), "first"])
    _heads(graph, weights, f"exit{layers}.", words[layers - 1])
    both = graph.add("Concat", list(words.values()), axis=1)
    graph.add("Cast", [both], "vectors", to=TensorProto.FLOAT16)
    return _model(graph)


def _embedded(graph: Graph, weights: Mapping[str, np.ndarray]) -> str:
    places = weights[E + "position_embeddings.weight"] + weights[E + "token_type_embeddings.weight"][0]
    x = graph.add("Gather", [graph.constant(weights[E + "word_embeddings.weight"], "words"), "ids"])
    zero, one, two = (graph.constant(np.array([n]), str(n)) for n in range(3))
    size = graph.add("Slice", [graph.add("Shape", ["ids"]), one, two])
    x = graph.add("Add", [x, graph.add("Slice", [graph.constant(places[:128], "places"), zero, size])])
    x = graph.add("Add", [x, graph.add("Gather", [graph.constant(weights["features"], "known"), "features"])])
    norm = [graph.constant(weights[E + "LayerNorm." + part], E + part) for part in ("weight", "bias")]
    return graph.add("LayerNormalization", [x, *norm], **NORM)


def _layer(graph: Graph, weights: Mapping[str, np.ndarray], name: str, x: str) -> str:
    def product(y: str, part: str) -> str:
        return graph.add("MatMul", [y, graph.constant(weights[name + part + ".weight"].T, name + part)])

    def fixed(part: str) -> str:
        return graph.constant(weights[name + part], name + part)

    def joined(y: str, part: str, norm: str) -> str:
        y = graph.add("Add", [graph.add("Add", [product(y, part), fixed(part + ".bias")]), x])
        return graph.add("LayerNormalization", [y, fixed(norm + ".weight"), fixed(norm + ".bias")], **NORM)

    sides = (f"attention.self.{part}" for part in ("query", "key", "value"))
    parts = [graph.add("Add", [product(x, side), fixed(side + ".bias")]) for side in sides]
    seen = graph.add("MultiHeadAttention", parts, domain=FUSED, num_heads=HEADS)
    x = joined(seen, "attention.output.dense", "attention.output.LayerNorm")
    inner = graph.add("FastGelu", [product(x, "intermediate.dense"), fixed("intermediate.dense.bias")], domain=FUSED)
    return joined(inner, "output.dense", "output.LayerNorm")


def _heads(graph: Graph, weights: Mapping[str, np.ndarray], name: str, x: str) -> None:
    own = {key.removeprefix(name): value for key, value in weights.items() if key.startswith(name)}
    graph.add("LogSoftmax", [graph.linear(x, own, "names")], "names", axis=-1)
    for head in CHOSEN:
        graph.add("ArgMax", [graph.linear(x, own, head)], head, axis=-1, keepdims=0)
    graph.linear(x, own, "below", "below")
    graph.linear(x, own, "above", "above")
    dependent, governor = (graph.add("Relu", [graph.linear(x, own, part)]) for part in ("dependent", "governor"))
    turned = graph.add("Transpose", [governor], perm=[1, 0])
    paired = graph.add("MatMul", [graph.linear(dependent, own, "arcs"), turned])
    alone = graph.add("Transpose", [graph.linear(governor, own, "head")], perm=[1, 0])
    graph.add("Add", [paired, alone], "arcs")


def _model(graph: Graph) -> onnx.ModelProto:
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "features")]
    inputs.append(helper.make_tensor_value_info("first", TensorProto.INT64, ["words"]))
    shapes = {"names": 2, "arcs": 2, "below": 2, "above": 2}
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", None]) for name in shapes]
    outputs += [helper.make_tensor_value_info(name, TensorProto.INT64, ["words"]) for name in CHOSEN]
    outputs.append(helper.make_tensor_value_info("vectors", TensorProto.FLOAT16, ["words", None]))
    made = helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=8)


def export(file: Path, labels: Path, layers: int, out: Path) -> None:
    """Writes `encoder.onnx` and `heads.npz` into `out`; `file` holds the fitted weights, `labels` their labels."""
    weights = load_file(file)
    plain = out / "plain.onnx"
    onnx.save(build(weights, layers), plain)
    quantize_dynamic(
        plain, out / GRAPH, op_types_to_quantize=["MatMul", "Gather"], weight_type=QuantType.QInt8, per_channel=True,
        reduce_range=True, extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )  # fmt: skip
    plain.unlink()
    arrays: dict[str, Any] = {head: np.array(names) for head, names in json.loads(labels.read_text()).items()}
    arrays |= {"weights": weights[f"exit{layers}.relations.w"], "bias": weights[f"exit{layers}.relations.b"]}
    np.savez(out / HEADS_FILE, **arrays)


def seal(tokenizer: Path, lemmas: bytes, out: Path, version: str) -> None:
    """Makes an export a release: adds the base model's word pieces, the lexicon and `model.json`, which hashes all."""
    (out / TOKENIZER).write_bytes(tokenizer.read_bytes())
    (out / LEMMAS).write_bytes(lemmas)
    files = {name: (out / name).read_bytes() for name in FILES}
    (out / manifest.FILE).write_bytes(manifest.sealed(NAME, version, files))
