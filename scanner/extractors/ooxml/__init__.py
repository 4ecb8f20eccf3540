"""Office Open XML packages (ECMA-376): every part that can hold text."""
