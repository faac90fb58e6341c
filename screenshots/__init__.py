"""Pictures of every state of the screens, made by driving the program: ``python -m screenshots``."""
