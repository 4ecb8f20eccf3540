"""Find, weigh, record: the night's work, from the crawl to reach."""
