"""Names of people: the lists, how names are written, and the detector."""
