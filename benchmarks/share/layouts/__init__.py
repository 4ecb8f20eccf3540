"""What the documents say: three families of layouts, and documents without personal data.

``formal``, ``everyday`` and ``systems`` share no wording, so that a rule tuned on one family is
judged by the other two; the truth names the family of each value.
"""
