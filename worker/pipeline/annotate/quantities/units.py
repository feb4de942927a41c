"""Units of measurement as news writes them, with UCUM codes and exact SI factors.

Factors are exact by definition (international yard and pound of 1959, BIPM SI Brochure) unless a comment says
otherwise. An offset is added after multiplying: kelvin from degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """`si`: UCUM code of the SI unit, `factor` and `offset` lead to it; None for units without one ("{person}")."""

    ucum: str
    si: str | None = None
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


def _unit(ucum: str, si: str, factor: str = "1", offset: str = "0") -> Unit:
    return Unit(ucum, si, Decimal(factor), Decimal(offset))


KILOGRAM = _unit("kg", "kg")
POUND = _unit("[lb_av]", "kg", "0.45359237")
OUNCE = _unit("[oz_av]", "kg", "0.028349523125")
STONE = _unit("[stone_av]", "kg", "6.35029318")
FOOT = _unit("[ft_i]", "m", "0.3048")
INCH = _unit("[in_i]", "m", "0.0254")
YARD = _unit("[yd_i]", "m", "0.9144")
MILE = _unit("[mi_i]", "m", "1609.344")
METRE = _unit("m", "m")
KILOMETRE = _unit("km", "m", "1000")
CENTIMETRE = _unit("cm", "m", "0.01")
MILLIMETRE = _unit("mm", "m", "0.001")
GRAM = _unit("g", "kg", "0.001")
MILLIGRAM = _unit("mg", "kg", "0.000001")
MICROGRAM = _unit("ug", "kg", "0.000000001")
TONNE = _unit("t", "kg", "1000")
SHORT_TON = _unit("[ston_av]", "kg", "907.18474")  # the American ton; a British writer's "ton" cannot be told apart
LITRE = _unit("L", "m3", "0.001")
MILLILITRE = _unit("mL", "m3", "0.000001")
GALLON = _unit("[gal_us]", "m3", "0.003785411784")
PINT = _unit("[pt_us]", "m3", "0.000473176473")
QUART = _unit("[qt_us]", "m3", "0.000946352946")
FLUID_OUNCE = _unit("[foz_us]", "m3", "0.0000295735295625")
BARREL = _unit("[bbl_us]", "m3", "0.158987294928")
HECTARE = _unit("har", "m2", "10000")
ACRE = _unit("[acr_br]", "m2", "4046.8564224")
SQUARE_METRE = _unit("m2", "m2")
SQUARE_KILOMETRE = _unit("km2", "m2", "1000000")
SQUARE_FOOT = _unit("[sft_i]", "m2", "0.09290304")
SQUARE_YARD = _unit("[syd_i]", "m2", "0.83612736")
SQUARE_MILE = _unit("[mi_i]2", "m2", "2589988.110336")
CUBIC_METRE = _unit("m3", "m3")
CUBIC_FOOT = _unit("[cft_i]", "m3", "0.028316846592")
MILES_PER_HOUR = _unit("[mi_i]/h", "m/s", "0.44704")
KILOMETRES_PER_HOUR = Unit("km/h", "m/s", Decimal(1000) / Decimal(3600))  # not finite; rounded when written
METRES_PER_SECOND = _unit("m/s", "m/s")
KNOT = Unit("[kn_i]", "m/s", Decimal(1852) / Decimal(3600))  # not finite
NAUTICAL_MILE = _unit("[nmi_i]", "m", "1852")
LIGHT_YEAR = _unit("[ly]", "m", "9460730472580800")
CELSIUS = _unit("Cel", "K", "1", "273.15")
# (F - 32) * 5/9 + 273.15 = F * 5/9 + 255.372...; not finite
FAHRENHEIT = Unit("[degF]", "K", Decimal(5) / Decimal(9), Decimal("273.15") - Decimal(160) / Decimal(9))
PERCENT = _unit("%", "1", "0.01")
PERCENTAGE_POINT = Unit("{percentage_point}")
BASIS_POINT = _unit("{basis_point}", "1", "0.0001")
CALORIE = _unit("[Cal]", "J", "4184")  # the food calorie, UCUM's kcal_th
CARAT = _unit("[car_m]", "kg", "0.0002")
HORSEPOWER = _unit("[HP]", "W", "745.69987158227022")  # 550 ft lbf/s


def _scaled(symbol: str, si: str, base: str = "1") -> dict[str, Unit]:
    """kW, MW, GW and so on of a base unit. `symbol`: UCUM; the writing equals it here."""
    prefixes = {"": 0, "k": 3, "M": 6, "G": 9, "T": 12}
    return {
        f"{prefix}{symbol}": Unit(f"{prefix}{symbol}", si, Decimal(base).scaleb(power))
        for prefix, power in prefixes.items()
    }


# Signs stand behind digits only, and their letter case counts.
SYMBOLS: Final[dict[str, Unit]] = {
    "kg": KILOGRAM, "kgs": KILOGRAM, "g": GRAM, "mg": MILLIGRAM, "µg": MICROGRAM, "μg": MICROGRAM, "mcg": MICROGRAM,
    "lb": POUND, "lbs": POUND, "oz": OUNCE, "km": KILOMETRE, "kms": KILOMETRE, "m": METRE, "cm": CENTIMETRE,
    "mm": MILLIMETRE, "ft": FOOT, "yd": YARD, "yds": YARD, "mi": MILE, "ha": HECTARE, "sq ft": SQUARE_FOOT,
    "sq m": SQUARE_METRE, "sq km": SQUARE_KILOMETRE, "sq mi": SQUARE_MILE, "m2": SQUARE_METRE,
    "m²": SQUARE_METRE, "km2": SQUARE_KILOMETRE, "km²": SQUARE_KILOMETRE, "m3": CUBIC_METRE, "m³": CUBIC_METRE,
    "ml": MILLILITRE, "mL": MILLILITRE, "mph": MILES_PER_HOUR, "kph": KILOMETRES_PER_HOUR, "km/h": KILOMETRES_PER_HOUR,
    "kmh": KILOMETRES_PER_HOUR, "m/s": METRES_PER_SECOND, "°C": CELSIUS, "ºC": CELSIUS, "C": CELSIUS, "° C": CELSIUS,
    "°F": FAHRENHEIT, "ºF": FAHRENHEIT, "F": FAHRENHEIT, "° F": FAHRENHEIT, "%": PERCENT, "pct": PERCENT, "pc": PERCENT,
    "hp": HORSEPOWER, "bhp": HORSEPOWER,
    **_scaled("W", "W"),
    **{name: Unit(unit.ucum.replace("Wh", "W.h"), "J", unit.factor * 3600)
       for name, unit in _scaled("Wh", "J").items()},
    **_scaled("Hz", "Hz"),
    **{name: Unit(name + "y", "By", unit.factor) for name, unit in _scaled("B", "By").items() if name != "B"},
    "KB": Unit("kBy", "By", Decimal(1000)),
    "Kbps": Unit("kbit/s", "bit/s", Decimal(10**3)), "Mbps": Unit("Mbit/s", "bit/s", Decimal(10**6)),
    "Gbps": Unit("Gbit/s", "bit/s", Decimal(10**9)),
}  # fmt: skip
SYMBOLS_GLUED: Final = frozenset(
    {"C", "F", "in", "l", "L", "W", "m", "g"}
)  # only without a space: "5 C" may be anything
SYMBOLS_TIGHT: Final[dict[str, Unit]] = {"in": INCH, "l": LITRE, "L": LITRE}

# Words, in the singular; a plural is the word with "s" unless it stands here itself.
WORDS: Final[dict[str, Unit]] = {
    "kilogram": KILOGRAM, "kilogramme": KILOGRAM, "kilo": KILOGRAM, "gram": GRAM, "gramme": GRAM,
    "milligram": MILLIGRAM,
    "microgram": MICROGRAM, "ounce": OUNCE, "stone": STONE, "tonne": TONNE, "metric ton": TONNE, "metric tonne": TONNE,
    "ton": SHORT_TON, "short ton": SHORT_TON, "mile": MILE, "foot": FOOT, "feet": FOOT, "inch": INCH, "inches": INCH,
    "yard": YARD, "metre": METRE, "meter": METRE, "kilometre": KILOMETRE, "kilometer": KILOMETRE,
    "centimetre": CENTIMETRE, "centimeter": CENTIMETRE, "millimetre": MILLIMETRE, "millimeter": MILLIMETRE,
    "nautical mile": NAUTICAL_MILE, "light year": LIGHT_YEAR, "light-year": LIGHT_YEAR, "litre": LITRE, "liter": LITRE,
    "millilitre": MILLILITRE, "milliliter": MILLILITRE, "gallon": GALLON, "pint": PINT, "quart": QUART,
    "fluid ounce": FLUID_OUNCE, "barrel": BARREL, "hectare": HECTARE, "acre": ACRE, "square foot": SQUARE_FOOT,
    "square feet": SQUARE_FOOT, "square-foot": SQUARE_FOOT, "square metre": SQUARE_METRE, "square meter": SQUARE_METRE,
    "square kilometre": SQUARE_KILOMETRE, "square kilometer": SQUARE_KILOMETRE, "square mile": SQUARE_MILE,
    "square-mile": SQUARE_MILE, "square yard": SQUARE_YARD, "cubic metre": CUBIC_METRE, "cubic meter": CUBIC_METRE,
    "cubic foot": CUBIC_FOOT, "cubic feet": CUBIC_FOOT, "miles per hour": MILES_PER_HOUR,
    "miles an hour": MILES_PER_HOUR,
    "mile per hour": MILES_PER_HOUR, "mile an hour": MILES_PER_HOUR, "mile-per-hour": MILES_PER_HOUR,
    "mile-an-hour": MILES_PER_HOUR, "kilometres per hour": KILOMETRES_PER_HOUR,
    "kilometers per hour": KILOMETRES_PER_HOUR, "kilometres an hour": KILOMETRES_PER_HOUR,
    "kilometers an hour": KILOMETRES_PER_HOUR, "metres per second": METRES_PER_SECOND,
    "meters per second": METRES_PER_SECOND, "knot": KNOT, "degrees celsius": CELSIUS, "degree celsius": CELSIUS,
    "degrees centigrade": CELSIUS, "degrees c": CELSIUS, "degrees fahrenheit": FAHRENHEIT,
    "degree fahrenheit": FAHRENHEIT, "degrees f": FAHRENHEIT, "percent": PERCENT, "per cent": PERCENT,
    "percentage point": PERCENTAGE_POINT, "percentage-point": PERCENTAGE_POINT, "basis point": BASIS_POINT,
    "basis-point": BASIS_POINT, "calorie": CALORIE, "kilocalorie": CALORIE, "carat": CARAT, "horsepower": HORSEPOWER,
    "watt": Unit("W", "W"), "kilowatt": _unit("kW", "W", "1000"), "megawatt": _unit("MW", "W", "1000000"),
    "gigawatt": _unit("GW", "W", "1000000000"), "kilowatt hour": _unit("kW.h", "J", "3600000"),
    "kilowatt-hour": _unit("kW.h", "J", "3600000"), "megawatt hour": _unit("MW.h", "J", "3600000000"),
    "megawatt-hour": _unit("MW.h", "J", "3600000000"), "megabyte": _unit("MBy", "By", "1000000"),
    "gigabyte": _unit("GBy", "By", "1000000000"), "terabyte": _unit("TBy", "By", "1000000000000"),
    "kilobyte": _unit("kBy", "By", "1000"), "byte": _unit("By", "By"), "volt": _unit("V", "V"),
    "hertz": _unit("Hz", "Hz"),
    "megahertz": _unit("MHz", "Hz", "1000000"), "gigahertz": _unit("GHz", "Hz", "1000000000"),
}  # fmt: skip
# A pound weighs or pays; the words around it tell which.
POUND_WORDS: Final = frozenset({"pound", "pounds"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units written as one quantity. `exact_big`: the sum stays a finite decimal in the larger unit."""

    big: str
    small: str
    ratio: int
    exact_big: bool
    big_unit: Unit
    small_unit: Unit
    lone: bool  # the smaller unit may be left out: "5-foot-10"


PAIRS: Final = (
    Pair(r"foot|feet|ft", r"inch(?:es)?|ins?", 12, False, FOOT, INCH, True),
    Pair(r"pounds?|lbs?", r"ounces?|ozs?", 16, True, POUND, OUNCE, False),
    Pair(r"stones?|st", r"pounds?|lbs?", 14, False, STONE, POUND, False),
)
