"""Full screens that are no steps: the list of profiles, and what became of a submission."""
