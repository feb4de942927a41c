"""What a new version of a known document publishes: the difference, and nothing twice (design/contract.md)."""

from worker.pipeline.revise.revise import Revision, revise

__all__ = ["Revision", "revise"]
