"""Readers that an operator may install beside the built-in one; whoever composes the pipeline loads them."""
