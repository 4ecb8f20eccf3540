"""Published lists that detectors look up; sources and licences in NOTICE."""
