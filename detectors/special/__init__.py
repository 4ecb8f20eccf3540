"""Special category data, offences and safeguarding: terms, and the grammar that ties them."""
