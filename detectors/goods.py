"""Headings of what an organisation numbers by its own: goods, orders and papers, not people.

Their numbers have any shape, and now and then a check digit of the same kind as a person's.
"""

from __future__ import annotations

from itertools import product

_GOODS = (
    "stock", "product", "item", "part", "article", "catalogue", "material", "supplier", "vendor",
    "order", "purchase order", "batch", "lot", "serial", "asset", "pallet", "parcel", "consignment",
    "barcode", "sku", "job", "works order", "meter", "invoice", "delivery", "contract", "project",
    "cost", "budget", "ledger", "site", "equipment", "component", "commodity", "bin", "tag",
)  # fmt: skip
_NUMBERS = ("code", "no", "number", "num", "id", "ref", "reference")

NUMBERS_OF_GOODS = tuple(map(" ".join, product(_GOODS, _NUMBERS)))
"""What columns of them are headed by: "Stock code", "Supplier ref"."""
