"""Run the program as ``python -m trusthub_tui``."""

from trusthub_tui.cli import main

main()
