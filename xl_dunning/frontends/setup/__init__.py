"""Making Excel find this Python, looking whether it does, and listening without a child process."""
