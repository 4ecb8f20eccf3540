"""Rich text: tokens, groups and what their control words do, stories, embedded objects."""
