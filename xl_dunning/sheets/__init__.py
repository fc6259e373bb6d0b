"""The doors to Excel files: reading messy lists, writing results back."""
