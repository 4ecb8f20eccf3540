"""Invented files that would cost a careless scan its time, its memory or its secrets."""
