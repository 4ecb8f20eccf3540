"""Word documents of before 2007: their tables of positions, pieces and looks."""
