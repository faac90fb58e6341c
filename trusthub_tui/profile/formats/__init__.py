"""Readers of single answers: one thin adapter for each outside library."""
