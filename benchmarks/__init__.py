"""Speed, accuracy and scale: run on request, results kept with date, commit and machine."""
