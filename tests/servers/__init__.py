"""Real servers for tests: started on free ports of this machine, all their state in one folder."""
