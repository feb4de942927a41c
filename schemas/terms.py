"""What a fact is made of: entities and literal values, each in canonical form and in the article's own words."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator

from schemas.model import Contract

Comparator: TypeAlias = Literal["=", ">", ">=", "<", "<=", "~"]


class EntityRef(Contract):
    """Somebody or something, as a fact names it."""

    id: str = Field(description="Identifier, as far as `id_scope` reaches.")
    key: str = Field(description="Type, normalized name and disambiguators; equal keys mean the same entity.")
    label: str = Field(description="The fullest name in the text, or a short description if it has no name.")
    type: str = Field(
        description="person, organization, gpe, location, work, event, product, ...: not closed."
    )
    id_scope: Literal["document", "stream", "kb"] = Field(
        "stream", description="How far the id reaches: this document, this stream, or a knowledge base."
    )
    kb_ids: dict[str, str] = Field(
        default_factory=dict, description="Ids in knowledge bases, by the base's name (wikidata, ...)."
    )


class ResolvedFrom(Contract):
    """What a date was read from."""

    text: str = Field(description="The words of the article.")
    anchor: Literal["document_date", "quote_date", "event"] | None = Field(
        None, description="What the words were resolved against; null: they are complete, or unresolved."
    )
    anchor_value: str | None = Field(None, description="The anchor's own date.")


class DateValue(Contract):
    """A date with its bounds; null where the words cannot be resolved without guessing."""

    edtf: str | None = Field(description="ISO 8601-2 (EDTF) level 1; null while unresolved.")
    precision: str | None = Field(description="year, season, month, week, day, hour, minute or second.")
    earliest: str | None = Field(description="First ISO date that it can mean.")
    latest: str | None = Field(description="Last ISO date that it can mean.")
    timex3: str | None = Field(None, description="TIMEX3 value, for evaluation.")
    resolved_from: ResolvedFrom = Field(description="The words, and what they were resolved against.")


class SiValue(Contract):
    """The same quantity in an SI unit."""

    amount: str = Field(description="Decimal string.")
    unit: str = Field(description="UCUM code of the SI unit.")


class QuantityValue(Contract):
    """A number with its unit."""

    amount: str = Field(description="Decimal string, in `unit_ucum`.")
    comparator: Comparator = Field("=", description="How the article bounds it; ~ means about.")
    unit_ucum: str = Field(description="UCUM code; {like} for counted things; empty for a bare number.")
    si: SiValue | None = Field(None, description="In an SI unit, where there is one.")
    original: str = Field(description="The words of the article.")
    as_of: str | None = Field(None, description="When it was said to hold, as an ISO date.")


class MoneyValue(Contract):
    """An amount of money."""

    amount: str = Field(description="Decimal string, in whole units of the currency.")
    currency: str = Field(description="ISO 4217 code.")
    comparator: Comparator = Field("=", description="How the article bounds it; ~ means about.")
    original: str | None = Field(None, description="The words of the article.")
    as_of: str | None = Field(None, description="When it was said to hold, as an ISO date.")


class QuoteValue(Contract):
    """What was said."""

    text: str = Field(description="The words without their marks.")
    kind: Literal["direct", "indirect", "partial"] = Field(
        description="Word for word, in substance, or in parts."
    )
    complete: bool = Field(True, description="False when the article never closes the quotation marks.")
    language: str | None = Field(None, description="BCP 47 tag, if it is not the article's.")


class Literal_(Contract):  # noqa: N801 - "Literal" is taken by typing
    """A value that is no entity."""

    datatype: Literal["date", "duration", "quantity", "money", "string", "quote", "boolean", "url", "geo"] = (
        Field(
            description="What kind of value it is; date, quantity, money and quote are told in full in their own field."
        )
    )
    value: str = Field(description="The value in plain form; a duration in ISO 8601.")
    key: str = Field(description="The value in canonical form, part of the fact's id.")
    date: DateValue | None = Field(None, description="Exactly if datatype is date.")
    quantity: QuantityValue | None = Field(None, description="Exactly if datatype is quantity.")
    money: MoneyValue | None = Field(None, description="Exactly if datatype is money.")
    quote: QuoteValue | None = Field(None, description="Exactly if datatype is quote.")

    @model_validator(mode="after")
    def _has_its_value(self) -> Self:
        for name in ("date", "quantity", "money", "quote"):
            if (getattr(self, name) is not None) != (self.datatype == name):
                raise ValueError(
                    f"a literal of datatype {self.datatype} must have its own value and no other"
                )
        return self


ObjectRef: TypeAlias = EntityRef | Literal_
