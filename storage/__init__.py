"""What must survive; nothing outside this folder writes SQL."""
