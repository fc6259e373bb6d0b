"""The doors to Word: letters from templates."""
