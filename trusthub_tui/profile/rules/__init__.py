"""What can be wrong with a profile: one module for each topic, one declaration for each rule."""
