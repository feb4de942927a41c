"""Currencies by sign, code and word, as ISO 4217. A bare "$" is the US dollar unless the article marks another one."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

SIGNS: Final = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB",
    "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₦": "NGN", "₱": "PHP", "Rs": "INR", "Rs.": "INR",
}  # fmt: skip
CODES: Final = frozenset(
    {"USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "CNY", "HKD", "SGD", "SEK", "NOK", "DKK", "INR",
     "RUB", "BRL",
     "ZAR", "MXN", "KRW", "TRY", "PLN", "CZK", "HUF", "ILS", "AED", "SAR", "THB", "IDR", "NGN", "KES", "UAH"}
)  # fmt: skip
# Word -> currency and its part of the main unit.
WORDS: Final[dict[str, tuple[str, Decimal]]] = {
    "dollar": ("USD", Decimal(1)), "us dollar": ("USD", Decimal(1)), "u.s. dollar": ("USD", Decimal(1)),
    "american dollar": ("USD", Decimal(1)), "buck": ("USD", Decimal(1)), "australian dollar": ("AUD", Decimal(1)),
    "canadian dollar": ("CAD", Decimal(1)), "new zealand dollar": ("NZD", Decimal(1)),
    "hong kong dollar": ("HKD", Decimal(1)), "singapore dollar": ("SGD", Decimal(1)), "euro": ("EUR", Decimal(1)),
    "pound sterling": ("GBP", Decimal(1)), "pounds sterling": ("GBP", Decimal(1)), "british pound": ("GBP", Decimal(1)),
    "quid": ("GBP", Decimal(1)), "egyptian pound": ("EGP", Decimal(1)), "yen": ("JPY", Decimal(1)),
    "yuan": ("CNY", Decimal(1)), "renminbi": ("CNY", Decimal(1)), "rupee": ("INR", Decimal(1)),
    "indian rupee": ("INR", Decimal(1)), "pakistani rupee": ("PKR", Decimal(1)), "ruble": ("RUB", Decimal(1)),
    "rouble": ("RUB", Decimal(1)), "swiss franc": ("CHF", Decimal(1)), "mexican peso": ("MXN", Decimal(1)),
    "argentine peso": ("ARS", Decimal(1)), "swedish krona": ("SEK", Decimal(1)), "swedish kronor": ("SEK", Decimal(1)),
    "kr": ("NOK", Decimal(1)), "krone": ("NOK", Decimal(1)), "kroner": ("NOK", Decimal(1)),
    "krona": ("SEK", Decimal(1)),
    "kronor": ("SEK", Decimal(1)), "peso": ("MXN", Decimal(1)), "swiss francs": ("CHF", Decimal(1)),
    "taka": ("BDT", Decimal(1)), "rial": ("IRR", Decimal(1)), "ringgit": ("MYR", Decimal(1)),
    "rupiah": ("IDR", Decimal(1)), "norwegian krone": ("NOK", Decimal(1)), "norwegian kroner": ("NOK", Decimal(1)),
    "danish krone": ("DKK", Decimal(1)),
    "danish kroner": ("DKK", Decimal(1)), "south korean won": ("KRW", Decimal(1)), "korean won": ("KRW", Decimal(1)),
    "zloty": ("PLN", Decimal(1)), "shekel": ("ILS", Decimal(1)), "rand": ("ZAR", Decimal(1)),
    "naira": ("NGN", Decimal(1)),
    "turkish lira": ("TRY", Decimal(1)), "baht": ("THB", Decimal(1)), "dirham": ("AED", Decimal(1)),
    "hryvnia": ("UAH", Decimal(1)), "cent": ("USD", Decimal("0.01")), "pence": ("GBP", Decimal("0.01")),
    "penny": ("GBP", Decimal("0.01")), "eurocent": ("EUR", Decimal("0.01")),
}  # fmt: skip
# What marks a country's dollar.
DOLLARS: Final = {
    "AU": "AUD", "A": "AUD", "CA": "CAD", "C": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "US": "USD",
    "Australian": "AUD", "Canadian": "CAD", "New Zealand": "NZD", "Hong Kong": "HKD", "Singapore": "SGD",
    "American": "USD",
}  # fmt: skip
# First guess -> words of several countries, each with the names that tell the country and its currency.
SHARED: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "NOK": (("kr", r"\bNorw|\bOslo", "NOK"), ("kr", r"\bDanish|\bDenmark|\bCopenhagen", "DKK"),
            ("kr", r"\bSwed|\bStockholm", "SEK")),
    "MXN": (("peso", r"\bMexic", "MXN"), ("peso", r"\bArgentin|\bBuenos Aires", "ARS"),
            ("peso", r"\bPhilippin|\bManila", "PHP"), ("peso", r"\bChile", "CLP"), ("peso", r"\bColombia", "COP")),
    "INR": (("rupee", r"\bIndia", "INR"), ("rupee", r"\bPakistan", "PKR"), ("rupee", r"\bSri Lanka", "LKR"),
            ("rupee", r"\bNepal", "NPR")),
    "CHF": (("franc", r"\bSwiss|\bSwitzerland", "CHF"), ("franc", r"\bRwanda", "RWF")),
}  # fmt: skip
SHORT_SCALES: Final = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
# Near "pounds" these tell money, respectively weight.
PAYING: Final = (
    r"\b(?:cost|costs|paid|pay|pays|worth|price|priced|prices|fine|fined|salary|wage|wages|donat\w{0,6}|raised|spent|spend|"
    r"spending|earn\w{0,5}|fee|fees|bill|budget|fund|funds|funding|debt|loan|invest\w{0,8}|taxpayers?|compensation|damages|"
    r"deal|sold|bought|bid|profit|revenue|grant|stole|cash|savings|rent|bonus)\b"
)
WEIGHING: Final = (
    r"\b(?:weigh\w{0,5}|heavy|heavier|lost|lose|loses|losing|shed|dropped|gained?|gaining|lift\w{0,4}|load|cargo|baby|bab(?:y|ies)|"
    r"born|fish|catch|caught|meat|beef|pork|marijuana|cocaine|heroin|drugs?|thrust|pressure|fat|muscle|bomb|cannabis|fentanyl)\b"
)
