"""A literal tells its value in full, in the one field that its datatype names."""

import pytest
from pydantic import ValidationError

from schemas.terms import Literal_, MoneyValue, QuantityValue

FIVE_DOLLARS = MoneyValue(amount="5", currency="USD")
FIVE_KILOS = QuantityValue(amount="5", unit_ucum="kg", original="five kilos")


@pytest.mark.parametrize(
    ("datatype", "values"),
    [
        pytest.param("money", {}, id="missing"),
        pytest.param("money", {"quantity": FIVE_KILOS}, id="another"),
        pytest.param("money", {"money": FIVE_DOLLARS, "quantity": FIVE_KILOS}, id="one too many"),
        pytest.param("string", {"money": FIVE_DOLLARS}, id="a plain datatype has none"),
    ],
)
def test_a_literal_with_another_value_than_its_datatypes_is_refused(datatype: str, values: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match=f"datatype {datatype} must have its own value and no other"):
        Literal_.model_validate({"datatype": datatype, "value": "5", "key": "5", **values})


def test_a_literal_with_its_own_value_is_read() -> None:
    found = Literal_(datatype="money", value="5", key="=5 USD", money=FIVE_DOLLARS)

    assert found.money == FIVE_DOLLARS
