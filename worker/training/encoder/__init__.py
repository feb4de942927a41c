"""How the encoder that reads an article was made: corpora to windows, windows to weights, weights to one ONNX graph."""
