"""The form that every model of the contract has: frozen, and refusing fields it does not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A frozen value of the wire contract."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)
