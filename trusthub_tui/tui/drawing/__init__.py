"""What stands on a screen, as lines of text in roles: drawn without Textual, so that it can be there before.

Neither a widget nor a style is known here. Light to import: the first frame is drawn with it.
"""
